import { OPEN_END, OPEN_START, type EventColumns } from './event-columns.ts';

/** What an event is against a window, as a number: `presenceIn` for columns, told apart by side where it is absent. */
export const AHEAD = 0;
export const PAST = 1;
export const POSSIBLE = 2;
export const CERTAIN = 3;

/** The presence of row `row` in the days `from` to `to`, both included. The map's shader says the same of `sureDays`. */
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

// What `~` may add outside it may also take away inside: without a bound outside, nothing inside is sure.

/** The first day that a state surely covered; `OPEN_END` where none is sure. Only of `throughout`. */
export function sureStart({ hardEarliest, softEarliest }: EventColumns, row: number): number {
  const hard = hardEarliest[row]!;
  const soft = softEarliest[row]!;
  if (hard === soft) return hard;
  return soft === OPEN_START ? OPEN_END : Math.min(2 * hard - soft, OPEN_END);
}

/** The last day that a state surely covered; `OPEN_START` where none is sure. Only of `throughout`. */
export function sureEnd({ hardLatest, softLatest }: EventColumns, row: number): number {
  const hard = hardLatest[row]!;
  const soft = softLatest[row]!;
  if (hard === soft) return hard;
  return soft === OPEN_END ? OPEN_START : Math.max(2 * hard - soft, OPEN_START);
}
