import { lineSpan, located, passage, type ArticleText, type Texts } from '../article-text.ts';
import type { TextLocator } from '../../../model/dataset.ts';
import type { ClaimEntry, Geodata } from '../authored.ts';
import { otherBound } from '../bound-words.ts';
import { nearestPassage } from '../nearest-passage.ts';
import { wordsOf } from '../number-words.ts';
import { isInsideWord, wordAround } from '../word-edges.ts';
import type { Finding } from './rule.ts';

/** Shorter passages state nothing. */
const FEWEST_WORDS = 2;

/** V56: a locator begins and ends between words, and holds more than one. */
export function* locatorsHoldWords(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, locator, text, at } of located(data, texts)) {
    const { line, charStart, charEnd } = locator;
    const [first, last] = lineSpan(text, line);
    if (charStart < first || charEnd > last) continue; // V04
    const [start, end] = [charStart, charEnd].map((place) => isInsideWord(text.characters, place));
    const words = passage(claim, text);
    const range = `characters ${charStart} to ${charEnd}`;
    if (start || end) {
      const where = start && end ? 'begin and end' : start ? 'begin' : 'end';
      const word = wordAround(text.characters, start ? charStart : charEnd);
      const found = `${range}, “${shortened(words)}”, ${where} inside the word ‘${word}’`;
      yield { at, below: 'locator', found, advice: nearestPassage(locator, text) };
    } else if (wordsOf(words).length < FEWEST_WORDS && words.trim() !== '') {
      const found = `${range} are only “${words}”`;
      yield { at, below: 'locator', found, advice: 'point to the passage that states the claim' };
    }
  }
}

/** V57 (warning): no other line of the article has more of the claim's words than its passage has. */
export function* passagesFitBest(data: Geodata, texts: Texts): Iterable<Finding> {
  const names = new Map(data.sites.map(({ item }) => [item.properties.id, item.properties.names.en ?? '']));
  for (const { claim, locator, text, at } of located(data, texts)) {
    const words = stemsOf([claim.item.what, ...claim.item.places.map(({ ref }) => names.get(ref) ?? '')].join(' '));
    const own = sharedWith(passage(claim, text), words);
    const other = bestLine(locator, claim, text, words);
    if (other === null || other.shared.length < own.length + MARGIN) continue;
    const has = own.length === 0 ? 'none of the words of the claim' : `only ${own.length} words of the claim`;
    yield {
      at,
      below: 'locator',
      found: `“${shortened(passage(claim, text))}” has ${has}; line ${other.line} has ${other.shared.join(', ')}`,
      advice: 'point to the passage that states the claim',
      warning: true
    };
  }
}

/** So many more words another line must have: claims are in our own words, and one word is chance. */
const MARGIN = 2;
/** Words alike in their first letters are one word: `condemned`, `condemnation`. */
const STEM = 5;
const SHORTEST = 4;

/** The words of a text that tell it from others, by their stems. */
function stemsOf(text: string): Map<string, string> {
  const words = wordsOf(
    text
      .replace(/(\d),(?=\d{3})/g, '$1')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
  );
  const telling = words.filter((word) => /^\d+$/.test(word) || word.length >= SHORTEST);
  return new Map(telling.map((word) => [word.slice(0, STEM), word]));
}

function sharedWith(text: string, words: ReadonlyMap<string, string>): string[] {
  const there = stemsOf(text);
  return [...words].flatMap(([stem, word]) => (there.has(stem) ? [word] : []));
}

/** The line that has most of the words, beside the claim’s own and those that are no part of the article. */
function bestLine(
  locator: TextLocator,
  { article }: ClaimEntry,
  { lines }: ArticleText,
  words: ReadonlyMap<string, string>
) {
  const excluded = article.item.text?.excluded ?? [];
  const rated = lines.flatMap((content, index) => {
    const line = index + 1;
    return line === locator.line || excluded.some(({ from, to }) => line >= from && line <= to)
      ? []
      : [{ line, shared: sharedWith(content, words) }];
  });
  return rated.sort((a, b) => b.shared.length - a.shared.length)[0] ?? null;
}

/** V58 (warning): the words before a figure in the passage say the bound that the claim has. */
export function* boundsAreAsWritten(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, text, at } of located(data, texts)) {
    for (const [index, quantity] of claim.item.quantities.entries()) {
      const words = otherBound(passage(claim, text), quantity);
      if (words === null) continue;
      yield {
        at,
        below: `quantities[${index}].bound`,
        found: `in the article “${words}” stands before ${quantity.value}, but the bound is "${quantity.bound}"`,
        advice: 'write the bound that the words say',
        warning: true
      };
    }
  }
}

/** Enough of a passage to know it by. */
function shortened(text: string): string {
  const words = text.trim();
  return words.length > 60 ? `${words.slice(0, 40)} … ${words.slice(-15)}` : words;
}
