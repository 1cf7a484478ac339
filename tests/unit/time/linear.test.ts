import { scaleLinear } from 'd3-scale';
import { expect, test } from 'vitest';
import { linear, roundTicks } from '../../../src/lib/time/linear.ts';

const DOMAINS: [number, number][] = [
  [0, 8550],
  [19358, 19722],
  [5, 5],
  [-3, 7]
];

test.each(DOMAINS)('the line over %i to %i is that of d3, in the domain and outside', (from, to) => {
  const ours = linear([from, to], [132, 944]);
  const theirs = scaleLinear().domain([from, to]).range([132, 944]);
  for (const value of [from, to, from - 10, to + 10, (from + to) / 3])
    expect(ours(value)).toBeCloseTo(theirs(value), 9);
});

test('the round values for numbers of people are those of d3', () => {
  for (let top = 10; top < 2_000_000; top = Math.ceil(top * 1.07)) {
    for (const count of [2, 3, 5]) expect(roundTicks(top, count)).toEqual(scaleLinear().domain([0, top]).ticks(count));
  }
});
