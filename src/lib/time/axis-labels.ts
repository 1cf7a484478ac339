import { formatDay } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { Day } from '../model/day.ts';
import { textWidth } from '../svg/text-width.ts';
import { axisTicks, type Axis, type Tick } from './axis.ts';

/** A line of the axis. `name`: of its day, month or year, at its right; `year`: behind the name. `null`: no room. */
export type AxisLabel = { day: Day; x: number; name: string | null; year: string | null };

const FONT_PX = 11;
/** Between a name and its year. */
export const YEAR_GAP_PX = 3;
const BETWEEN_PX = 2;

/** The lines of an axis with the names that have room in this language: none touches the next, or is cut at the end. */
export function axisLabels(language: Language, axis: Axis): AxisLabel[] {
  const ticks = axisTicks(axis);
  const labels = placed(language, axis, ticks);
  // Where the only ones with their year would be cut.
  return labels.some(({ name, year }, at) => year !== null || (name !== null && ticks[at]!.style === 'year'))
    ? labels
    : placed(
        language,
        axis,
        ticks.map((tick, at) => (at === 0 ? { ...tick, labelled: true, year: tick.style !== 'year' } : tick))
      );
}

function placed(language: Language, axis: Axis, ticks: readonly Tick[]): AxisLabel[] {
  let freeX = -Infinity;
  return ticks.map(({ day, x, labelled, style, ...tick }) => {
    const name = formatDay(language, day, style);
    const year = formatDay(language, day, 'year');
    const nameEnd = x + textWidth(name, FONT_PX);
    const yearEnd = nameEnd + YEAR_GAP_PX + textWidth(year, FONT_PX, true);
    if (!labelled || x < freeX || nameEnd > axis.widthPx) return { day, x, name: null, year: null };
    const hasYear = tick.year && yearEnd <= axis.widthPx;
    freeX = (hasYear ? yearEnd : nameEnd) + BETWEEN_PX;
    return { day, x, name, year: hasYear ? year : null };
  });
}
