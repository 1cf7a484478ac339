import MiniSearch from 'minisearch';
import type { FoundType, Searchable, SearchText } from './documents.ts';
import { fold, wordsOf } from './fold.ts';

/** Things with a name rank above claims that mention it. */
const WEIGHT: Record<FoundType, number> = { event: 1.4, place: 1.6, person: 1.5, article: 1.2, claim: 0.6 };

/** How many letters of a word may be wrong; none in short words and numbers. */
const typos = (word: string): number | boolean =>
  /\d/.test(word) || word.length < 4 ? false : word.length < 6 ? 1 : 2;

const MAX_RESULTS = 12;

type Indexed = SearchText & { at: number };
type Ranked = { at: number; match: number; score: number };

/** Full-text search: ignores script, diacritics and case, matches prefixes, and tolerates a letter or two wrong. */
export class SearchIndex {
  /** Of each item, by its position: its type, and its names for comparison. */
  readonly #items: { type: FoundType; names: string[] }[] = [];
  readonly #engine = new MiniSearch<Indexed>({
    idField: 'at',
    fields: ['names', 'about'],
    // Claim numbers match only in full: their prefix is the id of a whole article.
    extractField: (item, field) =>
      field === 'names' ? (item.type === 'claim' ? '' : item.names.join(' ')) : item[field as 'at' | 'about'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { names: 3 },
      prefix: (_term, at, terms) => at === terms.length - 1 || terms[at]!.length > 3,
      fuzzy: typos,
      weights: { prefix: 0.6, fuzzy: 0.35 },
      boostDocument: (at: number) => WEIGHT[this.#items[at]!.type]
    }
  });

  /** Items at the positions after those that are there. */
  add(texts: readonly SearchText[]): void {
    for (const text of texts) {
      this.#engine.add({ ...text, at: this.#items.length });
      this.#items.push({ type: text.type, names: text.names.map(fold) });
    }
  }

  /** The positions of what is found, the best first. */
  find(query: string): number[] {
    // Results with all words, if any; otherwise those with most of them.
    const all = this.#best(query, 'AND');
    return (all.length > 0 ? all : this.#best(query, 'OR')).map(({ at }) => at);
  }

  #best(query: string, combineWith: 'AND' | 'OR'): Ranked[] {
    const typed = fold(query).trim();
    const best: Ranked[] = [];
    this.#engine.search(query, {
      combineWith,
      // Of many that are found few are shown: they are taken as they come, and no list of all is made and sorted.
      filter: ({ id, score }) => {
        keepBest(best, { at: id, score, match: this.#nameMatch(id, typed) });
        return false;
      }
    });
    return best;
  }

  /** An exact name ranks first, then names that begin with the query. */
  #nameMatch(at: number, typed: string): number {
    const { type, names } = this.#items[at]!;
    if (names.includes(typed)) return 2;
    return typed.length > 2 && type !== 'claim' && names.some((name) => name.startsWith(typed)) ? 1 : 0;
  }
}

/** The index of all items, made at once. */
export function searchIndex(items: Searchable): SearchIndex {
  const index = new SearchIndex();
  index.add(Array.from({ length: items.length }, (_, at) => items.textAt(at)));
  return index;
}

const compare = (a: Ranked, b: Ranked) => b.match - a.match || b.score - a.score;

/** Equal ones stay in the order in which they come. */
function keepBest(best: Ranked[], ranked: Ranked): void {
  const last = best[MAX_RESULTS - 1];
  if (last && compare(last, ranked) <= 0) return;
  const at = best.findIndex((other) => compare(other, ranked) > 0);
  best.splice(at < 0 ? best.length : at, 0, ranked);
  best.length = Math.min(best.length, MAX_RESULTS);
}
