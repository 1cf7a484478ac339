/** Whole days since 1970-01-01, UTC. A calendar day is a label, not an instant: local time is never involved. */
export type Day = number & { readonly unit: 'day' };

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a calendar date; `null` where there is no such date (30 February, month 13). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  // Date.UTC reads years 0 to 99 as 1900 to 1999, and turns 30 February into a day of March: both are rejected.
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return same ? ((date.getTime() / MS_PER_DAY) as Day) : null;
}

/** Parses `2023-05-29`; `null` for anything else. */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `2023-05-29`. */
export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The calendar parts of a day; `month` is 1 to 12, `weekday` 1 (Monday) to 7. */
export function dayParts(day: Day): { year: number; month: number; dayOfMonth: number; weekday: number } {
  const date = new Date(day * MS_PER_DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    weekday: date.getUTCDay() || 7
  };
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/** The day of a text, if it lies in `[from, to]`, both ends included. */
export function parseDayIn(text: string, { from, to }: { from: Day; to: Day }): Day | null {
  const day = parseDay(text);
  return day !== null && day >= from && day <= to ? day : null;
}

/** `day` moved into `[from, to]`, both ends included. */
export function clampDay(day: Day, from: Day, to: Day): Day {
  return Math.min(Math.max(day, from), to) as Day;
}
