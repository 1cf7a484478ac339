import { expect, test } from 'vitest';
import { NearNumbers } from '../../../src/lib/model/near-numbers.ts';
import { numbers } from '../random-view.ts';

const random = numbers(31);
const below = (count: number) => Math.floor(random.next().value * count);
const many = (at: (i: number) => number) => Uint32Array.from({ length: 3000 }, (_, i) => at(i));

test.each<[what: string, values: Uint32Array, bytesEach: number]>([
  ['in order', many((i) => i), 1],
  ['in order, some twice', many((i) => 4_000_000_000 + i - (i % 2)), 1],
  ['near to those beside them', many((i) => 10_000 + 20 * i + below(50_000)), 2],
  ['anywhere', many(() => below(2 ** 32)), 4],
  ['from the least to the most', Uint32Array.of(0, 2 ** 32 - 1), 4],
  ['one', Uint32Array.of(7), 1],
  ['none', Uint32Array.of(), 1]
])('numbers %s are kept', (_, values, bytesEach) => {
  const kept = new NearNumbers(values);
  expect(Uint32Array.from({ length: kept.length }, (_, at) => kept.at(at))).toEqual(values);
  expect(kept.bytes).toBeLessThanOrEqual(values.length * bytesEach + 4 * Math.ceil(values.length / 256));
});
