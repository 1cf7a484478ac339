import { expect, test } from 'vitest';
import { isExcluded, withLines } from '../../../../../src/tools/desk/page/excluded-lines.ts';

test('lines taken out one after the other are one range, with the first reason given', () => {
  let ranges = withLines([], 1, 2, true);
  ranges = [{ ...ranges[0]!, why: 'headline' }];
  expect(withLines(ranges, 3, 3, true)).toEqual([{ from: 1, to: 3, why: 'headline' }]);
});

test('a line that is taken in again parts its range', () => {
  const ranges = [{ from: 1, to: 5, why: 'comments' }];
  expect(withLines(ranges, 3, 3, false)).toEqual([
    { from: 1, to: 2, why: 'comments' },
    { from: 4, to: 5, why: 'comments' }
  ]);
});

test('neighbours with different reasons stay two', () => {
  const ranges = [
    { from: 1, to: 1, why: 'headline' },
    { from: 3, to: 3, why: 'comments' }
  ];
  expect(withLines(ranges, 2, 2, true)).toEqual([
    { from: 1, to: 2, why: 'headline' },
    { from: 3, to: 3, why: 'comments' }
  ]);
});

test('however lines are dragged over, out are those that were dragged over last as out', () => {
  let ranges = withLines([], 8, 3, true);
  ranges = withLines(ranges, 5, 6, false);
  const out = Array.from({ length: 10 }, (_, i) => i + 1).filter((line) => isExcluded(ranges, line));
  expect(out).toEqual([3, 4, 7, 8]);
});
