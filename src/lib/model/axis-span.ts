import { dayOf, dayParts, type Day } from './day.ts';
import type { DayWindow } from './time.ts';

/** How much of the domain the axis of time shows: all of it, or the calendar’s century, decade, year or month of the day. */
export type AxisSize = 'all' | 'century' | 'decade' | 'year' | 'month';

const AXIS_SIZES: readonly AxisSize[] = ['all', 'century', 'decade', 'year', 'month'];

const MONTHS = { century: 1200, decade: 120, year: 12, month: 1 };
const DAYS_A_MONTH = 30.44;
/** In a longer domain a day is narrower than a pixel of a common screen’s axis, and is not to be chosen by a pointer. */
export const LONG_DAYS = 800;

/** Whether the axis of a domain can be zoomed. */
export const isLong = ({ from, to }: DayWindow): boolean => to - from > LONG_DAYS;

/** The size of this name, where it parts the domain, or `all`; `null` for anything else. */
export function axisSizeIn(name: string, domain: DayWindow): AxisSize | null {
  const months = name === 'all' ? 0 : ((MONTHS as Record<string, number>)[name] ?? Infinity);
  return isLong(domain) && 2 * DAYS_A_MONTH * months < domain.to - domain.from ? (name as AxisSize) : null;
}

/** The sizes to choose from. The whole alone where the domain is not long. */
export const axisSizes = (domain: DayWindow): AxisSize[] =>
  AXIS_SIZES.filter((size) => size === 'all' || axisSizeIn(size, domain) !== null);

/**
 * The days that the axis shows: those of the calendar’s unit that the selected day is in, cut to the domain. So the day is
 * always among them, and the unit turns like a page as the day leaves it.
 */
export function axisSpan({ day, axis }: { day: Day; axis: AxisSize }, domain: DayWindow): DayWindow {
  if (axis === 'all') return domain;
  const { year, month } = dayParts(day);
  const at = Math.floor((12 * year + month - 1) / MONTHS[axis]) * MONTHS[axis];
  const firstOf = (months: number) => dayOf(Math.floor(months / 12), (months % 12) + 1, 1)!;
  return {
    from: Math.max(firstOf(at), domain.from) as Day,
    to: Math.min(firstOf(at + MONTHS[axis]) - 1, domain.to) as Day
  };
}
