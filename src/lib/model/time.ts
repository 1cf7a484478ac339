import type { Day } from './day.ts';

/**
 * A date that may not be known to the day, as resolved from EDTF at build time.
 * `earliest` and `latest` are the bounds stated, both days included; `null` is an open end.
 * `softEarliest` and `softLatest` add what `~` allows (a day: 1 day; a month: 1 month; a year: 1 year).
 * The soft bounds decide what may overlap and are drawn as a fading edge; they are never read out as stated.
 */
export type UncertainDate = {
  edtf: string;
  earliest: Day | null;
  latest: Day | null;
  softEarliest: Day | null;
  softLatest: Day | null;
  approximate: boolean;
  uncertain: boolean;
};

/** A window of days, closed at both ends: one day is `{from: d, to: d}`. */
export type DayWindow = { from: Day; to: Day };

/** Whether an uncertain date is in a window: certainly, possibly, or not. */
export type Presence = 'certain' | 'possible' | 'absent';

/** `within`: on some unknown day of the date. `throughout`: on every day of it. */
export type Extent = 'within' | 'throughout';

/** Bounds as comparable numbers: an open end is infinite. */
export function hardBounds(date: UncertainDate): { earliest: number; latest: number } {
  return { earliest: date.earliest ?? -Infinity, latest: date.latest ?? Infinity };
}

/** As `hardBounds`, widened by what `~` allows. */
export function softBounds(date: UncertainDate): { earliest: number; latest: number } {
  return { earliest: date.softEarliest ?? -Infinity, latest: date.softLatest ?? Infinity };
}

/** Whether two dates may have a day in common, allowing for `~`. */
export function mayOverlap(a: UncertainDate, b: UncertainDate): boolean {
  const x = softBounds(a);
  const y = softBounds(b);
  return x.earliest <= y.latest && y.earliest <= x.latest;
}

/**
 * Presence of an event in a window.
 * `within`: certain only if every day it may have been on is in the window.
 * `throughout`: certain if a day it surely covered is in the window.
 */
export function presenceIn(date: UncertainDate, extent: Extent, window: DayWindow): Presence {
  const soft = softBounds(date);
  if (soft.latest < window.from || soft.earliest > window.to) return 'absent';
  if (extent === 'throughout') {
    const sure = surelyCovered(date);
    return sure && sure.earliest <= window.to && sure.latest >= window.from ? 'certain' : 'possible';
  }
  return soft.earliest >= window.from && soft.latest <= window.to ? 'certain' : 'possible';
}

/** The days that a state lasting `throughout` the date certainly covered; `null` if `~` leaves none certain. */
function surelyCovered(date: UncertainDate): { earliest: number; latest: number } | null {
  const hard = hardBounds(date);
  const soft = softBounds(date);
  // The margin that `~` adds outside the bounds may equally be missing inside.
  const earliest = hard.earliest + (hard.earliest - soft.earliest || 0);
  const latest = hard.latest - (soft.latest - hard.latest || 0);
  return earliest <= latest ? { earliest, latest } : null;
}

/** Whether something had happened, or been published, by the end of a day. */
export function presenceBy(date: UncertainDate, day: Day): Presence {
  const soft = softBounds(date);
  if (soft.latest <= day) return 'certain';
  return soft.earliest <= day ? 'possible' : 'absent';
}
