import { OPEN_END, OPEN_START } from './event-columns.ts';
import type { Dates } from './packed-columns.ts';

/**
 * The relation of an event to a window, as a number: `presenceIn` for columns, with absent split into past and ahead.
 */
export const AHEAD = 0;
export const PAST = 1;
export const POSSIBLE = 2;
export const CERTAIN = 3;

/** The presence of what has date `at`, in the days `from` to `to`, both included. The map's shader computes the same. */
export function presenceOf(dates: Dates, at: number, from: number, to: number): number {
  const start = dates.softEarliest[at]!;
  const end = dates.softLatest[at]!;
  if (start > to) return AHEAD;
  if (end < from) return PAST;
  if (!dates.throughout[at]) return start >= from && end <= to ? CERTAIN : POSSIBLE;
  return sureStart(dates, at) <= Math.min(to, sureEnd(dates, at)) && sureEnd(dates, at) >= from ? CERTAIN : POSSIBLE;
}

// The margin that `~` adds outside the bounds may equally be missing inside: without an outer bound, no day is certain.

/** The first day certainly covered; `OPEN_END` if none is certain. Only for dates with `throughout`. */
export function sureStart({ hardEarliest, softEarliest }: Dates, at: number): number {
  const hard = hardEarliest[at]!;
  const soft = softEarliest[at]!;
  if (hard === soft) return hard;
  return soft === OPEN_START ? OPEN_END : Math.min(2 * hard - soft, OPEN_END);
}

/** The last day certainly covered; `OPEN_START` if none is certain. Only for dates with `throughout`. */
export function sureEnd({ hardLatest, softLatest }: Dates, at: number): number {
  const hard = hardLatest[at]!;
  const soft = softLatest[at]!;
  if (hard === soft) return hard;
  return soft === OPEN_END ? OPEN_START : Math.max(2 * hard - soft, OPEN_START);
}
