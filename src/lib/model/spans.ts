import { OPEN_END, OPEN_START } from './event-columns.ts';
import type { PackedColumns } from './packed-columns.ts';
import { lowerBound } from './sorted.ts';

/**
 * Rows grouped by the length of their dates, the longest group first; sorted by start within a group. A group holds
 * lengths within one power of two: then the rows of a group that overlap some days lie in one range, which holds at
 * most about as many other rows. The map draws the rows in this order: events known to the day are above those that are
 * not.
 */
export type Spans = {
  /** Rows in drawing order. */
  order: Uint32Array;
  /** `softEarliest` of each row of `order`. */
  starts: Int32Array;
  groups: SpanGroup[];
};

/** `[at, end)` in `order`; `longest`: the longest date in it, in days after its first. */
export type SpanGroup = { at: number; end: number; longest: number };

/** One per bit length of the longest date, from one open end to the other, and one for length 0. */
const GROUPS = 33 - Math.clz32(OPEN_END - OPEN_START);

/** `least`: rows whose dates last fewer days after their first are left out. */
export function spansOf({ length, date, dates: { softEarliest, softLatest } }: PackedColumns, least = 0): Spans {
  const lengthOf = (row: number) => softLatest[date[row]!]! - softEarliest[date[row]!]!;
  const groupOf = (row: number) => 32 - Math.clz32(lengthOf(row));
  const ends = new Uint32Array(GROUPS + 1);
  for (let row = 0; row < length; row++) if (lengthOf(row) >= least) ends[GROUPS - groupOf(row)]!++;
  const groups: SpanGroup[] = [];
  for (let group = 1; group <= GROUPS; group++) {
    const at = ends[group - 1]!;
    ends[group]! += at;
    groups.push({ at, end: ends[group]!, longest: 0 });
  }
  const next = groups.map(({ at }) => at);
  const order = new Uint32Array(ends[GROUPS]!);
  const starts = new Int32Array(order.length);
  for (let row = 0; row < length; row++) {
    if (lengthOf(row) < least) continue;
    const group = GROUPS - groupOf(row) - 1;
    const at = next[group]!++;
    order[at] = row;
    starts[at] = softEarliest[date[row]!]!;
    groups[group]!.longest = Math.max(groups[group]!.longest, lengthOf(row));
  }
  return { order, starts, groups: groups.filter(({ at, end }) => end > at) };
}

/** A range of a group that contains every row overlapping the days `from` to `to`. */
export function stretchOf(
  { starts }: Spans,
  { at, end, longest }: SpanGroup,
  from: number,
  to: number
): [at: number, end: number] {
  const first = lowerBound(starts, from - longest, at, end);
  return [first, lowerBound(starts, to + 1, first, end)];
}
