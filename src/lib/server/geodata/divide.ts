import type { Dataset, DatasetEvent } from '../../model/dataset.ts';
import { hasManyArticles } from '../../model/many-articles.ts';
import { oncePer } from '../../model/once.ts';
import { isLarge } from '../../model/record-pages.ts';
import {
  EVENTS_PER_FILE,
  type EventHead,
  type EventTexts,
  type PackedHead,
  type PackedIds,
  type PackedTexts,
  type SomeRows
} from '../../model/texts.ts';
import { pack, packDataset } from './pack.ts';

/** Whether the data set travels in parts. One with texts in other languages is whole, as those are told by their paths. */
export const isDivided = (dataset: Dataset): boolean => isLarge(dataset) && !dataset.untranslated?.length;

type Positions = { articles: Map<string, number>; claims: Map<string, number> };
const positionsOf = oncePer(({ articles, claims }: Dataset): Positions => ({
  articles: new Map(articles.map(({ id }, at) => [id, at])),
  claims: new Map(claims.map(({ id }, at) => [id, at]))
}));

/** The head of a data set, whose texts and ids are in files of these names. */
export function headOf(dataset: Dataset, { files, ids }: Pick<PackedHead, 'files' | 'ids'>): PackedHead {
  const { articles, claims } = positionsOf(dataset);
  const heads = dataset.events.map((event): EventHead => ({
    kind: event.kind,
    date: event.date,
    extent: event.extent,
    planned: event.planned,
    places: event.places,
    claims: event.claims.length,
    statedIn: event.claims.flatMap(({ id, role }) =>
      role === 'context' ? [] : articles.get(dataset.claims[claims.get(id)!]!.article)!
    )
  }));
  const many = hasManyArticles(dataset);
  const packed = packDataset({ ...dataset, events: [], claims: [], articles: [] });
  return {
    ...packed,
    events: pack(heads),
    claims: dataset.claims.length,
    articles: pack(many ? dataset.articles.map(({ published }) => ({ published })) : dataset.articles),
    files,
    ids
  };
}

/** Where each event is, for addresses that name one: its id and position, by the order of the letters of ids. */
export function* idFiles({ events }: Dataset): Generator<PackedIds> {
  const all = events.map(({ id }, at) => ({ id, at })).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let from = 0; from < all.length; from += EVENTS_PER_FILE) {
    const some = all.slice(from, from + EVENTS_PER_FILE);
    yield { ids: some.map(({ id }) => id), at: some.map(({ at }) => at) };
  }
}

/** All texts, file by file: those of `EVENTS_PER_FILE` events each, then claims and articles that no event rests on. */
export function* textFiles(dataset: Dataset): Generator<PackedTexts> {
  const { events, claims, articles } = dataset;
  const restOn = { claims: new Set<number>(), articles: new Set<number>() };
  const noted = (texts: PackedTexts) => {
    for (const at of texts.claims.at) restOn.claims.add(at);
    for (const at of texts.articles.at) restOn.articles.add(at);
    return texts;
  };
  for (let from = 0; from < events.length; from += EVENTS_PER_FILE)
    yield noted(textsOf(dataset, range(from, Math.min(from + EVENTS_PER_FILE, events.length))));
  const claimsLeft = range(0, claims.length).filter((at) => !restOn.claims.has(at));
  for (let from = 0; from < claimsLeft.length; from += EVENTS_PER_FILE)
    yield noted(textsOf(dataset, [], claimsLeft.slice(from, from + EVENTS_PER_FILE)));
  const articlesLeft = hasManyArticles(dataset)
    ? range(0, articles.length).filter((at) => !restOn.articles.has(at))
    : [];
  for (let from = 0; from < articlesLeft.length; from += EVENTS_PER_FILE)
    yield textsOf(dataset, [], [], articlesLeft.slice(from, from + EVENTS_PER_FILE));
}

/** The texts of some events and of what they rest on; and some other claims and articles. All by position. */
export function textsOf(
  dataset: Dataset,
  events: readonly number[],
  claims: readonly number[] = [],
  articles: readonly number[] = []
): PackedTexts {
  const known = positionsOf(dataset);
  const ofEvents = events.flatMap((at) => dataset.events[at]!.claims.map(({ id }) => known.claims.get(id)!));
  const allClaims = inOrder([...ofEvents, ...claims]);
  const ofClaims = hasManyArticles(dataset)
    ? allClaims.map((at) => known.articles.get(dataset.claims[at]!.article)!)
    : [];
  return {
    events: someOf(dataset.events, inOrder(events), textsOfEvent),
    claims: someOf(dataset.claims, allClaims),
    articles: someOf(dataset.articles, inOrder([...ofClaims, ...articles]))
  };
}

function textsOfEvent(event: DatasetEvent): EventTexts {
  const { kind: _kind, date: _date, extent: _extent, planned: _planned, places: _places, ...texts } = event;
  return texts;
}

const someOf = <Row extends object>(
  list: readonly Row[],
  at: number[],
  partOf: (row: Row) => object = (row) => row
): SomeRows => ({ at, table: pack(at.map((row) => partOf(list[row]!))) });
const inOrder = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
