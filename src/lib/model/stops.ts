import { clampDay, type Day } from './day.ts';
import type { DatasetEvent } from './dataset.ts';
import { OPEN_END, OPEN_START } from './event-columns.ts';
import type { EventStore, StoreQuery } from './event-store.ts';
import type { Dates } from './packed-columns.ts';
import type { DayWindow, UncertainDate } from './time.ts';

/** The first day that is known of a date: its earliest, or for one that is known only "by" a day, that day. */
export const firstKnownDay = ({ earliest, latest }: UncertainDate): Day | null => earliest ?? latest;

/** That of an event. */
export const startDay = ({ date }: DatasetEvent): Day | null => firstKnownDay(date);

/** `startDay` of an event with date `at`. */
export function startOf(
  { hardEarliest, hardLatest }: Pick<Dates, 'hardEarliest' | 'hardLatest'>,
  at: number
): Day | null {
  const day = hardEarliest[at] === OPEN_START ? hardLatest[at]! : hardEarliest[at]!;
  return day === OPEN_END ? null : (day as Day);
}

/**
 * Days at which the slider stops when stepping from event to event: the first day of each that counts, inside the domain.
 * Ascending, each once.
 */
export function stopsOf(store: EventStore, view: Pick<StoreQuery, 'asOf' | 'hiddenKinds'>, domain: DayWindow): Day[] {
  const begins = new Uint8Array(domain.to - domain.from + 1);
  const { date, dates } = store.columns;
  for (const row of store.firstRows) {
    const day = startOf(dates, date[row]!);
    if (day !== null && day >= domain.from && day <= domain.to && store.counts(row, view))
      begins[day - domain.from] = 1;
  }
  return [...begins.keys()].filter((at) => begins[at] === 1).map((at) => (domain.from + at) as Day);
}

/** The first event, by its index, that the slider jumps to this day for; `null`: none. */
export function eventStartingOn(
  store: EventStore,
  view: Pick<StoreQuery, 'asOf' | 'hiddenKinds'>,
  domain: DayWindow,
  day: Day
): number | null {
  const { date, dates } = store.columns;
  const at = store.firstRows.findIndex(
    (row) =>
      clampDay(startOf(dates, date[row]!) ?? domain.from, domain.from, domain.to) === day && store.counts(row, view)
  );
  return at < 0 ? null : at;
}

/** The day that the slider jumps to for an event: its first, as in `stopsOf`, clamped to the domain. */
export function firstDayOf(event: DatasetEvent, domain: DayWindow): Day {
  return clampDay(startDay(event) ?? domain.from, domain.from, domain.to);
}

/** The stop before or after a day; `null` at the ends. `stops` are ascending. */
export function stopBefore(stops: readonly Day[], day: Day): Day | null {
  return stops.filter((stop) => stop < day).at(-1) ?? null;
}

export function stopAfter(stops: readonly Day[], day: Day): Day | null {
  return stops.find((stop) => stop > day) ?? null;
}
