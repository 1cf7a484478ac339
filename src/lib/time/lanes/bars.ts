import { softBounds, hardBounds, type Extent, type UncertainDate } from '../../model/time.ts';
import { clampedX, type Axis } from '../axis.ts';

/**
 * A date as a bar: it fades in from `from` to `sureFrom`, is solid until `sureTo`, and fades out until `to`. Px.
 * No fade where `from` equals `sureFrom`.
 */
export type Bar = { from: number; sureFrom: number; sureTo: number; to: number };

/** Length of the fade if the day within the date is unknown, or (`OPEN`) if the end is open, px. */
const FADE_PX = 14;
const OPEN_FADE_PX = 48;

/** Whether a date is a single day known to the day: a mark, not a bar. */
export function isSingleDay(date: UncertainDate): boolean {
  return date.softEarliest !== null && date.softEarliest === date.softLatest;
}

/**
 * The bar of a date, clipped to the axis. A day extends half a day to each side of its centre.
 * `within` fades at both ends: the day is unknown. `throughout` fades only at ends that are open or approximate.
 * `null` where the date lies outside the domain.
 */
export function barOf(date: UncertainDate, extent: Extent, axis: Axis): Bar | null {
  const soft = softBounds(date);
  const hard = hardBounds(date);
  if (soft.latest < axis.domain.from || soft.earliest > axis.domain.to) return null;
  const from = clampedX(axis, soft.earliest - 0.5);
  const to = clampedX(axis, soft.latest + 0.5);
  const third = (to - from) / 3;
  const fadeIn = Math.min(third, fadeOf(hard.earliest, soft.earliest));
  const fadeOut = Math.min(third, fadeOf(hard.latest, soft.latest));
  return { from, sureFrom: from + fadeIn, sureTo: to - fadeOut, to };

  function fadeOf(hardEnd: number, softEnd: number): number {
    if (!Number.isFinite(softEnd)) return OPEN_FADE_PX;
    if (hardEnd !== softEnd) return Math.max(FADE_PX, 2 * Math.abs(softEnd - hardEnd) * axis.pxPerDay);
    return extent === 'within' ? FADE_PX : 0;
  }
}

/** The bar of a state between two days; an infinite end was stated by nobody, and fades. */
export function barBetween(from: number, to: number, axis: Axis): Bar | null {
  if (to < axis.domain.from || from > axis.domain.to) return null;
  const left = clampedX(axis, from - 0.5);
  const right = clampedX(axis, to + 0.5);
  const fade = Math.min(OPEN_FADE_PX, (right - left) / 3);
  return {
    from: left,
    sureFrom: Number.isFinite(from) ? left : left + fade,
    sureTo: Number.isFinite(to) ? right : right - fade,
    to: right
  };
}
