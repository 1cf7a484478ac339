import { emptyColumns, OPEN_END, OPEN_START, type EventColumns } from '../../src/lib/model/event-columns.ts';
import { dayOf } from '../../src/lib/model/day.ts';
import { syntheticDates } from './dates.ts';
import { syntheticPlaces } from './places.ts';
import { seeded } from './random.ts';

export type SyntheticOptions = {
  /** Rows: events at one place each, but for the few with two or three places. 1 to 1,000,000 and more. */
  rows: number;
  /** Equal options give equal columns. */
  seed?: number;
  /** Share of events whose date is not known to the day, 0 to 1. */
  uncertain?: number;
  /** Both days included. */
  domain?: { from: number; to: number };
  /** Degrees: west, south, east, north. Every row lies inside. */
  bounds?: readonly [number, number, number, number];
};

export const SYNTHETIC_DOMAIN = { from: dayOf(2023, 1, 1)! as number, to: dayOf(2023, 12, 31)! as number };
export const SYNTHETIC_BOUNDS = [20.3, 42.75, 21.3, 43.25] as const;
export const SYNTHETIC_KINDS = 8;

/** Of the dates that are not known to the day. */
const APPROXIMATE = 0.3;
const THROUGHOUT = 0.1;
const MORE_PLACES = 0.04;
const REPORT_DAY_UNSURE = 0.05;

/**
 * Made-up events that clump as real ones do: in bursts and quiet weeks, in towns, along roads and many on one point,
 * with dates known to the day, within days, weeks or a month, or open at an end; a burst has its own towns.
 * Memory: about three times the columns. A million rows take about a second.
 */
export function syntheticColumns({
  rows,
  seed = 1,
  uncertain = 0.25,
  domain = SYNTHETIC_DOMAIN,
  bounds = SYNTHETIC_BOUNDS
}: SyntheticOptions): EventColumns {
  const random = seeded(seed);
  const dates = syntheticDates(random, domain);
  const places = syntheticPlaces(random, bounds);
  // Days first, so that events can be numbered in their order; each then takes one row, rarely more.
  const drawn = emptyColumns(rows);
  const burst = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const date = dates.draw(random() < uncertain, random() < APPROXIMATE);
    drawn.hardEarliest[i] = date.hardEarliest;
    drawn.hardLatest[i] = date.hardLatest;
    drawn.softEarliest[i] = date.softEarliest;
    drawn.softLatest[i] = date.softLatest;
    burst[i] = date.burst;
  }
  const columns = emptyColumns(rows);
  let row = 0;
  let event = 0;
  for (const i of orderByStart(drawn.softEarliest)) {
    if (row === rows) break;
    const throughout = drawn.hardLatest[i]! > drawn.hardEarliest[i]! && random() < THROUGHOUT ? 1 : 0;
    const kind = Math.floor(SYNTHETIC_KINDS * random() ** 2);
    const weight = Math.min(40, Math.floor(random() ** -0.7));
    // A report follows what it reports: where only an end is known, soon after it.
    const known = drawn.softLatest[i] === OPEN_END ? drawn.hardEarliest[i]! : drawn.hardLatest[i]!;
    const reported = Math.min(known + Math.floor(-4 * Math.log(1 - random())), OPEN_END - 40);
    const reportedLatest = random() < REPORT_DAY_UNSURE ? reported + Math.floor(30 * random()) : reported;
    let count = random() < MORE_PLACES ? 2 + Math.floor(2 * random()) : 1;
    for (; count > 0 && row < rows; count--, row++) {
      const place = places.draw(burst[i]!);
      columns.lng[row] = place.lng;
      columns.lat[row] = place.lat;
      columns.accuracyM[row] = place.accuracyM;
      columns.hardEarliest[row] = drawn.hardEarliest[i]!;
      columns.hardLatest[row] = drawn.hardLatest[i]!;
      columns.softEarliest[row] = drawn.softEarliest[i]!;
      columns.softLatest[row] = drawn.softLatest[i]!;
      columns.throughout[row] = throughout;
      columns.kind[row] = kind;
      columns.weight[row] = weight;
      columns.reportedEarliest[row] = reported;
      columns.reportedLatest[row] = reportedLatest;
      columns.event[row] = event;
    }
    event++;
  }
  return columns;
}

/** Indices by start, equal starts in the order they have. Days are few beside events: counted, not compared. */
function orderByStart(start: Int32Array): Uint32Array {
  const at = new Uint32Array(OPEN_END - OPEN_START + 2);
  for (const day of start) at[day - OPEN_START + 1]!++;
  for (let i = 1; i < at.length; i++) at[i]! += at[i - 1]!;
  const order = new Uint32Array(start.length);
  for (let i = 0; i < start.length; i++) order[at[start[i]! - OPEN_START]!++] = i;
  return order;
}
