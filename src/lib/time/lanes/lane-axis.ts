import { scaleLinear } from 'd3-scale';
import type { Day } from '../../model/day.ts';
import type { Axis } from '../axis.ts';

/**
 * The slider's axis as the lanes have it, on a scale of d3: the same days at the same places.
 * Days are whole numbers. Not scaleTime: it ticks in local time and moves 1 May to 30 April west of Greenwich.
 */
export function laneAxis(axis: Axis): Axis {
  const scale = scaleLinear([axis.domain.from, axis.domain.to], [axis.x0, axis.x1]);
  const clamped = scale.copy().clamp(true);
  return { ...axis, x: scale, dayAt: (px) => Math.round(clamped.invert(px)) as Day };
}
