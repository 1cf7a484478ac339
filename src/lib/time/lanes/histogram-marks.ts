import type { ColourGroup, KindCode } from '../../model/dataset.ts';
import type { Tally } from '../../model/event-counts.ts';
import type { Axis } from '../axis.ts';

const LEAST_BAR_PX = 4;
const GAP_PX = 1;

/** Days in a bar: as few as leave it wide enough to be seen. */
export function binDaysOf(axis: Axis): number {
  return axis.pxPerDay > 0 ? Math.max(Math.ceil(LEAST_BAR_PX / axis.pxPerDay), 1) : 1;
}

/** All bars of one group in one state, as the data of one path. */
export type Bars = { group: ColourGroup; state: 'certain' | 'possible'; d: string };

/**
 * Bars of the tallies, one for each `binDays` days from the start of the domain: in each the groups stand on one another
 * in the order of `groups`, of each the certain below the possible. The highest bar has the height.
 */
export function barsOf(
  tallies: readonly Tally[],
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
  counted.forEach((numbers, bin) => {
    const from = axis.domain.from + bin * binDays - 0.5;
    const left = Math.max(axis.x(from), axis.x0);
    const width = Math.max(Math.min(axis.x(from + binDays), axis.x1) - left - GAP_PX, 1);
    let foot = heightPx;
    numbers.forEach((number, at) => {
      if (number === 0) return;
      const height = (number / highest) * heightPx;
      foot -= height;
      series[at]!.d += `M${round(left)} ${round(foot)}h${round(width)}v${round(height)}h${round(-width)}z`;
    });
  });
  return series.filter(({ d }) => d !== '');
}

const round = (px: number) => Math.round(px * 100) / 100;
