import { expect, test } from 'vitest';
import { manyReport, type Visit, type Visits } from '../../bench/many-report.ts';
import { CABLE, SLOW_4G } from '../../bench/visit.ts';

const visit = (scrub: number): Visit => ({ fcp: 300, lcp: 400, cls: 0, tbt: 50, scrub });
const page = { id: 'page', title: 'The page' };
const embed = { id: 'embed', title: 'An embed' };
const written = (measured: Visits[]) =>
  manyReport(measured, {
    rows: 350_000,
    runs: measured[0]!.visits.length,
    head: { bytes: 15e6, packed: 2.1e6, files: 1 },
    texts: { bytes: 147e6, packed: 25.2e6, files: 175 },
    ids: { bytes: 6e6, packed: 1.4e6, files: 175 },
    machine: 'a machine',
    day: '2023-05-29'
  });

test('each line has its table of medians, and the data its size', () => {
  const text = written([
    { reader: CABLE, variant: page, visits: [visit(1000), visit(2000), visit(90_000)] },
    { reader: SLOW_4G, variant: page, visits: [visit(7000), visit(8000), visit(9000)] }
  ]);
  expect(text).toMatch(
    /On cable, 5 Mbit\/s[^|]*\|[^\n]*\n[^\n]*\n\| The page \| 0.30 s \| 0.40 s \| 2.00 s \| 0.05 s \|/
  );
  expect(text).toMatch(/On slow 4G[^|]*\|[^\n]*\n[^\n]*\n\| The page \| 0.30 s \| 0.40 s \| 8.00 s \| 0.05 s \|/);
  expect(text).toContain(
    'a file of 15.0 MB, 2.1 MB as it travels; their texts are 175 files of\n147.0 MB, 25.2 MB as they travel'
  );
});

test('the aim is met where on cable the slowest way of every run is in time', () => {
  const slow: Visits = { reader: SLOW_4G, variant: page, visits: [visit(60_000), visit(60_000)] };
  const cable = (embedMs: number): Visits[] => [
    { reader: CABLE, variant: page, visits: [visit(2000), visit(2100)] },
    { reader: CABLE, variant: embed, visits: [visit(2500), visit(embedMs)] }
  ];
  expect(written([...cable(3000), slow])).toMatch(/- met: .* \(2\.50 s; 3\.00 s\)/);
  expect(written([...cable(3100), slow])).toMatch(/- NOT met: .* \(2\.50 s; 3\.10 s\)/);
});
