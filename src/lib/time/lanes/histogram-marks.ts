import { scaleLinear } from 'd3-scale';
import type { ColourGroup, KindCode } from '../../model/dataset.ts';
import type { KindTally } from '../../model/event-store.ts';
import type { Axis } from '../axis.ts';

const MIN_BAR_PX = 4;
const GAP_PX = 1;

/** Days per bar: as few as leave it wide enough to be visible. */
export function binDaysOf(axis: Axis): number {
  return axis.pxPerDay > 0 ? Math.max(Math.ceil(MIN_BAR_PX / axis.pxPerDay), 1) : 1;
}

/** All bars of one group in one state, as data of one SVG path. */
export type Bars = { group: ColourGroup; state: 'certain' | 'possible'; d: string };

/**
 * Bars of the tallies, one for each `binDays` days from the start of the domain. The groups are stacked in the order of
 * `groups`, the certain below the possible ones of each. The highest bar has the full height.
 */
export function barsOf(
  tallies: readonly KindTally[],
  kinds: readonly KindCode[],
  groups: readonly ColourGroup[],
  axis: Axis,
  binDays: number,
  heightPx: number
): Bars[] {
  const series = groups.flatMap((group) =>
    (['certain', 'possible'] as const).map((state) => ({ group, state, d: '' }))
  );
  const counted = tallies.map((tally) =>
    series.map(({ group, state }) =>
      kinds.reduce((total, kind, at) => (kind.group === group ? total + tally[state][at]! : total), 0)
    )
  );
  const highest = Math.max(1, ...counted.map((numbers) => numbers.reduce((total, number) => total + number, 0)));
  const heightOf = scaleLinear([0, highest], [0, heightPx]);
  counted.forEach((numbers, bin) => {
    const from = axis.domain.from + bin * binDays - 0.5;
    const left = Math.max(axis.x(from), axis.x0);
    const width = Math.max(Math.min(axis.x(from + binDays), axis.x1) - left - GAP_PX, 1);
    let foot = heightPx;
    numbers.forEach((number, at) => {
      if (number === 0) return;
      const height = heightOf(number);
      foot -= height;
      series[at]!.d += `M${round(left)} ${round(foot)}h${round(width)}v${round(height)}h${round(-width)}z`;
    });
  });
  return series.filter(({ d }) => d !== '');
}

const round = (px: number) => Math.round(px * 100) / 100;
