import { expect, test } from 'vitest';
import { coverageOf, coverageSpans, prepareCoverage } from '../../../src/lib/model/coverage.ts';
import type { Day } from '../../../src/lib/model/day.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { articleReported, type ReportFilter } from '../../../src/lib/model/reports.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { syntheticDataset } from '../../synthetic/dataset.ts';
import { SYNTHETIC_DOMAIN, syntheticColumns } from '../../synthetic/generate.ts';

const index = indexDataset(syntheticDataset(loadDataset('tests/fixtures/region'), syntheticColumns({ rows: 300 })));
const { articles } = index.dataset;
const { from, to } = SYNTHETIC_DOMAIN;
const DAYS = Array.from({ length: 40 }, (_, at) => Math.round(from + ((to - from) * at) / 39) as Day);
const FILTERS: ReportFilter[] = [[], [articles[2]!.id, articles[9]!.id]].flatMap((hiddenArticles) =>
  [null, ...DAYS].map((asOf) => ({ asOf, hiddenArticles }))
);

test('the spans under a filter are those of the articles that count', () => {
  const all = coverageSpans(index, { asOf: null, hiddenArticles: [] });
  expect(all.length).toBeGreaterThan(100);
  for (const filter of FILTERS)
    expect(coverageSpans(index, filter)).toEqual(
      all.filter(({ article }) => articleReported(index, article, filter) !== 'absent')
    );
});

test('prepared in parts, the spans are the same', () => {
  const other = { ...index };
  expect([...prepareCoverage(other)].length).toBeGreaterThan(0);
  const all = { asOf: null, hiddenArticles: [] };
  expect(coverageSpans(other, all)).toEqual(coverageSpans(index, all));
});

test('a window has the articles that report on a day of it, and the nearest days before and after', () => {
  for (const filter of FILTERS.filter((_, at) => at % 7 === 0)) {
    const spans = coverageSpans(index, filter);
    for (const day of DAYS) {
      const window = { from: day, to: (day + 6) as Day };
      const days = spans.flatMap((span) =>
        Array.from({ length: span.to - span.from + 1 }, (_, at) => ({ day: span.from + at, article: span.article }))
      );
      const inside = days.filter(({ day }) => day >= window.from && day <= window.to);
      const before = days.filter(({ day }) => day < window.from).map(({ day }) => day);
      const after = days.filter(({ day }) => day > window.to).map(({ day }) => day);
      const found = coverageOf(spans, window);
      expect(new Set(found.articles)).toEqual(new Set(inside.map(({ article }) => article)));
      if (inside.length > 0) continue;
      expect(found.before).toBe(before.length > 0 ? Math.max(...before) : null);
      expect(found.after).toBe(after.length > 0 ? Math.min(...after) : null);
    }
  }
});
