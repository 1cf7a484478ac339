import { located, passage, soundText, type Texts } from '../article-text.ts';
import type { AuthoredArticle, Entry, Geodata } from '../authored.ts';
import { wordsOf } from '../number-words.ts';
import { statesFigure } from '../numbers-in-text.ts';
import { pathText } from '../problems.ts';
import { texts } from './plain-characters.ts';
import type { Finding } from './rule.ts';

/** V46: stated figures stand in the located passage, in digits, in words, or as `expressedAs` quotes them. */
export function* figuresStandInText(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, text, at } of located(data, texts)) {
    const words = passage(claim, text);
    for (const [index, { value, expressedAs }] of claim.item.quantities.entries()) {
      const below = `quantities[${index}]`;
      if (expressedAs !== undefined && !words.toLowerCase().includes(expressedAs.toLowerCase())) {
        yield {
          at,
          below: `${below}.expressedAs`,
          found: `${JSON.stringify(expressedAs)} does not stand in the located passage`,
          advice: 'quote its words exactly'
        };
      } else if (expressedAs === undefined && value !== null && !statesFigure(words, value)) {
        yield {
          at,
          below: `${below}.value`,
          found: `${value} does not stand in the located passage, in digits or words`,
          advice: 'correct the figure or the locator, or quote the words that give it in expressedAs'
        };
      }
    }
  }
}

const RUN = 8;

/** Fields that name the source itself: its headline and its bibliography may be quoted. */
function isQuoted(entry: Entry<unknown>, keys: readonly (string | number)[]): boolean {
  const isArticle = Array.isArray((entry.item as Partial<AuthoredArticle>).claims) && keys.length === 1;
  return isArticle && keys[0] === 'title';
}

/** V06: no run of eight words of a text is copied into any field of prose. */
export function* nothingIsCopied(data: Geodata, articles: Texts): Iterable<Finding> {
  const runs = new Map<string, string>();
  for (const [id, { characters }] of articles) for (const run of runsOf(characters.join(''))) runs.set(run, id);
  for (const entry of data.files) {
    const isCopied = (text: string, keys: readonly (string | number)[]) =>
      !isQuoted(entry, keys) && runsOf(text).some((run) => runs.has(run));
    for (const { text, keys } of texts(entry.item, isCopied)) {
      const copied = runsOf(text).find((run) => runs.has(run))!;
      const found = `eight words stand alike in ${runs.get(copied)}: “${copied}”`;
      const at = { file: entry.file, path: pathText(keys) };
      yield { at, below: '', found, advice: 'say it in our own words' };
    }
  }
}

/** Every run of eight consecutive words. */
function runsOf(text: string): string[] {
  // An address often spells out a headline; it is no prose.
  const words = wordsOf(text.replace(/https?:\/\/\S+/g, ' '));
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

/** V50 (warning): labels are words of the located passage. */
export function* labelsStandInText(data: Geodata, texts: Texts): Iterable<Finding> {
  const claims = new Map(data.claims.map((claim) => [claim.item.id, claim]));
  for (const { item, ...at } of data.events) {
    for (const [index, { claim: id, term }] of item.labels.entries()) {
      const claim = claims.get(id);
      const text = claim && soundText(texts, claim.article.item.id);
      if (!claim || !text || letters(passage(claim, text)).includes(letters(term))) continue;
      yield {
        at,
        below: `labels[${index}].term`,
        found: `${JSON.stringify(term)} does not stand in the passage of ${id}`,
        advice: 'quote the source’s own word',
        warning: true
      };
    }
  }
}

// "shoot-out" and "shootout" are one word.
function letters(text: string): string {
  return wordsOf(text).join('');
}
