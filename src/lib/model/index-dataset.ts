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
import type { Packing } from './packed-columns.ts';
import { ALL_TEXTS, type Stated, type Texts } from './texts.ts';
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

/** Adds to the list of a key, which begins with it; what is its last already is not added again. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

/** Each value once. Time: grows with the pairs, as an article of a table has a claim for each row. */
export function gather<K, T>(pairs: Iterable<readonly [K, T]>): Map<K, T[]> {
  const lists = new Map<K, T[]>();
  for (const [key, value] of pairs) addTo(lists, key, value);
  for (const [key, list] of lists) if (list.length > 1) lists.set(key, [...new Set(list)]);
  return lists;
}

/** `head`: of a data set whose texts are yet to come. */
export function indexDataset(
  dataset: Dataset,
  head?: { stated: Stated; texts: Texts; packing?: Packing }
): DatasetIndex {
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
    store: new DatasetStore(dataset, head?.stated, head?.packing),
    untranslated: untranslatedTexts(dataset),
    texts: head?.texts ?? ALL_TEXTS
  };
}

/** The label of a code; the code itself if it is not in the list, so that nothing on screen is blank. */
export function labelOf(codes: Codes, list: keyof Codes, id: string): string {
  return (codes[list] as Code[]).find((code) => code.id === id)?.label ?? id;
}
