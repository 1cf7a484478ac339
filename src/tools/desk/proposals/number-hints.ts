import type { BoundKind } from '../../../lib/model/dataset.ts';
import { boundAfter, boundBefore } from '../../../lib/server/geodata/bound-words.ts';
import { FACTORS } from '../../../lib/server/geodata/number-words.ts';
import { numbersIn } from '../../../lib/server/geodata/numbers-in-text.ts';

/** A figure in a text, in UTF-16 units, with the words that say how it is meant. */
export type Figure = {
  at: number;
  end: number;
  written: string;
  /** `null` for a word that counts and gives no figure: “dozens”. */
  value: number | null;
  /** `times`: “four times”. `factor`: “tripled”. `round`: “a dozen”. */
  kind: 'number' | 'vague' | 'round' | 'factor' | 'times';
  bound: BoundKind;
  /** Where the words for the bound stand; `null` for none. */
  boundAt: { at: number; end: number } | null;
};

const VAGUE =
  /(?<![\p{L}-])(?:(?:scores|dozens|hundreds|(?:tens |hundreds )?(?:of )?thousands)(?: of (?:thousands|hundreds))?|several|a (?:large |small )?number of|a few)(?![\p{L}-])/giu;
const ROUND = /(?<![\p{L}-])(?:half )?an? (dozen|hundred|thousand|million)(?!\p{L})/giu;
const ROUND_VALUES: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1000, million: 1e6 };
const FACTOR_VALUES = new Map(
  Object.entries(FACTORS).flatMap(([value, words]) => words.map((word) => [word, Number(value)]))
);
const FACTOR = new RegExp(`(?<![\\p{L}-])(?:${[...FACTOR_VALUES.keys()].join('|')})(?![\\p{L}-])`, 'giu');

/** Numbers that count nothing: of a name, of money, of an age, of a time of day. */
const NAMED =
  /(?:\b(?:resolution|article|gate|no\.?|number|chapter|route|highway|section|line|page|unit|protocol|aged?)\s|[$€£#№])$/i;
const NOT_COUNTED = /^(?:[- ]years?[- ]old|:\s?\d|\s?(?:[ap]\.?m\b|o.clock|[$€£]))/i;
const OF_A_CLOCK = /\d:\s?$/;
const TIMES = /^[ \u00a0]times\b/i;
/** “Fewer than one in three”, “one of them”, “one another”: no figure is meant. */
const ONE_OF = /^[ \u00a0](?:of|another|day|side|hand|voice|thing)\b/i;
/** What parts two ends of a range. */
const RANGE = /^(?:\s?[–-]\s?|\s(?:to|and)\s)$/;

/** Every figure of a text, in its order: digits, words, “dozens”, “tripled”; neither dates (`skip`) nor numbers in names. */
export function figuresIn(text: string, skip: readonly { at: number; end: number }[] = []): Figure[] {
  const isFree = (at: number, end: number): boolean => skip.every((other) => other.end <= at || other.at >= end);
  const found: Figure[] = [];
  for (const { value, written, at, inWords } of numbersIn(text)) {
    const [before, after] = [text.slice(0, at), text.slice(at + written.length)];
    if (!isFree(at, at + written.length) || NAMED.test(before) || NOT_COUNTED.test(after) || OF_A_CLOCK.test(before))
      continue;
    if (inWords && value === 1 && ONE_OF.test(after)) continue;
    const times = TIMES.exec(after)?.[0];
    found.push({ ...placed(text, at, written + (times ?? '')), value, kind: times ? 'times' : 'number' });
  }
  for (const { 0: written, 1: name = '', index } of text.matchAll(ROUND)) {
    const value = ROUND_VALUES[name.toLowerCase()]! / (/^half/i.test(written) ? 2 : 1);
    found.push({ ...placed(text, index, written), value, kind: 'round' });
  }
  for (const { 0: written, index } of text.matchAll(FACTOR))
    found.push({ ...placed(text, index, written), value: FACTOR_VALUES.get(written.toLowerCase())!, kind: 'factor' });
  for (const { 0: written, index } of text.matchAll(VAGUE))
    found.push({ ...placed(text, index, written), value: null, kind: 'vague', bound: 'some' });
  return inRanges(
    text,
    found.filter(({ at, end }) => isFree(at, end)).sort((a, b) => a.at - b.at)
  );
}

/** The place and the bound of what is written from a place on. A round word is about as many. */
function placed(text: string, at: number, written: string): Omit<Figure, 'value' | 'kind'> {
  const end = at + written.length;
  const before = boundBefore(text.slice(0, at));
  if (before !== null) {
    const start = text.toLowerCase().lastIndexOf(before.words.toLowerCase(), at);
    return { at, end, written, bound: before.bounds[0]!, boundAt: { at: start, end: start + before.words.length } };
  }
  const after = boundAfter(text.slice(end));
  if (after !== null) {
    const start = text.indexOf(after.words, end);
    return { at, end, written, bound: after.bounds[0]!, boundAt: { at: start, end: start + after.words.length } };
  }
  return { at, end, written, bound: /^(?:half )?an? /i.test(written) ? 'approximately' : 'exact', boundAt: null };
}

/** “30 to 40” is at least 30 and at most 40: the middle is nobody’s figure. */
function inRanges(text: string, figures: Figure[]): Figure[] {
  return figures.map((figure, index): Figure => {
    const [previous, next] = [figures[index - 1], figures[index + 1]];
    if (isRange(text, figure, next)) return { ...figure, bound: 'at_least' };
    if (isRange(text, previous, figure)) return { ...figure, bound: 'at_most' };
    return figure;
  });
}

function isRange(text: string, a: Figure | undefined, b: Figure | undefined): boolean {
  if (a?.kind !== 'number' || b?.kind !== 'number' || a.value! >= b.value!) return false;
  const between = text.slice(a.end, b.at);
  return RANGE.test(between) && (!between.includes('and') || /\bbetween\s$/i.test(text.slice(0, a.at)));
}
