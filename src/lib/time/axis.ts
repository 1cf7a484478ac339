import { dayOf, dayParts, type Day } from '../model/day.ts';
import type { DayWindow } from '../model/time.ts';

/** Room left of the axis for lane titles, px; none on narrow panels, where titles stand above their lanes. */
const GUTTER_PX = 116;
/** From this width on the titles stand beside the lanes. */
const WIDE_PX = 700;
/** Room at both ends of the axis: half of the widest slider thumb, so that thumb and axis meet. CSS: `--pad`. */
export const PAD_PX = 16;
/** Used where nothing has been measured yet: in the prerendered page. */
export const DEFAULT_WIDTH_PX = 960;
const NARROWEST_PX = 120;

/** The one horizontal axis that slider and lanes share. Positions are px from the left edge of the panel's body. */
export type Axis = {
  domain: DayWindow;
  /** Whether lane titles stand beside the lanes. */
  wide: boolean;
  widthPx: number;
  /** The middle of the first and of the last day. */
  x0: number;
  x1: number;
  pxPerDay: number;
  /** The middle of a day; not clamped. */
  x(day: number): number;
  /** The nearest day of the domain. */
  dayAt(px: number): Day;
};

/**
 * `widthPx`: width of the panel's body; widths under 120 px count as 120. A domain of one day has a scale of 0 px a day.
 * `lanes: false`: a slider alone, which leaves no room for titles beside it.
 */
export function axisOf(domain: DayWindow, widthPx: number, { lanes = true } = {}): Axis {
  const width = Math.max(widthPx, NARROWEST_PX);
  const wide = lanes && width >= WIDE_PX;
  const x0 = (wide ? GUTTER_PX : 0) + PAD_PX;
  const x1 = width - PAD_PX;
  const days = domain.to - domain.from;
  // By hand: d3-scale is 9 kB of script, which the slider would wait for. The lanes come later and bring it along.
  return {
    domain,
    wide,
    widthPx: width,
    x0,
    x1,
    pxPerDay: days > 0 ? (x1 - x0) / days : 0,
    x: (day) => x0 + (days > 0 ? (day - domain.from) / days : 0.5) * (x1 - x0),
    dayAt: (px) => Math.round(domain.from + ((Math.min(Math.max(px, x0), x1) - x0) / (x1 - x0)) * days) as Day
  };
}

/** A position cut to the axis, so that an open end (infinite) is drawn at its edge. */
export function clampedX(axis: Axis, day: number): number {
  // The day is cut, not the position: a scale makes NaN of an infinite one.
  return axis.x(Math.min(Math.max(day, axis.domain.from), axis.domain.to));
}

/**
 * A line on the axis: a day, the first day of a month or of a year, as there is room. `labelled` where there is room for
 * its name, in this `style`; `year` where the year should be told too.
 */
export type Tick = { day: Day; x: number; labelled: boolean; style: 'short' | 'monthShort' | 'year'; year: boolean };

/** Steps that divide the month, the year and the century. */
const DAY_STEPS = [1, 2, 5, 10, 15];
const MONTH_STEPS = [1, 2, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const DAYS_A_MONTH = 30.4;
/** On so many days there may be one first of a month, or none: single days are told. */
const FEW_DAYS = 62;
/** A day with its year needs so many times the room of other labels. */
const DAY_WITH_YEAR = 1.4;
/** Lines that are not labelled are at least this far apart, px. */
const LINE_PX = 2.5;

/** As many ticks as have room, and as many labels as have `labelPx` of room each. */
export function axisTicks(axis: Axis, labelPx: number): Tick[] {
  const ticks = axis.domain.to - axis.domain.from < FEW_DAYS ? dayTicks(axis, labelPx) : monthTicks(axis, labelPx);
  // A short axis may lie between two labels.
  const labelled = ticks.some((tick) => tick.labelled)
    ? ticks
    : ticks.map((tick, at) => ({ ...tick, labelled: at === 0 }));
  const first = labelled.find((tick) => tick.labelled);
  let freeX = -Infinity;
  return labelled.map((tick) => {
    const year = tick.labelled && tick.style !== 'year' && (tick === first || isNewYear(tick.day));
    const isFree = tick.labelled && tick.x >= freeX;
    if (isFree && year && tick.style === 'short') freeX = tick.x + DAY_WITH_YEAR * labelPx;
    return { ...tick, labelled: isFree, year: isFree && year };
  });
}

type Line = Omit<Tick, 'year'>;

const isNewYear = (day: Day): boolean => {
  const { month, dayOfMonth } = dayParts(day);
  return month === 1 && dayOfMonth === 1;
};

function dayTicks({ domain: { from, to }, pxPerDay, x }: Axis, labelPx: number): Line[] {
  const step = DAY_STEPS.find((days) => days * pxPerDay >= labelPx) ?? 31;
  const days = Array.from({ length: to - from + 1 }, (_, at) => (from + at) as Day);
  return days
    .map((day): Line => {
      const at = dayParts(day).dayOfMonth - 1;
      // Not the 31st, right before a first.
      const labelled = at % step === 0 && (step === 1 || at < 30);
      return { day, x: x(day), labelled, style: 'short' };
    })
    .filter(({ labelled }, _at, { length }) => labelled || length === 1 || pxPerDay >= LINE_PX);
}

function monthTicks({ domain: { from, to }, pxPerDay, x }: Axis, labelPx: number): Line[] {
  const pxPerMonth = pxPerDay * DAYS_A_MONTH;
  const months = MONTH_STEPS.find((step) => step * pxPerMonth >= labelPx);
  const years = YEAR_STEPS.find((step) => 12 * step * pxPerMonth >= labelPx) ?? YEAR_STEPS.at(-1)!;
  const start = dayParts(from);
  const ticks: Line[] = [];
  for (let index = 0; ; index++) {
    const monthIndex = start.month - 1 + index;
    const [year, month] = [start.year + Math.floor(monthIndex / 12), monthIndex % 12];
    const day = dayOf(year, month + 1, 1);
    if (day === null || day > to) return ticks;
    if (day < from) continue;
    const labelled = months === undefined ? month === 0 && year % years === 0 : month % months === 0;
    const hasRoom = (month === 0 ? 12 : 1) * pxPerMonth >= LINE_PX;
    if (labelled || hasRoom)
      ticks.push({ day, x: x(day), labelled, style: months === undefined ? 'year' : 'monthShort' });
  }
}
