import { describe, expect, test } from 'vitest';
import type { Claim, Dataset, DatasetEvent } from '../../../src/lib/model/dataset.ts';
import { dayOf, dayParts, type Day } from '../../../src/lib/model/day.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { isLarge, MOST_ON_PAGE, recordHref, recordPages, recordPath } from '../../../src/lib/model/record-pages.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { seeded } from '../../synthetic/random.ts';

const region = loadDataset('tests/fixtures/region');

type Dated = { earliest: Day | null; latest: Day | null };

/** Events with claims, of the days that `dates` gives; every tenth claim bears on the event before as well, or on none. */
function madeUp(dates: readonly Dated[], claimsEach = 1): Dataset {
  const claims: Claim[] = [];
  const events = dates.map((days, at): DatasetEvent => {
    const own = Array.from({ length: claimsEach }, (_, n): Claim => {
      const like = region.claims[at % region.claims.length]!;
      return { ...like, id: `c${at}-${n}`, date: { ...like.date, ...days } };
    });
    claims.push(...own, ...(at % 10 ? [] : [{ ...own[0]!, id: `alone-${at}` }]));
    const links = [...own, ...(at % 10 === 1 ? claims.slice(-1 - claimsEach).slice(0, 1) : [])];
    return {
      ...region.events[0]!,
      id: `e${at}`,
      date: { ...region.events[0]!.date, ...days },
      claims: links.map(({ id }) => ({ id, role: 'about', basis: 'article' }))
    };
  });
  return { ...region, events, claims, relations: [] };
}

const random = seeded(7);
const day = (year: number, month = 1, dayOfMonth = 1) => dayOf(year, month, dayOfMonth)!;
const on = (from: Day): Dated => ({ earliest: from, latest: from });
const scattered = Array.from({ length: 1500 }, () => {
  const from = (day(2001) + Math.floor(random() ** 3 * 3000)) as Day;
  const open = random();
  return { earliest: open < 0.05 ? null : from, latest: open > 0.95 ? null : ((from + (open < 0.2 ? 40 : 0)) as Day) };
});

const CASES: [string, Dataset][] = [
  ['scattered over years, many in the first', madeUp(scattered)],
  ['all on one day, with several claims each', madeUp(Array(600).fill(on(day(2014, 3, 7))), 3)],
  ['without any day', madeUp(Array(MOST_ON_PAGE + 1).fill({ earliest: null, latest: null }))],
  ['one event with more claims than a page holds', madeUp([on(day(2014))], MOST_ON_PAGE * 2 + 1)],
  ['the region', region]
];

describe.each(CASES)('the record of events %s', (_name, dataset) => {
  const index = indexDataset(dataset);
  const { pages, pageOf } = recordPages(index);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

  test('has every event, claim and chapter on exactly one page, and every article on one at least', () => {
    expect(ids(pages.flatMap(({ events }) => events))).toEqual(ids(dataset.events));
    expect(ids(pages.flatMap(({ claims }) => claims))).toEqual(ids(dataset.claims));
    expect(ids(pages.flatMap(({ chapters }) => chapters))).toEqual(ids(dataset.story));
    const articles = pages.flatMap((page) => page.articles.map(({ article }) => article));
    expect(ids([...new Set(articles)])).toEqual(ids(dataset.articles));
  });

  test('has the claims of a page under their articles there', () => {
    for (const { claims, articles } of pages) {
      expect(ids(articles.flatMap((each) => each.claims))).toEqual(ids(claims));
      for (const { article, claims: own } of articles) for (const claim of own) expect(claim.article).toBe(article.id);
    }
  });

  test('has pages of bounded size, each at an address of its own, none empty', () => {
    expect(new Set(pages.map(recordPath)).size).toBe(pages.length);
    for (const { events, claims, articles, chapters } of pages) {
      expect(Math.max(events.length, claims.length)).toBeLessThanOrEqual(MOST_ON_PAGE);
      expect(events.length + claims.length + articles.length + chapters.length).toBeGreaterThan(0);
    }
  });

  test('has an event where it begins, in the order of time', () => {
    for (const { period, events } of pages) {
      for (const { date } of events) {
        const first = date.earliest ?? date.latest;
        const parts = first === null ? null : dayParts(first);
        expect(parts && { year: parts.year, month: period?.month ? parts.month : null }).toEqual(period);
      }
    }
    const known = pages.flatMap(({ period }) => (period ? [period.year * 12 + (period.month ?? 0)] : []));
    expect(known).toEqual([...known].sort((a, b) => a - b));
  });

  test('links to where each entry stands', () => {
    const home = '../../';
    for (const page of pages) {
      for (const { id } of page.claims) {
        expect(pageOf('claim', id)).toBe(page);
        expect(recordHref('claim', id, { pages, pageOf }, home)).toBe(`../../record/${page.key}/#claim-${id}`);
        expect(recordHref('claim', id, { pages, pageOf }, home, page)).toBe(`#claim-${id}`);
      }
      for (const { id } of page.events) expect(pageOf('event', id)).toBe(page);
      for (const { article } of page.articles)
        expect(pageOf('article', article.id)!.articles.map(({ article: each }) => each.id)).toContain(article.id);
    }
  });
});

test('a year is one page where it fits, and its months where it does not', () => {
  const few = Array.from({ length: 30 }, (_, at) => on(day(2013, 1 + (at % 12))));
  const many = Array.from({ length: 24 * 40 }, (_, at) => on(day(2014, 1 + (at % 12), 1 + (at % 28))));
  const keys = recordPages(indexDataset({ ...madeUp([...few, ...many]), story: [] })).pages.map(({ key }) => key);
  expect(keys).toEqual(['2013', ...Array.from({ length: 12 }, (_, at) => `2014-${String(at + 1).padStart(2, '0')}`)]);
});

test('the record of the region is not large: it stays on the page of the map', () => {
  expect(isLarge(region)).toBe(false);
  expect(isLarge(madeUp(scattered))).toBe(true);
  expect(recordHref('claim', 'x', null, '')).toBe('#claim-x');
});
