import { wholeWords } from '../../../lib/server/geodata/word-edges.ts';
import type { Passage } from '../draft.ts';

/** So many characters before and after a passage are kept with it. */
const CONTEXT = 32;

/**
 * The passage of a selection (code points, end excluded): in whole words, without blanks at its ends, and in one line, the
 * first of the selection that has words, as locators must be. `null` where nothing but blanks is selected.
 */
export function passageAt(text: string, start: number, end: number): Passage | null {
  const characters = [...text];
  const last = Math.min(end, characters.length);
  const isBlank = (at: number) => (characters[at] ?? ' ').trim() === '';
  let from = Math.max(0, start);
  while (from < last && isBlank(from)) from++;
  const lineEnd = characters.indexOf('\n', from);
  let to = lineEnd === -1 ? last : Math.min(last, lineEnd);
  while (to > from && isBlank(to - 1)) to--;
  return from < to ? asPassage(characters, ...wholeWords(characters, from, to)) : null;
}

/** The passage of a range just as it is, for instance of a locator that is published. */
export function passageOf(text: string, charStart: number, charEnd: number): Passage {
  return asPassage([...text], charStart, charEnd);
}

function asPassage(characters: readonly string[], charStart: number, charEnd: number): Passage {
  const part = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
  return {
    charStart,
    charEnd,
    exact: part(charStart, charEnd),
    prefix: part(charStart - CONTEXT, charStart),
    suffix: part(charEnd, charEnd + CONTEXT)
  };
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, at: number): number {
  return [...text].slice(0, at).filter((character) => character === '\n').length + 1;
}

/**
 * `same`: it is where it was. `moved`: its words stand elsewhere, and where they stand several times, where most of what
 * stood around them does. `changed`: its words are gone, and other words stand between what stood around it; a person has
 * to look. `lost`: neither.
 */
export type FoundPassage = { how: 'same' | 'moved' | 'changed'; passage: Passage } | { how: 'lost' };

/** Where a passage is in a text that may have changed since. What is found is in whole words and in one line. */
export function findPassage(text: string, passage: Passage): FoundPassage {
  const characters = [...text];
  const at = (start: number, end: number) => passageAt(text, start, end);
  if (characters.slice(passage.charStart, passage.charEnd).join('') === passage.exact) {
    const same = at(passage.charStart, passage.charEnd);
    if (same !== null) return { how: 'same', passage: same };
  }
  const moved = best(matches(text, patternOf(passage.exact, BLANKS), 'gu'), characters, passage);
  const found = moved && at(...moved.range);
  if (found && moved.context >= SHORTEST_CONTEXT) return { how: 'moved', passage: found };
  const between = betweenContext(text, passage);
  const changed = between && at(...between);
  if (changed) return { how: 'changed', passage: changed };
  return found ? { how: 'moved', passage: found } : { how: 'lost' };
}

/** Fewer characters than these are too few to know a place by. */
const SHORTEST_CONTEXT = 8;

/** The range with most of the context around it; of several alike, the nearest. */
function best(
  ranges: readonly [number, number][],
  characters: readonly string[],
  passage: Passage
): { range: [number, number]; context: number } | null {
  const context = ([start, end]: [number, number]): number => {
    const { prefix, suffix } = asPassage(characters, start, end);
    return alike([...prefix].reverse(), [...passage.prefix].reverse()) + alike([...suffix], [...passage.suffix]);
  };
  const distance = ([start]: [number, number]) => Math.abs(start - passage.charStart);
  const rated = ranges.map((range) => ({ range, context: context(range), distance: distance(range) }));
  return rated.sort((a, b) => b.context - a.context || a.distance - b.distance)[0] ?? null;
}

/** How many of their first members are the same. */
function alike(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((character, index) => character !== b[index]);
  return end === -1 ? a.length : end;
}

/** What stands between the words before a passage and those after it, where both are still in one line. */
function betweenContext(text: string, { prefix, suffix, exact, charStart }: Passage): [number, number] | null {
  const [before, after] = [prefix.split('\n').at(-1)!, suffix.split('\n')[0]!];
  if (before.trim().length < SHORTEST_CONTEXT && after.trim().length < SHORTEST_CONTEXT) return null;
  const lineStarts = [0];
  const characters = [...text];
  characters.forEach((character, index) => character === '\n' && lineStarts.push(index + 1));
  const ranges = lineStarts.flatMap((lineStart, index): [number, number][] => {
    const lineEnd = (lineStarts[index + 1] ?? characters.length + 1) - 1;
    const line = characters.slice(lineStart, lineEnd).join('');
    const start = before.trim() === '' ? 0 : endOf(line, before);
    if (start === null) return [];
    const end = after.trim() === '' ? line.length : line.indexOf(after, start);
    if (end <= start || end - start > 3 * exact.length + CONTEXT) return [];
    const points = (units: number) => [...line.slice(0, units)].length;
    return [[lineStart + points(start), lineStart + points(end)]];
  });
  return ranges.sort(([a], [b]) => Math.abs(a - charStart) - Math.abs(b - charStart))[0] ?? null;
}

function endOf(text: string, part: string): number | null {
  const at = text.indexOf(part);
  return at === -1 ? null : at + part.length;
}

/**
 * Every place of a phrase in a text, as ranges of code points. Quotation marks, dashes and blanks are taken for one
 * whatever their form; capitals only where the phrase does not stand as it is. Found inside one line; `acrossLines` also
 * where it runs over line ends.
 */
export function occurrencesOf(text: string, phrase: string, acrossLines = false): [number, number][] {
  const pattern = patternOf(phrase, acrossLines ? '\\s+' : BLANKS);
  const found = matches(text, pattern, 'gu');
  return found.length > 0 ? found : matches(text, pattern, 'giu');
}

/** Between words of one line. */
const BLANKS = '[^\\S\\n]+';

function matches(text: string, pattern: string, flags: string): [number, number][] {
  if (pattern === '') return [];
  const points = pointsOf(text);
  return [...text.matchAll(new RegExp(pattern, flags))].map((match) => [
    points(match.index),
    points(match.index + match[0].length)
  ]);
}

/** Code points before an index in UTF-16 units; asked for in rising order. */
function pointsOf(text: string): (index: number) => number {
  let [units, points] = [0, 0];
  return (index) => {
    points += [...text.slice(units, index)].length;
    units = index;
    return points;
  };
}

/** Characters that stand for one another. */
const FORMS: readonly [RegExp, string][] = [
  [/["“”„‟«»″]/u, '["“”„‟«»″]'],
  [/['‘’‚‛′`]/u, "['‘’‚‛′`]"],
  [/[-‐‑‒–—−]/u, '[-‐‑‒–—−]'],
  [/…/u, '(?:…|\\.\\.\\.)']
];

function patternOf(phrase: string, blank: string): string {
  const word = (text: string) =>
    [...text].map((character) => FORMS.find(([form]) => form.test(character))?.[1] ?? escaped(character)).join('');
  return phrase.normalize('NFC').trim().split(/\s+/u).filter(Boolean).map(word).join(blank);
}

const escaped = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
