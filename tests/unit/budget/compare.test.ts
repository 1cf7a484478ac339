import { expect, test } from 'vitest';
import { compare } from '../../budget/compare.ts';

const recorded = { page: 60_000, script: 60_000, style: 8_000, fonts: 30_000, basemap: 200_000, embed: 2_000 };
const problems = (change: Partial<typeof recorded>) =>
  compare({ ...recorded, ...change }, recorded, {}).flatMap(({ problem }) => problem ?? []);

test('sizes as recorded, a little larger or smaller pass', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ page: 61_200, style: 8_500, script: 40_000 })).toEqual([]);
});
test('what grows by more than a little stops, within its budget too', () => {
  expect(problems({ page: 61_201 })).toEqual([expect.stringMatching(/^GROWN/)]);
  expect(problems({ style: 8_501 })).toEqual([expect.stringMatching(/^GROWN/)]);
});
test('what is over its budget stops, even where it was recorded so', () => {
  const over = { ...recorded, fonts: 40_001 };
  expect(compare(over, over, {}).flatMap(({ problem }) => problem ?? [])).toEqual(['OVER BUDGET']);
});

test('what is known to be over passes with its reason, and stops when it grows', () => {
  const known = { script: 'a reason' };
  const over = { ...recorded, script: 80_000 };
  expect(compare(over, over, known).flatMap(({ problem, note }) => problem ?? note ?? [])).toEqual([
    'over by 10.0 kB: a reason'
  ]);
  expect(compare({ ...over, script: 82_000 }, over, known).flatMap(({ problem }) => problem ?? [])).toEqual([
    expect.stringMatching(/^GROWN/)
  ]);
});
