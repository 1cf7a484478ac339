import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import type { FoundType, SearchText } from '../../../src/lib/search/documents.ts';
import { fold, wordsOf } from '../../../src/lib/search/fold.ts';
import { SearchIndex } from '../../../src/lib/search/search.ts';
import { seeded } from '../../synthetic/random.ts';

const WORDS = [
  'Bar',
  'Barë',
  'bare',
  'Барски',
  'event',
  'Event 7',
  'events',
  '7',
  '77',
  'Ø',
  'O’Neil',
  'patrol',
  'petrol'
];
const TYPES: FoundType[] = ['event', 'place', 'person', 'article', 'claim'];

/** Many alike, so that many have equal scores. */
function randomTexts(random: () => number, length: number): SearchText[] {
  const some = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const words = (most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => some(WORDS)).join(' ');
  return Array.from({ length }, () => ({ type: some(TYPES), names: [words(2), words(2)], about: words(4) }));
}

/** The plain way: all that is found, sorted as a whole. */
function plainly(texts: readonly SearchText[]): (query: string) => number[] {
  const weight = { event: 1.4, place: 1.6, person: 1.5, article: 1.2, claim: 0.6 };
  const engine = new MiniSearch<{ id: number; names: string; about: string }>({
    fields: ['names', 'about'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { names: 3 },
      prefix: (_term, at, terms) => at === terms.length - 1 || terms[at]!.length > 3,
      fuzzy: (word) => (/\d/.test(word) || word.length < 4 ? false : word.length < 6 ? 1 : 2),
      weights: { prefix: 0.6, fuzzy: 0.35 },
      boostDocument: (id: number) => weight[texts[id]!.type]
    }
  });
  engine.addAll(
    texts.map(({ type, names, about }, id) => ({ id, names: type === 'claim' ? '' : names.join(' '), about }))
  );
  return (query) => {
    const typed = fold(query).trim();
    const match = (id: number) => {
      const { type, names } = texts[id]!;
      const folded = names.map(fold);
      if (folded.includes(typed)) return 2;
      return typed.length > 2 && type !== 'claim' && folded.some((name) => name.startsWith(typed)) ? 1 : 0;
    };
    const all = engine.search(query, { combineWith: 'AND' });
    return (all.length > 0 ? all : engine.search(query))
      .map(({ id, score }) => ({ id: id as number, score, match: match(id) }))
      .sort((a, b) => b.match - a.match || b.score - a.score)
      .slice(0, 12)
      .map(({ id }) => id);
  };
}

const QUERIES = [
  'b',
  'bar',
  'барс',
  'ev',
  'event 7',
  'Event',
  '7',
  'o',
  'oneil',
  'patrl',
  'petrol bar',
  'bar nothing',
  ''
];

test.each([1, 2, 3, 4, 5])('the best are those of all that is found, in the same order (%i)', (seed) => {
  const texts = randomTexts(seeded(seed), 30 * seed);
  const index = new SearchIndex();
  // However they are added.
  index.add(texts.slice(0, 10));
  index.add(texts.slice(10));
  const plain = plainly(texts);
  expect(QUERIES.map((query) => [query, index.find(query)])).toEqual(QUERIES.map((query) => [query, plain(query)]));
});

test('what has plain letters alone is folded as all else', () => {
  for (const text of ['SABAC', "O'Neil", 'a-b {c}', '', 'I i']) expect(fold(text)).toBe(fold(`${text}’`));
});
