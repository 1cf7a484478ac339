/** How long a day with an event is shown, ms, at the speeds to choose from. */
export const DWELL_MS = { slow: 4000, normal: 2500, fast: 1500 } as const;

export type Speed = keyof typeof DWELL_MS;

export const SPEEDS = Object.keys(DWELL_MS) as Speed[];

/** Days between events go by at this pace, but no gap takes longer than `GAP_MS`. */
const GAP_DAYS_PER_SECOND = 30;
const GAP_MS = 1500;

/** Where there are very many days with events, they share this time, but each is shown at least `SHORTEST_MS`. */
const ALL_STOPS_MS = 90_000;
const SHORTEST_MS = 250;

/** How long each of so many days with an event is shown. */
export function dwellMs(speed: Speed, stops: number): number {
  return Math.min(DWELL_MS[speed], Math.max(ALL_STOPS_MS / Math.max(stops, 1), SHORTEST_MS));
}

/** How long it takes to go over the days to the next stop. */
export function gapMs(days: number): number {
  return Math.min((days / GAP_DAYS_PER_SECOND) * 1000, GAP_MS);
}
