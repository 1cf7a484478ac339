import { expect, test } from 'vitest';
import type { Article, Claim } from '../../../src/lib/model/dataset.ts';
import type { Day } from '../../../src/lib/model/day.ts';
import { indexDataset, type DatasetIndex } from '../../../src/lib/model/index-dataset.ts';
import { articleReported, reportsKey, supportOf, type ReportFilter } from '../../../src/lib/model/reports.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { seeded } from '../../synthetic/random.ts';

const origin = (id: string, voice?: string) => ({ id, name: id, note: '', ...(voice === undefined ? {} : { voice }) });
const origins = [origin('speeches', 'warden'), origin('interview', 'warden'), origin('agency'), origin('outlet')];
const index = { origins: new Map(origins.map((each) => [each.id, each])) } as DatasetIndex;
const claim = (id: string, of: string) => ({ id, article: 'paper', origin: of }) as Claim;
const sources = (...ids: string[]) =>
  supportOf(
    index,
    ids.map((of, at) => claim(`paper-${at}`, of))
  ).origins;

test('a voice is one source, wherever it spoke', () => {
  expect(sources('speeches', 'interview')).toBe(1);
  expect(sources('speeches', 'interview', 'agency')).toBe(2);
});

test('origins without a voice in common are one source each, however many claims go back to them', () => {
  expect(sources('agency', 'outlet', 'agency')).toBe(2);
});

test('the key of a filter is another one where an article counts otherwise, and without hidden articles only there', () => {
  const random = seeded(7);
  const day = (from: number) => (random() < 0.2 ? null : ((from + Math.floor(random() * 4)) as Day));
  const articles = Array.from({ length: 12 }, (_, at) => {
    const first = Math.floor(random() * 20);
    return { id: `paper-${at}`, published: { softEarliest: day(first), softLatest: day(first + 4) } } as Article;
  });
  const papers = indexDataset({ ...loadDataset('tests/fixtures/region'), articles, claims: [], events: [] });
  const filters = [[], ['paper-3'], ['paper-3', 'paper-5']].flatMap((hiddenArticles) =>
    [null, ...Array(32).keys()].map((asOf) => ({ asOf: asOf as Day | null, hiddenArticles }))
  );
  const brute = (filter: ReportFilter) => articles.map(({ id }) => articleReported(papers, id, filter)).join();
  for (const one of filters)
    for (const other of filters) {
      const isSame = reportsKey(papers, one) === reportsKey(papers, other);
      if (isSame || one.hiddenArticles.length + other.hiddenArticles.length === 0)
        expect(isSame).toBe(brute(one) === brute(other));
    }
});
