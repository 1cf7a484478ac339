import type {
  Agent,
  Area,
  Article,
  Chapter,
  Claim,
  Code,
  Codes,
  Dataset,
  DatasetEvent,
  KindCode,
  Origin,
  Relation,
  Site
} from './dataset.ts';
import { DatasetStore } from './dataset-columns.ts';
import type { Steps } from './steps.ts';
import { ALL_TEXTS, type EventTexts, type PackedTexts, type Stated, type Texts } from './texts.ts';
import { unpack } from './packed.ts';
import { untranslatedTexts } from './untranslated.ts';

/** The dataset with look-ups by id. Built once; read-only by convention. */
export type DatasetIndex = {
  dataset: Dataset;
  claims: Map<string, Claim>;
  articles: Map<string, Article>;
  events: Map<string, DatasetEvent>;
  sites: Map<string, Site>;
  areas: Map<string, Area>;
  agents: Map<string, Agent>;
  origins: Map<string, Origin>;
  kinds: Map<string, KindCode>;
  /** The position of each kind in its list, which begins with the gravest. */
  gravity: Map<string, number>;
  chapters: Map<string, Chapter>;
  /** Events that a claim bears on, in date order. */
  eventsOfClaim: Map<string, DatasetEvent[]>;
  relationsOfClaim: Map<string, Relation[]>;
  /** In the order of the data; nothing of an article without claims. */
  claimsOfArticle: Map<string, Claim[]>;
  /** The events by day, for queries by the view. */
  store: DatasetStore;
  /** Texts that are not in the language of the page, each with its language. */
  untranslated: ReadonlyMap<unknown, string>;
  /** Which texts of events are there, with their claims and articles; the look-ups have no others. */
  texts: Texts;
};

/** Not of what has no id yet. */
function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const item of list) if (item.id !== '') found.set(item.id, item);
  return found;
}

/** Each value once. Time: grows with the pairs, as an article of a table has a claim for each row. */
export function gather<K, T>(pairs: Iterable<readonly [K, T]>): Map<K, T[]> {
  const lists = new Map<K, T[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  for (const [key, list] of lists) if (list.length > 1) lists.set(key, [...new Set(list)]);
  return lists;
}

/** `head`: of a data set whose texts are yet to come. */
export function indexDataset(dataset: Dataset, head?: { stated: Stated; texts: Texts }): DatasetIndex {
  const claims = head ? [] : dataset.claims;
  return {
    dataset,
    claims: byId(claims),
    articles: byId(dataset.articles),
    events: byId(dataset.events),
    sites: byId(dataset.sites),
    areas: byId(dataset.areas),
    agents: byId(dataset.agents),
    origins: byId(dataset.origins),
    kinds: byId(dataset.codes.kinds),
    gravity: new Map(dataset.codes.kinds.map(({ id }, at) => [id, at])),
    chapters: byId(dataset.story),
    eventsOfClaim: gather(
      dataset.events.flatMap((event) => event.claims.map((link): [string, DatasetEvent] => [link.id, event]))
    ),
    relationsOfClaim: gather(
      dataset.relations.flatMap((relation) =>
        [...relation.claims, ...relation.with].map((id): [string, Relation] => [id, relation])
      )
    ),
    claimsOfArticle: gather(claims.map((claim): [string, Claim] => [claim.article, claim])),
    store: new DatasetStore(dataset, head?.stated),
    untranslated: untranslatedTexts(dataset),
    texts: head?.texts ?? ALL_TEXTS
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

/** The event at a position in the data set, once its texts are there. */
export async function eventAt({ dataset, texts }: DatasetIndex, position: number): Promise<DatasetEvent> {
  await texts.ready(position);
  return dataset.events[position]!;
}

/** Fills the look-ups that go by the order of the data, once all texts are there. */
export function* finishIndex({ dataset, claimsOfArticle, eventsOfClaim }: DatasetIndex): Steps<void> {
  const add = <T>(lists: Map<string, T[]>, key: string, value: T) => {
    const list = lists.get(key);
    if (!list) lists.set(key, [value]);
    else if (list.at(-1) !== value) list.push(value);
  };
  for (const [at, claim] of dataset.claims.entries()) {
    add(claimsOfArticle, claim.article, claim);
    if (at % 1000 === 999) yield;
  }
  for (const [at, event] of dataset.events.entries()) {
    for (const { id } of event.claims) add(eventsOfClaim, id, event);
    if (at % 1000 === 999) yield;
  }
}

/** The label of a code; the code itself if it is not in the list, so that nothing on screen is blank. */
export function labelOf(codes: Codes, list: keyof Codes, id: string): string {
  return (codes[list] as Code[]).find((code) => code.id === id)?.label ?? id;
}
