import type { Quantity } from '../../model/dataset.ts';
import { spotsOf } from './numbers-in-text.ts';

type Bound = Quantity['bound'];

/** Words before a figure, and the bounds that they can mean. The first that fits counts. */
const BOUND_WORDS: [string, Bound[]][] = [
  ['just over|slightly more than|barely exceed(?:s|ed|ing)?', ['just_over', 'more_than']],
  ['no more than|at most|up to|a maximum of', ['at_most']],
  ['at least|no fewer than|no less than|not less than|a minimum of', ['at_least']],
  ['more than|over|above|in excess of', ['more_than', 'just_over']],
  ['almost|nearly|close to|just under', ['almost', 'less_than']],
  ['less than|fewer than|under|below', ['less_than', 'almost']],
  ['about|around|some|approximately|roughly|circa', ['approximately']]
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

/** The words right before a figure that say a bound, and the bounds that they can mean; `null` for none. */
export function boundBefore(text: string): { words: string; bounds: Bound[] } | null {
  const before = text.replace(/[“"„‘']$/, '');
  for (const { pattern, bounds } of BEFORE) {
    const words = pattern.exec(before)?.[1];
    if (words !== undefined) return { words, bounds };
  }
  return null;
}
