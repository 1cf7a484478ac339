import { expect, test } from 'vitest';
import { compare } from '../../budget/compare.ts';

const recorded = { page: 60_000, script: 60_000, style: 8_000, fonts: 30_000, basemap: 200_000 };
const problems = (change: Partial<typeof recorded>) => compare({ ...recorded, ...change }, recorded).flatMap(({ problem }) => problem ?? []);

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
  expect(compare(over, over).flatMap(({ problem }) => problem ?? [])).toEqual(['OVER BUDGET']);
});
