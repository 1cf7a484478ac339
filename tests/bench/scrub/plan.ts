import type { EventColumns } from '../../../src/lib/model/event-columns.ts';
import type { DayWindow } from '../../../src/lib/model/time.ts';
import { SYNTHETIC_BOUNDS, SYNTHETIC_DOMAIN } from '../../synthetic/generate.ts';
import { seeded } from '../../synthetic/random.ts';

/** What is asked of every variant alike: the view, the days, and how many days are in the window. */

/** CSS pixels; the device pixel ratio is 1. */
export const SIZE = { width: 800, height: 500 };

/** MapLibre's zoom; Leaflet's is one more for the same scale, and knows whole numbers only. All events lie inside. */
export const CAMERA = {
  lng: (SYNTHETIC_BOUNDS[0] + SYNTHETIC_BOUNDS[2]) / 2,
  lat: (SYNTHETIC_BOUNDS[1] + SYNTHETIC_BOUNDS[3]) / 2,
  zoom: 9
};

/** Of the disc drawn for each event. */
export const RADIUS_PX = 4;

export const DRAG_POSITIONS = 95;
/** Late enough in the year that a window of half the events fits before it. */
const DRAG_FROM = SYNTHETIC_DOMAIN.from + 230;

/** Of the events, in the window. */
export type Share = 0.05 | 0.5;

/** `windowDays` up to and including the day asked for; `days` are the positions of the drag, one day apart. */
export type Plan = { share: Share; windowDays: number; days: number[] };
export type Move = { from: number; to: number };

export const windowAt = (day: number, windowDays: number) => ({ from: day - windowDays + 1, to: day }) as DayWindow;

/** The window whose share of events, as a mean over the positions, is nearest to the one asked for. */
export function planOf(columns: EventColumns, share: Share): Plan {
  const days = Array.from({ length: DRAG_POSITIONS }, (_, position) => DRAG_FROM + position);
  const rowsIn = countsOf(columns);
  const meanShare = (windowDays: number) =>
    days.reduce((sum, day) => sum + rowsIn(day, windowDays), 0) / (days.length * columns.length);
  let windowDays = 1;
  while (windowDays < 400 && meanShare(windowDays) < share) windowDays++;
  if (windowDays > 1 && share - meanShare(windowDays - 1) < meanShare(windowDays) - share) windowDays--;
  return { share, windowDays, days };
}

/**
 * Moves of the slider by a day, or by 20 and more, spread over the positions; only between days that pixels tell apart
 * (`apart`), as the frame from before would pass for the new one else. May be fewer than asked for.
 */
export function movesOf(
  days: readonly number[],
  apart: (from: number, to: number) => boolean,
  count: number,
  kind: 'steps' | 'jumps'
): Move[] {
  const fits = ({ from, to }: Move) =>
    apart(from, to) && (kind === 'steps' ? Math.abs(from - to) === 1 : Math.abs(from - to) >= 20);
  const all = days.flatMap((from) => days.map((to) => ({ from, to }))).filter(fits);
  const random = seeded(4);
  const keyed = all.map((move) => ({ move, key: random() })).sort((a, b) => a.key - b.key);
  return keyed.slice(0, count).map(({ move }) => move);
}

/** How many rows are in the window of so many days up to a day: those that have begun, less those that were over. */
export function countsOf({ softEarliest, softLatest }: EventColumns): (day: number, windowDays: number) => number {
  const startedBy = countsUpTo(softEarliest);
  const overBy = countsUpTo(softLatest);
  return (day, windowDays) => startedBy(day) - overBy(day - windowDays);
}

/** How many of the days are not after a day. */
function countsUpTo(of: Int32Array): (day: number) => number {
  const sorted = of.slice().sort();
  return (day) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle]! <= day) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}
