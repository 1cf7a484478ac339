import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TranslatedTexts } from '../../../../src/lib/server/geodata/authored.ts';
import { sources } from '../../../../src/lib/server/geodata/translation-gaps.ts';
import { gatherFolder } from '../../../../src/lib/server/geodata/validate.ts';
import { fromCsv, toCsv } from '../../../../src/tools/translations/csv.ts';
import { entriesOf } from '../../../../src/tools/translations/entries.ts';
import { takeBack } from '../../../../src/tools/translations/take-back.ts';
import { withTexts } from '../../../../src/tools/translations/text-file.ts';
import { fromXliff, toXliff } from '../../../../src/tools/translations/xliff.ts';
import { editedRegion } from '../../server/geodata/fixture.ts';

let region: ReturnType<typeof editedRegion>;
let keys: string[];

/** The region in Albanian, without its first event’s title, and with another subtitle than the one translated. */
beforeAll(() => {
  region = editedRegion([
    { file: 'dataset.json', path: ['languages'], append: 'sq' },
    { file: 'text/sq.json', translate: true },
    { file: 'text/sq.json', path: ['info/subtitle', 'en'], set: 'Another subtitle' }
  ]);
  keys = [...sources(gatherFolder(region.dir))!.keys()];
  const path = join(region.dir, 'text/sq.json');
  const texts = JSON.parse(readFileSync(path, 'utf8')) as TranslatedTexts;
  for (const key of keys.filter((key) => key.startsWith('events/')).slice(0, 2)) delete texts[key];
  writeFileSync(path, `${JSON.stringify(texts, null, 2)}\n`);
});
afterAll(() => region.remove());

const FORMATS = [
  ['a table', toCsv, fromCsv],
  ['XLIFF', toXliff, fromXliff]
] as const;

describe.each(FORMATS)('%s', (_name, to, from) => {
  test('holds what is missing or changed, and all that a text has comes back', () => {
    const entries = entriesOf(gatherFolder(region.dir), 'sq', false);
    expect(entries.map(({ state }) => state)).toEqual(['changed', 'missing', 'missing']);
    const { language, texts } = from(to(entries, 'sq'));
    expect(language).toBe('sq');
    expect(texts.map(({ key, english }) => ({ key, english }))).toEqual(
      entries.map(({ key, english }) => ({ key, english }))
    );
    const odd = { ...entries[0]!, english: '=1; "a" <b> & ’\n-c', of: '@x' };
    expect(from(to([odd], 'sq')).texts[0]!.english).toBe(odd.english);
  });

  test('an untouched file changes nothing, with what is translated in it too', () => {
    const data = gatherFolder(region.dir);
    for (const all of [false, true]) {
      const { texts } = from(to(entriesOf(data, 'sq', all), 'sq'));
      const { accepted, refused, empty, same } = takeBack(data, 'sq', texts);
      expect([accepted.size, refused]).toEqual([0, []]);
      expect(empty + same).toBe(texts.length);
    }
  });
});

test('a table comes back from a spreadsheet program that parts cells with semicolons', () => {
  const [entry] = entriesOf(gatherFolder(region.dir), 'sq', false);
  const table = `\uFEFFkey;state;of;english;present;translation sq\r\n${entry!.key};;;"${entry!.english}";;Nëntitull, i ri\r\n`;
  expect(fromCsv(table).texts).toEqual([
    { key: entry!.key, english: entry!.english, translation: 'Nëntitull, i ri', at: 'row 2' }
  ]);
});

test('sentences into which a translation program parts a text are joined; 1.2 is read too', () => {
  const parted = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="en" trgLang="sq"><file id="f">
    <unit id="a:b"><segment><source>One. </source><target>Një. </target></segment>
    <segment><source>Two.</source><target>Dy <pc id="1">fjalë</pc>.</target></segment></unit></file></xliff>`;
  expect(fromXliff(parted).texts).toMatchObject([{ key: 'a/b', english: 'One. Two.', translation: 'Një. Dy fjalë.' }]);
  const older = `<xliff version="1.2"><file source-language="en" target-language="sq" original="x" datatype="plaintext"><body>
    <trans-unit id="a/b"><source>One</source><target>Një</target><alt-trans><target>Nji</target></alt-trans></trans-unit></body></file></xliff>`;
  expect(fromXliff(older)).toMatchObject({ language: 'sq', texts: [{ key: 'a/b', translation: 'Një', at: 'line 2' }] });
  expect(() => fromXliff(older.slice(0, 120))).toThrow('it is no XML');
  expect(() => fromXliff('<a/>')).toThrow('it is no XLIFF');
});

test('a text is refused that has another number, another English text, no path or a second row', () => {
  const data = gatherFolder(region.dir);
  const english = sources(data)!;
  const plain = [...english.keys()].filter((key) => !/\d/.test(english.get(key)!));
  const numbered = [...english.keys()].find((key) => /\d/.test(english.get(key)!))!;
  const row = (key: string, translation: string, at: string, source = english.get(key) ?? '') => ({
    key,
    english: source,
    translation,
    at
  });
  const { accepted, refused } = takeBack(data, 'sq', [
    row(plain[0]!, 'Një tekst', 'row 2'),
    row(plain[0]!, 'Një tekst tjetër', 'row 3'),
    row(numbered, 'Një numër tjetër: 77', 'row 4'),
    row('events/nowhere/title', 'Një tekst', 'row 5'),
    row(plain[1]!, 'Një tekst', 'row 6', 'Another English text')
  ]);
  expect([...accepted.keys()]).toEqual([plain[0]]);
  expect(refused.map(({ at, why }) => [at, why]).sort()).toEqual([
    ['row 3', 'it stands at row 2 too'],
    ['row 4', expect.stringMatching(/it has 77, which the English has not.*\[V69\]/) as string],
    ['row 5', expect.stringContaining('the data has no such text') as string],
    ['row 6', expect.stringContaining('it translates another English text') as string]
  ]);
});

describe('the file of a language', () => {
  const order = ['a', 'b', 'c', 'd'];
  const texts = (entries: Record<string, string>) =>
    new Map(Object.entries(entries).map(([key, text]) => [key, { en: key.toUpperCase(), text }]));

  test('keeps its order and layout: only what is set changes', () => {
    const file = '{\n\t"b": {"text": "old",   "en": "B?"},\n\t"x": { "en": "X", "text": "kept" }\n}';
    expect(withTexts(file, texts({ b: 'new “b”' }), order)).toBe(
      '{\n\t"b": {"text": "new “b”",   "en": "B"},\n\t"x": { "en": "X", "text": "kept" }\n}'
    );
  });

  test('gets new texts where they stand in the data', () => {
    const file = '{\n  "b": {\n    "en": "B",\n    "text": "be"\n  }\n}\n';
    const all = withTexts(file, texts({ d: 'de', a: 'a\n"', c: 'ce' }), order);
    expect(Object.keys(JSON.parse(all) as object)).toEqual(order);
    expect(all).toBe(`${JSON.stringify(JSON.parse(all), null, 2)}\n`);
  });

  test('may be empty', () => {
    const all = withTexts('{}\n', texts({ b: 'be', a: 'a' }), order);
    expect(all).toBe(
      '{\n  "a": {\n    "en": "A",\n    "text": "a"\n  },\n  "b": {\n    "en": "B",\n    "text": "be"\n  }\n}\n'
    );
  });
});

test('out to a translator and in again: what was missing is there, and nothing else has changed', () => {
  const program = (...options: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/translations.ts', '--dir', region.dir, ...options], {
      encoding: 'utf8'
    });
  const file = join(region.dir, '../sq.csv');
  const path = join(region.dir, 'text/sq.json');
  expect(program('--language', 'sq', '--out', file)).toMatchObject({ status: 0, stderr: '' });
  const filled = readFileSync(file, 'utf8')
    .replace(/,\r\n(?!$)/g, ',Përkthim\r\n')
    .replace(/,\r\n$/, ',Përkthim\r\n');
  writeFileSync(file, filled);
  const before = JSON.parse(readFileSync(path, 'utf8')) as TranslatedTexts;
  const { stdout, status } = program('--in', file);
  expect(stdout).toMatch(/text\/sq\.json: [23] texts taken in/);
  const after = JSON.parse(readFileSync(path, 'utf8')) as TranslatedTexts;
  const changed = Object.keys(after).filter((key) => before[key]?.text !== after[key]!.text);
  expect(changed).toHaveLength(Number(/(\d) texts/.exec(stdout)![1]));
  expect(changed.every((key) => after[key]!.text === 'Përkthim')).toBe(true);
  expect(status).toBe(changed.length === 3 ? 0 : 1);
  writeFileSync(file, Buffer.from(filled, 'utf16le'));
  expect(program('--in', file)).toMatchObject({ status: 2, stderr: expect.stringContaining('CSV UTF-8') as string });
}, 60_000);
