import { OPEN_END, OPEN_START, type EventColumns } from './event-columns.ts';

/**
 * The relation of an event to a window, as a number: `presenceIn` for columns, with absent split into past and ahead.
 */
export const AHEAD = 0;
export const PAST = 1;
export const POSSIBLE = 2;
export const CERTAIN = 3;

/** The presence of row `row` in the days `from` to `to`, both included. The map's shader computes the same. */
export function presenceOf(columns: EventColumns, row: number, from: number, to: number): number {
  const start = columns.softEarliest[row]!;
  const end = columns.softLatest[row]!;
  if (start > to) return AHEAD;
  if (end < from) return PAST;
  if (!columns.throughout[row]) return start >= from && end <= to ? CERTAIN : POSSIBLE;
  return sureStart(columns, row) <= Math.min(to, sureEnd(columns, row)) && sureEnd(columns, row) >= from
    ? CERTAIN
    : POSSIBLE;
}

// The margin that `~` adds outside the bounds may equally be missing inside: without an outer bound, no day is certain.

/** The first day certainly covered; `OPEN_END` if none is certain. Only for rows with `throughout`. */
export function sureStart({ hardEarliest, softEarliest }: EventColumns, row: number): number {
  const hard = hardEarliest[row]!;
  const soft = softEarliest[row]!;
  if (hard === soft) return hard;
  return soft === OPEN_START ? OPEN_END : Math.min(2 * hard - soft, OPEN_END);
}

/** The last day certainly covered; `OPEN_START` if none is certain. Only for rows with `throughout`. */
export function sureEnd({ hardLatest, softLatest }: EventColumns, row: number): number {
  const hard = hardLatest[row]!;
  const soft = softLatest[row]!;
  if (hard === soft) return hard;
  return soft === OPEN_END ? OPEN_START : Math.max(2 * hard - soft, OPEN_START);
}
