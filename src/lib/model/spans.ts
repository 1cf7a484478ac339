import type { EventColumns } from './event-columns.ts';
import { lowerBound } from './sorted.ts';

/**
 * Rows in groups by how long their dates are, the longest group first; inside a group by start. A group holds lengths of
 * one power of two, so that the rows of a group that touch some days are, but for as many again, one stretch of it.
 * The map draws the rows in this order: what is known to the day lies above what is not.
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

/** Lengths of 16 bits, and none. */
const GROUPS = 17;

export function spansOf({ length, softEarliest, softLatest }: EventColumns): Spans {
  const groupOf = (row: number) => 32 - Math.clz32(softLatest[row]! - softEarliest[row]!);
  const ends = new Uint32Array(GROUPS + 1);
  for (let row = 0; row < length; row++) ends[GROUPS - groupOf(row)]!++;
  const groups: SpanGroup[] = [];
  for (let group = 1; group <= GROUPS; group++) {
    const at = ends[group - 1]!;
    ends[group]! += at;
    groups.push({ at, end: ends[group]!, longest: 0 });
  }
  const next = groups.map(({ at }) => at);
  const order = new Uint32Array(length);
  const starts = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const group = GROUPS - groupOf(row) - 1;
    const at = next[group]!++;
    order[at] = row;
    starts[at] = softEarliest[row]!;
    groups[group]!.longest = Math.max(groups[group]!.longest, softLatest[row]! - softEarliest[row]!);
  }
  return { order, starts, groups: groups.filter(({ at, end }) => end > at) };
}

/** The stretch of a group in which every row is that touches the days `from` to `to`. */
export function stretchOf(
  { starts }: Spans,
  { at, end, longest }: SpanGroup,
  from: number,
  to: number
): [at: number, end: number] {
  const first = lowerBound(starts, from - longest, at, end);
  return [first, lowerBound(starts, to + 1, first, end)];
}
