import { expect, test } from 'vitest';
import { median } from '../../bench/median.ts';
import { report, type Run } from '../../bench/report.ts';
import { VARIANTS } from '../../bench/variants.ts';

const run = (change: Partial<Run> = {}): Run => ({
  fcp: 900,
  lcp: 1200,
  cls: 0.01,
  tbt: 100,
  bytes: 800_000,
  scrub: 2000,
  ...change
});
const written = (page: Run[], waiting: Run[]) =>
  report(
    VARIANTS.map((variant) => ({ variant, runs: variant.id === 'page' ? page : waiting })),
    { runs: page.length, machine: 'a machine', day: '2023-05-29' }
  );

test('the median is the middle value, or between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([1, 2, 10, 40])).toBe(6);
});

test('the report has the medians, not the means', () => {
  const text = written([run({ lcp: 1000 }), run({ lcp: 1200 }), run({ lcp: 60_000 })], [run()]);
  expect(text).toContain('| The page | 0.90 s | 1.20 s | 2.00 s | 0.10 s | 0.010 | 800 kB |');
});

test('each aim is said to be met or not, by the medians of this run', () => {
  const text = written([run({ cls: 0.02 })], [run({ scrub: 5999 })]);
  expect(text).toContain('- met: largest paint');
  expect(text).toContain('- NOT met: first scrub at most 3 times the heading');
  expect(text).toContain('- NOT met: first scrub at least 3 times sooner');
  expect(text).toContain('- NOT met: layout shift');
});
