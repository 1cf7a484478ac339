import { LONG_DAYS } from './axis-span.ts';

/** How long a day with an event is shown, ms, at the speeds to choose from. */
export const DWELL_MS = { slow: 4000, normal: 2500, fast: 1500 } as const;

export type Speed = keyof typeof DWELL_MS;

export const SPEEDS = Object.keys(DWELL_MS) as Speed[];

/** Days between events go by at this pace, but no gap takes longer than `GAP_MS`, and those of an axis no longer than this. */
const GAP_DAYS_PER_SECOND = 30;
const GAP_MS = 1500;
const ALL_GAPS_MS = 60_000;

/** Where there are very many days with events, they share this time, but each is shown at least `SHORTEST_MS`. */
const ALL_STOPS_MS = 90_000;
const SHORTEST_MS = 250;

/** How long each of so many days with an event is shown. */
export function dwellMs(speed: Speed, stops: number): number {
  return Math.min(DWELL_MS[speed], Math.max(ALL_STOPS_MS / Math.max(stops, 1), SHORTEST_MS));
}

/** How long it takes to go over the days to the next stop. `axisDays`: what the axis shows sets the pace. */
export function gapMs(days: number, axisDays: number): number {
  return Math.min((days / GAP_DAYS_PER_SECOND) * 1000, (days / axisDays) * ALL_GAPS_MS, GAP_MS);
}

/**
 * How many days on the next day to stop at is at least: 1 where each has its time. Where so many days with an event are on a
 * long axis that they would take many minutes, those that are nearer than some pixels are passed over.
 */
export function leapDays(stops: number, axisDays: number): number {
  const moments = ALL_STOPS_MS / SHORTEST_MS;
  return stops > moments && axisDays > LONG_DAYS ? Math.ceil(axisDays / moments) : 1;
}
