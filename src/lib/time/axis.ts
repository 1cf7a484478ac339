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
  /** The days that it shows. */
  domain: DayWindow;
  /** Those of the data, which it may show a part of. */
  whole: DayWindow;
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

/** Whether an axis shows a day. */
export const showsDay = ({ domain }: Pick<Axis, 'domain'>, day: Day): boolean => day >= domain.from && day <= domain.to;

/** Where a day stands on an axis; `null`: it shows no such day. */
export const shownX = (axis: Axis, day: Day | string): number | null =>
  typeof day === 'number' && showsDay(axis, day) ? axis.x(day) : null;

/**
 * `widthPx`: width of the panel's body; widths under 120 px count as 120. A domain of one day has a scale of 0 px a day.
 * `lanes: false`: a slider alone, which leaves no room for titles beside it. `whole`: the domain of the data.
 */
export function axisOf(domain: DayWindow, widthPx: number, { lanes = true, whole = domain } = {}): Axis {
  const width = Math.max(widthPx, NARROWEST_PX);
  const wide = lanes && width >= WIDE_PX;
  const x0 = (wide ? GUTTER_PX : 0) + PAD_PX;
  const x1 = width - PAD_PX;
  const days = domain.to - domain.from;
  // By hand: d3-scale is 9 kB of script, which the slider would wait for. The lanes come later and bring it along.
  return {
    domain,
    whole,
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

/** Steps of days, nearly all of which divide the month. */
const DAY_STEPS = [1, 2, 5, 10, 15, 31];
/** Steps of months: they divide the year, then a thousand years. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];
const DAYS_A_MONTH = 30.4;
/** On so many days there may be one first of a month, or none: single days are told. */
const FEW_DAYS = 62;
/** A day with its year needs so many times the room of other labels. */
const DAY_WITH_YEAR = 1.4;
/** Lines are at least this far apart, px. */
const LINE_PX = 6;
/** Room for the name of a month with its year, or of a day. */
export const LABEL_PX = 54;

/** As many lines as have room, and as many labels as have `labelPx` of room each. */
export function axisTicks(axis: Axis, labelPx = LABEL_PX): Tick[] {
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

/** Nearer to each other, ticks of days run together into a band. */
const APART_PX = 3;

/**
 * Where days stand that the axis shows, `days` ascending. Of more than have room for a tick each, one for as many pixels as
 * a tick needs: what is between two ticks then tells where there are none.
 */
export function dayMarks(axis: Axis, days: readonly Day[]): number[] {
  const all = days.filter((day) => showsDay(axis, day)).map((day) => axis.x(day));
  if (all.length * APART_PX <= axis.x1 - axis.x0) return all;
  let freeX = -Infinity;
  return all.filter((x) => {
    if (x < freeX) return false;
    freeX = x + APART_PX;
    return true;
  });
}

type Line = Omit<Tick, 'year'>;

const isNewYear = (day: Day): boolean => {
  const { month, dayOfMonth } = dayParts(day);
  return month === 1 && dayOfMonth === 1;
};

/** Of the steps the finest for which labels have room; and for lines, the finest that meets all labels. */
function stepsFor(steps: readonly number[], px: number, labelPx: number): { label: number; line: number } {
  const label = steps.find((step) => step * px >= labelPx) ?? steps.at(-1)!;
  return { label, line: steps.find((step) => label % step === 0 && step * px >= LINE_PX) ?? label };
}

function dayTicks({ domain: { from, to }, pxPerDay, x }: Axis, labelPx: number): Line[] {
  const { label, line } = stepsFor(DAY_STEPS, pxPerDay, labelPx);
  const isAt = (day: Day, step: number) => {
    const at = dayParts(day).dayOfMonth - 1;
    // Not the 31st, right before a first.
    return at % step === 0 && (step === 1 || at < 30);
  };
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) as Day)
    .filter((day) => from === to || isAt(day, line))
    .map((day) => ({ day, x: x(day), labelled: isAt(day, label), style: 'short' }));
}

function monthTicks({ domain: { from, to }, pxPerDay, x }: Axis, labelPx: number): Line[] {
  const { label, line } = stepsFor(MONTH_STEPS, pxPerDay * DAYS_A_MONTH, labelPx);
  const { year, month } = dayParts(from);
  const ticks: Line[] = [];
  for (let at = line * Math.floor((12 * year + month - 1) / line); ; at += line) {
    const day = dayOf(Math.floor(at / 12), (at % 12) + 1, 1);
    if (day === null || day > to) return ticks;
    if (day >= from)
      ticks.push({ day, x: x(day), labelled: at % label === 0, style: label < 12 ? 'monthShort' : 'year' });
  }
}
