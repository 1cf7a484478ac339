import { isoDay, type Day } from '../model/day.ts';
import { hardBounds, softBounds, type Extent, type UncertainDate } from '../model/time.ts';

/** A date for people who do not read EDTF: its bounds as ISO days, `null` where an end is open. */
export type PlainDate = {
  edtf: string;
  from: string | null;
  to: string | null;
  /** The same bounds, widened by what `~` allows. */
  possibleFrom: string | null;
  possibleTo: string | null;
  approximate: boolean;
  uncertain: boolean;
};

const iso = (day: Day | null) => (day === null ? null : isoDay(day));

export function plainDate(date: UncertainDate): PlainDate {
  return {
    edtf: date.edtf,
    from: iso(date.earliest),
    to: iso(date.latest),
    possibleFrom: iso(date.softEarliest),
    possibleTo: iso(date.softLatest),
    approximate: date.approximate,
    uncertain: date.uncertain
  };
}

type Bound = { in: string } | { earliest?: string; latest?: string };

/** An entry of Linked Places `timespans`: `start` and `end` are each a day or a range; an unknown bound is left out. */
export type Timespan = { start?: Bound; end?: Bound };

/**
 * `within`: begins and ends on the same unknown day between the bounds. `throughout`: begins on the first and ends on
 * the last day, widened by what `~` allows. `null` where the date has no bound at all.
 */
export function timespanOf(date: UncertainDate, extent: Extent): Timespan | null {
  const hard = hardBounds(date);
  const soft = softBounds(date);
  if (extent === 'within') {
    const either = between(soft.earliest, soft.latest);
    return either && { start: either, end: either };
  }
  const start = between(soft.earliest, 2 * hard.earliest - soft.earliest);
  const end = between(2 * hard.latest - soft.latest, soft.latest);
  return start || end ? { ...(start && { start }), ...(end && { end }) } : null;
}

function between(from: number, to: number): Bound | null {
  const earliest = day(from);
  const latest = day(to);
  if (earliest === latest) return earliest === null ? null : { in: earliest };
  return { ...(earliest && { earliest }), ...(latest && { latest }) };
}

/** `2 * hard - soft` of two infinite ends is NaN. */
const day = (value: number) => (Number.isFinite(value) ? isoDay(value as Day) : null);

/** JSON-FG `time`: a date, or an interval with ".." for an open end; `null` where there is no bound. */
export function jsonFgTime({
  earliest,
  latest
}: UncertainDate): { date: string } | { interval: [string, string] } | null {
  if (earliest === null && latest === null) return null;
  if (earliest !== null && earliest === latest) return { date: isoDay(earliest) };
  return { interval: [iso(earliest) ?? '..', iso(latest) ?? '..'] };
}
