import type { Quantity } from '../../model/dataset.ts';
import { spotsOf } from './numbers-in-text.ts';

type Bound = Quantity['bound'];

/** Words before a figure, and the bounds that they can mean. The first that fits counts. */
const BOUND_WORDS: [string, Bound[]][] = [
  ['(?:just|slightly) (?:over|above|more than)|(?:barely|just) exceed(?:s|ed|ing)?', ['just_over', 'more_than']],
  ['(?:no|not) more than|at most|up to|as many as|as much as|a maximum of', ['at_most']],
  ['at least|(?:no|not) (?:fewer|less) than|a minimum of', ['at_least']],
  ['(?:well )?(?:over|above)|more than|in excess of|upwards of|exceed(?:s|ed|ing)?', ['more_than', 'just_over']],
  ['almost|nearly|nearing|approaching|close to|just (?:under|below|short of)', ['almost', 'less_than']],
  ['(?:well )?(?:under|below)|less than|fewer than', ['less_than', 'almost']],
  ['about|around|some|approximately|roughly|circa|an estimated|estimated at|in the region of', ['approximately']]
];
const BEFORE = BOUND_WORDS.map(([words, bounds]) => ({
  pattern: new RegExp(`\\b(${words})(?: (?:a|an|the|another))?[ \u00a0]$`, 'i'),
  bounds
}));

/**
 * The words before a figure that say another bound than the claim has: `at least` where the bound is exact. `null` where
 * they agree, where the figure does not stand in the text, or where it stands there without such words as well.
 */
export function otherBound(text: string, { value, bound }: Quantity): string | null {
  if (value === null) return null;
  const said = spotsOf(text, value).map((at) => boundBefore(text.slice(0, at)));
  if (said.length === 0 || said.some((spot) => spot === null || spot.bounds.includes(bound))) return null;
  return said[0]?.words ?? null;
}

/** Words after a figure, or after what it counts, and the bounds that they can mean. */
const NOUN = '(?:[ \u00a0][\\p{L}-]+){0,2}';
const AFTER_WORDS: [string, Bound[]][] = [
  [`(\\+|-plus|[ \u00a0]plus\\b)`, ['at_least', 'more_than']],
  [`${NOUN}[ \u00a0](or more|and counting|at (?:the )?least)\\b`, ['at_least']],
  [`${NOUN}[ \u00a0](or (?:fewer|less)|at (?:the )?most)\\b`, ['at_most']],
  ['(-odd)\\b', ['approximately']],
  [`${NOUN}[ \u00a0](or so)\\b`, ['approximately']]
];
const AFTER = AFTER_WORDS.map(([words, bounds]) => ({ pattern: new RegExp(`^${words}`, 'iu'), bounds }));

/** The words right after a figure that say a bound: `30 or more`, `30 soldiers at least`, `30-odd`; `null` for none. */
export function boundAfter(text: string): { words: string; bounds: Bound[] } | null {
  for (const { pattern, bounds } of AFTER) {
    const words = pattern.exec(text)?.[1];
    if (words !== undefined) return { words: words.trim(), bounds };
  }
  return null;
}

/** The words right before a figure that say a bound, and the bounds that they can mean; `null` for none. */
export function boundBefore(text: string): { words: string; bounds: Bound[] } | null {
  const before = text.replace(/[“"„‘']$/, '');
  for (const { pattern, bounds } of BEFORE) {
    const words = pattern.exec(before)?.[1];
    if (words !== undefined) return { words, bounds };
  }
  return null;
}
