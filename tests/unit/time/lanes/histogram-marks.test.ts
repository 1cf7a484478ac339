import { expect, test } from 'vitest';
import type { KindCode } from '../../../../src/lib/model/dataset.ts';
import { addDays } from '../../../../src/lib/model/day.ts';
import { barsOf, binDaysOf } from '../../../../src/lib/time/lanes/histogram-marks.ts';
import { axisWith, day } from '../fixture.ts';

const kinds = [
  { id: 'clash', label: '', shape: 'burst', group: 'violence' },
  { id: 'vote', label: '', shape: 'ballot', group: 'civic' },
  { id: 'attack', label: '', shape: 'diamond', group: 'violence' }
] as KindCode[];
const tally = (certain: number[], possible: number[] = []) => ({
  certain: Uint32Array.from({ length: 32 }, (_, at) => certain[at] ?? 0),
  possible: Uint32Array.from({ length: 32 }, (_, at) => possible[at] ?? 0)
});
const domain = { from: day('2023-01-01'), to: addDays(day('2023-01-01'), 2) };
/** Left edge, top, width and height of each bar of a path. */
const rects = (d: string) =>
  [...d.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)/g)].map((match) => match.slice(1).map(Number));

test('bars are as high as their numbers, groups on one another, kinds of a group together', () => {
  const axis = axisWith(50, domain);
  const bars = barsOf([tally([1, 0, 1], [2]), tally([0, 1]), tally([])], kinds, ['violence', 'civic'], axis, 1, 40);
  expect(bars.map(({ group, state }) => [group, state])).toEqual([
    ['violence', 'certain'],
    ['violence', 'possible'],
    ['civic', 'certain']
  ]);
  expect(rects(bars[0]!.d)).toEqual([[axis.x0, 20, 24, 20]]);
  expect(rects(bars[1]!.d)).toEqual([[axis.x0, 0, 24, 20]]);
  expect(rects(bars[2]!.d)).toEqual([[axis.x(domain.from + 0.5), 30, 49, 10]]);
});

test('a bar holds as many days as leave it four pixels', () => {
  expect([10, 4, 3.9, 1, 0.5].map((px) => binDaysOf(axisWith(px)))).toEqual([1, 1, 2, 4, 8]);
});

test('without events there are no bars', () => {
  expect(barsOf([tally([])], kinds, ['violence'], axisWith(50, domain), 1, 40)).toEqual([]);
});
