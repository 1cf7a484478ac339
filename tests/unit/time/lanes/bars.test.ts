import { expect, test } from 'vitest';
import { barBetween, barOf, isSingleDay } from '../../../../src/lib/time/lanes/bars.ts';
import { axisWith, date } from '../fixture.ts';

const axis = axisWith(10);

test('a day known to the day is a mark; "about" a day is a bar', () => {
  expect(isSingleDay(date('2023-05-29'))).toBe(true);
  expect(isSingleDay(date('2023-05-29', 1))).toBe(false);
  expect(isSingleDay(date('2023-05-29/2023-05-30'))).toBe(false);
  expect(isSingleDay(date('../2023-05-30'))).toBe(false);
});

test('an unknown day of a span fades at both ends, inside what is stated', () => {
  const bar = barOf(date('2023-04-01/2023-04-30'), 'within', axis)!;
  expect(bar.to - bar.from).toBeCloseTo(300);
  expect(bar.sureFrom).toBeGreaterThan(bar.from);
  expect(bar.sureTo).toBeLessThan(bar.to);
});

test('what lasts throughout a span has hard ends', () => {
  const bar = barOf(date('2023-04-01/2023-04-30'), 'throughout', axis)!;
  expect([bar.sureFrom, bar.sureTo]).toEqual([bar.from, bar.to]);
});

test('an open end fades out at the edge of the axis, the stated one stays hard', () => {
  const bar = barOf(date('2023-05-30/..'), 'throughout', axis)!;
  expect(bar.sureFrom).toBe(bar.from);
  expect(bar.to).toBe(axis.x1);
  expect(bar.sureTo).toBeLessThan(bar.to);
});

test('"about" is drawn as a fade beyond the day', () => {
  const bar = barOf(date('2023-12-07', 1), 'within', axis)!;
  expect(bar.to - bar.from).toBeCloseTo(30);
});

test('what lies outside the domain is not drawn', () => {
  expect(barOf(date('2022-04-01/2022-04-30'), 'within', axis)).toBeNull();
  expect(barOf(date('2024-01-01/..'), 'throughout', axis)).toBeNull();
  expect(barBetween(-Infinity, axis.domain.from - 1, axis)).toBeNull();
});

test('a state without stated end reaches the edge and fades there', () => {
  const bar = barBetween(axis.domain.from + 100, Infinity, axis)!;
  expect(bar.to).toBe(axis.x1);
  expect(bar.sureTo).toBeLessThan(bar.to);
  expect(bar.sureFrom).toBe(bar.from);
});
