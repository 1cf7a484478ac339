import { clampDay, type Day } from './day.ts';
import type { DatasetEvent } from './dataset.ts';
import type { DayWindow } from './time.ts';

/** The first day that is known of an event: its earliest, or for one that is known only "by" a day, that day. */
export const startDay = ({ date }: DatasetEvent): Day | null => date.earliest ?? date.latest;

/**
 * Days at which the slider stops when stepping from event to event: the first day of each, inside the domain.
 * Ascending, each once.
 */
export function eventStops(events: readonly { event: DatasetEvent }[], domain: DayWindow): Day[] {
  const days = events
    .map(({ event }) => startDay(event))
    .filter((day): day is Day => day !== null && day >= domain.from && day <= domain.to);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The day that the slider jumps to for an event: its first, as in `eventStops`, clamped to the domain. */
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
