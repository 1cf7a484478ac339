import { dayParts, type Day } from './day.ts';
import type { Article, Chapter, Claim, Dataset, DatasetEvent } from './dataset.ts';
import { gather, type DatasetIndex } from './index-dataset.ts';
import { order } from './sorted.ts';
import { firstKnownDay } from './stops.ts';

/*
 * The record of many events is pages of its own: one for each year or month, or for a part of a month. An event stands
 * where it begins, a claim with the first event that it bears on.
 */

/** The data of more events than these is apart from the page: it would be read late with them in it. */
export const MOST_IN_PAGE = 400;

export const isLarge = ({ events }: Pick<Dataset, 'events'>): boolean => events.length > MOST_IN_PAGE;

/** A page has at most so many claims, and so many events. */
export const MOST_ON_PAGE = 500;

/** What has an anchor in the record: `#claim-x`. */
export type RecordType = 'event' | 'claim' | 'article' | 'chapter';

export type RecordPage = {
  /** Its folder: `2014`, `2014-03`, `2014-03-2`; `undated` for what has no day. */
  key: string;
  /** The first day of its year or month. */
  period: { year: number; month: number | null } | null;
  /** Counted from 1; `null` where the period is one page. */
  part: number | null;
  chapters: Chapter[];
  events: DatasetEvent[];
  claims: Claim[];
  /** Those that its claims are from, with the claims; and those without claims that were published then. */
  articles: { article: Article; claims: Claim[] }[];
};

export type RecordPages = {
  pages: RecordPage[];
  /** Where an entry stands; an article where the first of its claims does. */
  pageOf(type: RecordType, id: string): RecordPage | undefined;
};

/**
 * The address of an entry of the record. `home`: the map, which has the record where that is no pages of its own (`null`).
 * On its own page, `from`, it is the fragment alone.
 */
export function recordHref(
  type: RecordType,
  id: string,
  pages: RecordPages | null,
  home: string,
  from?: RecordPage
): string {
  const page = pages?.pageOf(type, id);
  const path = page ? (page === from ? '' : home + recordPath(page)) : home;
  return `${path}#${type}-${id}`;
}

/** Every article, with all of its claims. */
export const articlesWithClaims = ({ dataset, claimsOfArticle }: DatasetIndex): RecordPage['articles'] =>
  dataset.articles.map((article) => ({ article, claims: claimsOfArticle.get(article.id) ?? [] }));

type Entry =
  | { type: 'event'; day: Day | null; item: DatasetEvent }
  | { type: 'claim'; day: Day | null; item: Claim }
  | { type: 'article'; day: Day | null; item: Article }
  | { type: 'chapter'; day: Day | null; item: Chapter };

/** The page below the folder of a language. */
export const recordPath = ({ key }: Pick<RecordPage, 'key'>): string => `record/${key}/`;

/** The pages in the order of time; what has no day stands on the last. */
export function recordPages(index: DatasetIndex): RecordPages {
  const years = groups(entriesOf(index), ({ day }) => (day === null ? null : dayParts(day).year));
  const pages = [...years].flatMap(([year, entries]) => {
    if (year === null || fits(entries)) return pagesOf(index, entries, year === null ? null : { year, month: null });
    const months = groups(entries, ({ day }) => dayParts(day!).month);
    return [...months].flatMap(([month, ofMonth]) => pagesOf(index, ofMonth, { year, month }));
  });
  const found = new Map<string, RecordPage>();
  const note = (page: RecordPage, type: RecordType, list: readonly { id: string }[]) => {
    for (const { id } of list) if (!found.has(`${type} ${id}`)) found.set(`${type} ${id}`, page);
  };
  for (const page of pages) {
    note(page, 'chapter', page.chapters);
    note(page, 'event', page.events);
    note(page, 'claim', page.claims);
    note(
      page,
      'article',
      page.articles.map(({ article }) => article)
    );
  }
  return { pages, pageOf: (type, id) => found.get(`${type} ${id}`) };
}

/** All that the record holds, in the order of time; each event is followed by the claims that stand with it. */
function entriesOf(index: DatasetIndex): Entry[] {
  const { dataset } = index;
  const withEvent = (event: DatasetEvent): Entry[] => {
    const day = firstKnownDay(event.date);
    const claims = event.claims.flatMap(({ id }) => {
      const claim = index.claims.get(id);
      return claim && index.eventsOfClaim.get(id)![0] === event ? [claim] : [];
    });
    return [{ type: 'event', day, item: event }, ...claims.map((item): Entry => ({ type: 'claim', day, item }))];
  };
  const entries: Entry[] = [
    ...dataset.story.map((item): Entry => ({ type: 'chapter', day: item.day, item })),
    ...dataset.events.flatMap(withEvent),
    ...dataset.claims
      .filter(({ id }) => !index.eventsOfClaim.has(id))
      .map((item): Entry => ({ type: 'claim', day: firstKnownDay(item.date), item })),
    ...dataset.articles
      .filter(({ id }) => !index.claimsOfArticle.has(id))
      .map((item): Entry => ({ type: 'article', day: firstKnownDay(item.published), item }))
  ];
  // Stable: what is of one day keeps its order, and a claim stays with its event.
  return entries.sort((a, b) => order(a.day ?? Infinity, b.day ?? Infinity));
}

const groups = <K>(entries: readonly Entry[], keyOf: (entry: Entry) => K): Map<K, Entry[]> =>
  gather(entries.map((entry) => [keyOf(entry), entry]));

/** Whether a page may hold all these. */
function fits(entries: readonly Entry[]): boolean {
  return cut(entries).length === 1;
}

/** In as few lists as the limit allows, in their order. */
function cut(entries: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [[]];
  const counts: Record<RecordType, number> = { event: 0, claim: 0, article: 0, chapter: 0 };
  for (const entry of entries) {
    if (counts[entry.type] === MOST_ON_PAGE) {
      parts.push([]);
      Object.assign(counts, { event: 0, claim: 0, article: 0, chapter: 0 });
    }
    counts[entry.type] += 1;
    parts.at(-1)!.push(entry);
  }
  return parts;
}

function pagesOf(index: DatasetIndex, entries: readonly Entry[], period: RecordPage['period']): RecordPage[] {
  const key = period === null ? 'undated' : keyOf(period);
  const parts = cut(entries);
  return parts.map((part, at) => ({
    key: at === 0 ? key : `${key}-${at + 1}`,
    period,
    part: parts.length === 1 ? null : at + 1,
    ...contentOf(index, part)
  }));
}

const keyOf = ({ year, month }: NonNullable<RecordPage['period']>): string =>
  String(year).padStart(4, '0') + (month === null ? '' : `-${String(month).padStart(2, '0')}`);

function contentOf(index: DatasetIndex, entries: readonly Entry[]) {
  const chapters: Chapter[] = [];
  const events: DatasetEvent[] = [];
  const claims: Claim[] = [];
  const articles = new Map<Article, Claim[]>();
  for (const { type, item } of entries) {
    if (type === 'chapter') chapters.push(item);
    else if (type === 'event') events.push(item);
    else if (type === 'article') articles.set(item, []);
    else {
      const article = index.articles.get(item.article)!;
      claims.push(item);
      const list = articles.get(article);
      if (list) list.push(item);
      else articles.set(article, [item]);
    }
  }
  return { chapters, events, claims, articles: [...articles].map(([article, claims]) => ({ article, claims })) };
}
