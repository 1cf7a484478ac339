import { describe, expect, test } from 'vitest';
import { CATALOGUES, wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import type { LanguageId } from '../../../src/lib/i18n/languages.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { claimsByAgent, searchDocuments } from '../../../src/lib/search/documents.ts';
import { fold } from '../../../src/lib/search/fold.ts';
import { searcher } from '../../../src/lib/search/search.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';

const LANGUAGES = Object.keys(CATALOGUES) as LanguageId[];
const made = new Map(
  LANGUAGES.map((id) => {
    const index = indexDataset(loadDataset('geodata', id));
    return [
      id,
      { index, documents: searchDocuments(wholeLanguage(id), index, index.dataset.info.firstView.nameForm) }
    ] as const;
  })
);
const find = new Map([...made].map(([id, { documents }]) => [id, searcher(documents)]));
const first = (language: LanguageId, query: string) => find.get(language)!(query)[0]?.key ?? 'nothing';

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
  for (const [id, { documents }] of made) {
    const search = find.get(id)!;
    const lost = documents.filter(({ key, title }) => !search(title).some((found) => found.key === key));
    expect(lost.map(({ key }) => `${id}: ${key}`)).toEqual([]);
  }
});

test('nothing stands for nothing', () => {
  for (const query of ['', ' ', '…', 'xyzzyqq']) expect(find.get('en')!(query)).toEqual([]);
});

test('who is found has claims to show', () => {
  const { index, documents } = made.get('en')!;
  const claims = claimsByAgent(index);
  for (const { id } of documents.filter(({ type }) => type === 'person'))
    expect(claims.get(id)!.length).toBeGreaterThan(0);
});
