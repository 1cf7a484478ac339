import MiniSearch from 'minisearch';
import type { FoundType, SearchDocument } from './documents.ts';
import { fold, wordsOf } from './fold.ts';

/** Things with a name rank above claims that mention it. */
const WEIGHT: Record<FoundType, number> = { event: 1.4, place: 1.6, person: 1.5, article: 1.2, claim: 0.6 };

/** How many letters of a word may be wrong; none in short words and numbers. */
const typos = (word: string): number | boolean =>
  /\d/.test(word) || word.length < 4 ? false : word.length < 6 ? 1 : 2;

const MAX_RESULTS = 12;

/** Full-text search: ignores script, diacritics and case, matches prefixes, and tolerates a letter or two wrong. */
export function searcher(documents: readonly SearchDocument[]): (query: string) => SearchDocument[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const engine = new MiniSearch<SearchDocument>({
    idField: 'key',
    fields: ['names', 'about'],
    // Claim numbers match only in full: their prefix is the id of a whole article.
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
    // Results with all words, if any; otherwise those with most of them.
    const all = engine.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : engine.search(query);
    // An exact name ranks first, then names that begin with the query.
    const nameMatch = (key: string) => {
      const names = byKey.get(key)!.names.map(fold);
      return names.includes(typed)
        ? 2
        : typed.length > 2 && byKey.get(key)!.type !== 'claim' && names.some((name) => name.startsWith(typed))
          ? 1
          : 0;
    };
    return found
      .map(({ id, score }) => ({ key: String(id), score, match: nameMatch(String(id)) }))
      .sort((a, b) => b.match - a.match || b.score - a.score)
      .slice(0, MAX_RESULTS)
      .map(({ key }) => byKey.get(key)!);
  };
}
