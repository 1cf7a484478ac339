import MiniSearch from 'minisearch';
import type { FoundType, SearchDocument } from './documents.ts';
import { fold, wordsOf } from './fold.ts';

/** What has a name comes before what only speaks of it. */
const WEIGHT: Record<FoundType, number> = { event: 1.4, place: 1.6, person: 1.5, article: 1.2, claim: 0.6 };

/** Letters of a word that may be wrong, as a share of its length; none in short words and numbers. */
const typos = (word: string): number | boolean =>
  /\d/.test(word) || word.length < 4 ? false : word.length < 6 ? 1 : 2;

const MOST = 12;

/** Looks for what a reader typed: blind to script, marks and case, word beginnings count, and a letter or two may be wrong. */
export function searcher(documents: readonly SearchDocument[]): (query: string) => SearchDocument[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const engine = new MiniSearch<SearchDocument>({
    idField: 'key',
    fields: ['names', 'about'],
    // The number of a claim names it in full only: its beginning is that of a whole article.
    extractField: (document, field) =>
      field === 'names'
        ? document.type === 'claim'
          ? ''
          : document.names.join(' ')
        : String(document[field as keyof SearchDocument]),
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { names: 3 },
      prefix: (_term, at, terms) => at === terms.length - 1 || terms[at]!.length > 3,
      fuzzy: typos,
      weights: { prefix: 0.6, fuzzy: 0.35 },
      boostDocument: (key) => WEIGHT[byKey.get(String(key))!.type]
    }
  });
  engine.addAll(documents);
  return (query) => {
    const typed = fold(query).trim();
    // All words if something has them all; else what has the most of them.
    const all = engine.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : engine.search(query);
    // A name typed in full is what is meant, then one that begins so.
    const likeness = (key: string) => {
      const names = byKey.get(key)!.names.map(fold);
      return names.includes(typed)
        ? 2
        : typed.length > 2 && byKey.get(key)!.type !== 'claim' && names.some((name) => name.startsWith(typed))
          ? 1
          : 0;
    };
    return found
      .map(({ id, score }) => ({ key: String(id), score, like: likeness(String(id)) }))
      .sort((a, b) => b.like - a.like || b.score - a.score)
      .slice(0, MOST)
      .map(({ key }) => byKey.get(key)!);
  };
}
