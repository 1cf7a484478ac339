import { prepareCoverage } from './coverage.ts';
import type { Article, Claim, Dataset, DatasetEvent } from './dataset.ts';
import { addTo, type DatasetIndex } from './index-dataset.ts';
import { unpack, unpackAreas, valuesOf, type Table } from './packed.ts';
import type { Steps } from './steps.ts';
import type { EventHead, EventTexts, PackedHead, PackedTexts, Stated } from './texts.ts';

/* How the head of a large data set becomes a data set, and its texts are put into it. Pages of small ones do not have this. */

/** What an event has before its texts come. */
const UNTOLD: Table['columns'] = [
  ['id', { same: '' }],
  ['title', { same: '' }],
  ['claims', { same: [] }],
  ['labels', { same: [] }]
];

/** Of events without texts `id` and `title` are empty, and so are the ids of such articles; claims are missing. */
export function unpackHead({ files: _files, ids: _ids, ...head }: PackedHead): { dataset: Dataset; stated: Stated } {
  const { length, columns } = head.events;
  const known = new Map(columns);
  const ofEvents = (key: keyof EventHead) => valuesOf(known.get(key)!, length);
  const outline = columns.filter(([key]) => key !== 'claims' && key !== 'statedIn');
  const dataset = {
    ...head,
    events: unpack({ length, columns: [...UNTOLD, ...outline] }) as DatasetEvent[],
    claims: Array<Claim>(head.claims),
    articles: unpack(head.articles).map((article) => ({ id: '', ...article }) as Article),
    sites: unpack(head.sites) as Dataset['sites'],
    areas: unpackAreas(head.areas)
  };
  return {
    dataset,
    stated: { claims: ofEvents('claims') as number[], articles: ofEvents('statedIn') as number[][] }
  };
}

/** Puts texts that have come into the data set and the look-ups by id. What is there already stays. */
export function addTexts({ dataset, ...index }: DatasetIndex, texts: PackedTexts): void {
  const put = <T extends { id: string }>(
    { at, table }: PackedTexts['events'],
    list: T[],
    found: Map<string, T>,
    whole: (texts: object, head: T | undefined) => T
  ) =>
    unpack(table).forEach((item, row) => {
      const position = at[row]!;
      const head = list[position];
      if (head && head.id !== '') return;
      const added = whole(item, head);
      list[position] = added;
      found.set(added.id, added);
    });
  const asIs = (item: object) => item as never;
  put(texts.articles, dataset.articles, index.articles, asIs);
  put(texts.claims, dataset.claims, index.claims, asIs);
  put(texts.events, dataset.events, index.events, (item, head) => {
    const { id, title, ...rest } = item as EventTexts;
    const { kind, date, extent, planned, places } = head!;
    // In the order of keys that the data set has everywhere: files that are made from it have it too.
    return { id, kind, title, date, extent, planned, places, ...rest };
  });
}

/** Fills the look-ups that go by the order of the data, once all texts are there, and makes what all of the page asks for. */
export function* finishIndex(index: DatasetIndex): Steps<void> {
  const { dataset, claimsOfArticle, eventsOfClaim } = index;
  claimsOfArticle.clear();
  eventsOfClaim.clear();
  for (const [at, claim] of dataset.claims.entries()) {
    addTo(claimsOfArticle, claim.article, claim);
    if (at % 1000 === 999) yield;
  }
  for (const [at, event] of dataset.events.entries()) {
    for (const { id } of event.claims) addTo(eventsOfClaim, id, event);
    if (at % 1000 === 999) yield;
  }
  yield* prepareCoverage(index);
}
