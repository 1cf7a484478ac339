import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Draft } from '../../../../../src/tools/desk/draft.ts';
import type { DraftFolder } from '../../../../../src/tools/desk/server/draft-folder.ts';
import { deskFolder, refusalOf } from './desk-folder.ts';
import { GAZETTE, gazetteDraft } from '../draft-fixture.ts';

const ID = 'gazette-2031-05-16';
let folder: string;
let drafts: DraftFolder;
let remove: () => void;

/** A region with one article that was published at the desk. */
beforeEach(() => {
  ({ folder, drafts, remove } = deskFolder());
  const draft = gazetteDraft();
  drafts.store.writeText(draft.text.file, GAZETTE);
  drafts.publish(ID, drafts.store.write(draft, null));
});
afterEach(() => remove());

const article = () =>
  JSON.parse(readFileSync(join(folder, 'data/articles', `${ID}.json`), 'utf8')) as {
    claims: { id: string; what: string; locator: { charStart: number; charEnd: number } }[];
    text: { sha256: string };
  };
const wordsOf = (text: string) =>
  article().claims.map(({ locator: { charStart, charEnd } }) => [...text].slice(charStart, charEnd).join(''));
const lacks = () => drafts.overview().articles.find(({ id }) => id === ID)!.lacks;
const write = (text: string) => writeFileSync(join(folder, 'texts', `${ID}.txt`), text);

const refusal = (act: () => unknown): string => refusalOf(act)?.message ?? '';

test('a published article is opened, a claim of it changed, and published again: nothing else changes', () => {
  const before = article();
  const { draft, version, known } = drafts.reopen(ID);
  // Each claim once, and in the events once.
  const ids = known.claims.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { claims } of known.events) expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  expect(drafts.check(ID).problems.filter(({ rule }) => rule !== 'V52')).toEqual([]);
  expect(drafts.changes(ID)).toEqual({ files: [], settled: [], shared: [] });

  draft.claims[1]!.fields.what = 'The two sides met for talks at the mill.';
  const saved = drafts.save(ID, draft, version);
  expect(drafts.publish(ID, saved.version).files.filter((file) => !file.startsWith('text/'))).toEqual([
    `articles/${ID}.json`,
    'dataset.json'
  ]);
  before.claims[1]!.what = draft.claims[1]!.fields.what;
  expect(article()).toEqual(before);
});

test('a draft that is there already is opened, not written over', () => {
  const { draft, version } = drafts.reopen(ID);
  draft.article.title = 'Mine';
  drafts.save(ID, draft, version);
  expect(drafts.reopen(ID).draft.article.title).toBe('Mine');
});

test('a draft that is put aside leaves the list, and its file is kept', () => {
  drafts.reopen(ID);
  drafts.putAside(ID);
  expect(drafts.overview().drafts).toEqual([]);
  expect(readdirSync(join(folder, 'texts'))).toContain(`${ID}.removed.json`);
  expect(refusal(() => drafts.putAside(ID))).toContain('no draft');
});

test('an article whose text is not at hand says what is missing', () => {
  rmSync(join(folder, 'texts', `${ID}.txt`));
  expect(lacks()).toContain(`${ID}.txt`);
  expect(refusal(() => drafts.reopen(ID))).toBe(lacks());
  // The articles of the region were never taken in here.
  expect(drafts.overview().articles.every((each) => each.lacks !== null)).toBe(true);
});

test('in a text that was corrected the passages are found again by the words that were published', () => {
  const words = wordsOf(GAZETTE);
  const corrected = `A line more\n${GAZETTE.replace('Saltwick, Friday', 'SALTWICK, Friday')}`;
  write(corrected);
  expect(lacks()).toBe(null);
  const { draft, notes } = drafts.reopen(ID);
  expect(notes.join()).toContain('found again: 2');
  drafts.publish(ID, drafts.open(ID).version);
  expect(wordsOf(corrected)).toEqual(words);
  expect(article().text.sha256).toBe(draft.text.sha256);
});

test('a passage that is gone is named, and nothing is published until it is selected anew', () => {
  write(GAZETTE.replace(/The crowd and the Guard.*\n\n/, ''));
  const { draft, notes, version } = drafts.reopen(ID);
  expect(notes.join()).toContain('the words of claim 2 are gone');
  const { problems } = drafts.check(ID);
  expect(problems.filter(({ rule }) => rule === 'D03').map(({ of, field }) => [of, field])).toEqual([
    [`claims/${draft.claims[1]!.key}`, 'passage']
  ]);
  expect(refusal(() => drafts.publish(ID, version))).toContain('Rules are broken');
});

test('without the words of its passages a changed text is refused', () => {
  rmSync(join(folder, 'texts', `${ID}.published.json`));
  write(GAZETTE.replace('Friday', 'Saturday'));
  expect(lacks()).toContain(article().text.sha256);
  expect(refusal(() => drafts.reopen(ID))).toBe(lacks());
});

test('another text of a draft takes the place of the first, which is kept', () => {
  const before: Draft = drafts.reopen(ID).draft;
  const { draft, text, notes } = drafts.changeText(ID, Buffer.from(`One\r\n${GAZETTE}`));
  expect(text).toBe(`One\n${GAZETTE}`);
  expect(notes.join()).toMatch(/CRLF.*found again: 2/);
  expect(draft.claims.map(({ passage }) => passage.charStart)).toEqual(
    before.claims.map(({ passage }) => passage.charStart + 4)
  );
  expect(readFileSync(join(folder, 'texts', `${ID}.before.txt`), 'utf8')).toBe(GAZETTE);
});
