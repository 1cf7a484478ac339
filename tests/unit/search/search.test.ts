import { describe, expect, test } from 'vitest';
import { CATALOGUES, wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import type { LanguageId } from '../../../src/lib/i18n/languages.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { searchable } from '../../../src/lib/search/documents.ts';
import { fold } from '../../../src/lib/search/fold.ts';
import { searchIndex } from '../../../src/lib/search/search.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';

const LANGUAGES = Object.keys(CATALOGUES) as LanguageId[];
const made = new Map(
  LANGUAGES.map((id) => {
    const index = indexDataset(loadDataset('geodata', id));
    const items = searchable(wholeLanguage(id), index, index.dataset.info.firstView.nameForm);
    return [id, { items, search: searchIndex(items) }] as const;
  })
);
/** What is found, as it is shown. */
const find = (language: LanguageId, query: string) => {
  const { items, search } = made.get(language)!;
  return search.find(query).map(items.documentAt);
};
const first = (language: LanguageId, query: string) => find(language, query)[0]?.key ?? 'nothing';

/** What a reader types, in which edition, and what must stand first. */
const QUERIES: [query: string, expected: string, language?: LanguageId][] = [
  // One place in every script, with and without marks, with a slip.
  ['Zvečan', 'place/zvecan'],
  ['Zveçan', 'place/zvecan'],
  ['Звечан', 'place/zvecan'],
  ['Zvecan', 'place/zvecan'],
  ['zvecan', 'place/zvecan', 'sr-Cyrl'],
  ['Zvecn', 'place/zvecan'],
  ['Leposaviq', 'place/leposavic'],
  ['Leposavic', 'place/leposavic'],
  ['Лепосавић', 'place/leposavic', 'sq'],
  ['Lepsavic', 'place/leposavic'],
  ['Бањска', 'place/banjska'],
  ['Banjske', 'place/banjska'],
  ['banska', 'place/banjska'],
  ['Jarinje', 'place/gate-one'],
  ['Jarinjë', 'place/gate-one'],
  ['Јариње', 'place/gate-one'],
  ['gate one', 'place/gate-one'],
  ['Prishtina', 'place/pristina'],
  ['Приштина', 'place/pristina'],
  ['Shkup', 'place/skopje'],
  ['Skoplje', 'place/skopje'],
  ['Beograd', 'place/belgrade'],
  ['Mitrovica e Veriut', 'place/north-mitrovica'],
  ['Severna Mitrovica', 'place/north-mitrovica'],
  ['town hall clash', 'event/zvecan-clash'],
  ['clash demonstrators', 'event/zvecan-clash'],
  ['boycott', 'event/boycotted-vote'],
  ['ceremony', 'event/ksf-day'],
  ['Tanjug interview', 'event/tanjug-interview'],
  ['troops and dialoge', 'event/brussels-press-conference'],
  ['700 soldiers Oslo', 'event/oslo-announcement'],
  ['patrol', 'event/gate-one-patrol'],
  ['Stoltenberg', 'person/stoltenberg'],
  ['Столтенберг', 'person/stoltenberg'],
  ['stoltemberg', 'person/stoltenberg', 'sq'],
  ['Vucic', 'person/vucic'],
  ['Вучић', 'person/vucic'],
  ['Vuçiq', 'person/vucic', 'sq'],
  ['Kurti', 'person/kurti'],
  ['Курти', 'person/kurti', 'sr-Cyrl'],
  ['British Army', 'person/british-army'],
  ['blazetrends', 'article/blazetrends-2023-05-30'],
  ['topwar', 'article/topwar-2023-09-29', 'sq'],
  ['ocnal-14', 'claim/ocnal-14'],
  ['сукоб Звечан', 'event/zvecan-clash', 'sr-Cyrl'],
  ['sukob kod zgrade opštine', 'event/zvecan-clash', 'sr-Latn'],
  ['përleshje demonstrues', 'event/zvecan-clash', 'sq'],
  ['perleshje e armatosur', 'event/september-clash', 'sq']
];

describe('what is found first', () => {
  test.each(QUERIES)('%s: %s', (query, expected, language = 'en') => {
    expect(first(language, query)).toBe(expected);
  });
});

test('four ways to write Zvečan are one', () => {
  expect(new Set(['Zvečan', 'Zveçan', 'Звечан', 'zvecan', 'ZVECAN'].map(fold)).size).toBe(1);
});

test('every event, place, article and claim is found by its own name, in every language', () => {
  for (const [id, { items, search }] of made) {
    const all = Array.from({ length: items.length }, (_, at) => at);
    const lost = all.filter((at) => !search.find(items.documentAt(at).title).includes(at));
    expect(lost.map((at) => `${id}: ${items.documentAt(at).key}`)).toEqual([]);
  }
});

test('nothing stands for nothing', () => {
  for (const query of ['', ' ', '…', 'xyzzyqq']) expect(find('en', query)).toEqual([]);
});

test('who is found has claims to show', () => {
  const { items } = made.get('en')!;
  const people = Array.from({ length: items.length }, (_, at) => items.documentAt(at)).filter(
    ({ type }) => type === 'person'
  );
  expect(people.length).toBeGreaterThan(0);
  for (const { id } of people) {
    const types = items.claimsOf(id).map((at) => items.documentAt(at).type);
    expect(new Set(types)).toEqual(new Set(['claim']));
  }
});
