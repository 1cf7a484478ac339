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

/** The first day of a month; `labelled` where there is room for its name, `year` where the year should be told too. */
export type MonthTick = { day: Day; x: number; labelled: boolean; year: boolean };

const LABEL_STEPS = [1, 2, 3, 6, 12];

/**
 * First days of the months of the domain. Every one is a tick; as many are labelled as have `labelPx` of room each,
 * in steps that divide the year, counted from January.
 */
export function monthTicks(axis: Axis, labelPx: number): MonthTick[] {
  const pxPerMonth = axis.pxPerDay * 30.4;
  const step = LABEL_STEPS.find((months) => months * pxPerMonth >= labelPx) ?? 12;
  const { from, to } = axis.domain;
  const start = dayParts(from);
  const ticks: MonthTick[] = [];
  for (let index = 0; ; index++) {
    const monthIndex = start.month - 1 + index;
    const day = dayOf(start.year + Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1);
    if (day === null || day > to) return ticks;
    if (day < from) continue;
    const labelled = (monthIndex % 12) % step === 0;
    ticks.push({
      day,
      x: axis.x(day),
      labelled,
      year: labelled && (monthIndex % 12 === 0 || !ticks.some((tick) => tick.year))
    });
  }
}
