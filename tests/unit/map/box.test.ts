import { expect, test } from 'vitest';
import { overlaps, type Box } from '../../../src/lib/map/box.ts';

const box: Box = { x: 10, y: 10, width: 20, height: 10 };

test.each<[string, Partial<Box>, boolean]>([
  ['itself', {}, true],
  ['one inside', { x: 12, y: 12, width: 2, height: 2 }, true],
  ['one that crosses it', { x: 0, y: 14, width: 100, height: 1 }, true],
  ['a corner', { x: 29, y: 19 }, true],
  ['the edge alone', { x: 30 }, false],
  ['the lower edge alone', { y: 20 }, false],
  ['one beside it', { x: -20 }, false],
  ['one above it', { y: -5 }, false]
])('two boxes overlap or not: %s', (_what, other, expected) => {
  expect(overlaps(box, { ...box, ...other })).toBe(expected);
  expect(overlaps({ ...box, ...other }, box)).toBe(expected);
});
