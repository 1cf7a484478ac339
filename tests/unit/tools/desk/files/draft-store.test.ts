import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DraftChanged, DraftStore } from '../../../../../src/tools/desk/files/draft-store.ts';
import { emptyDraft } from '../draft-fixture.ts';

let dir: string;
let store: DraftStore;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drafts-'));
  store = new DraftStore(join(dir, 'new', 'folder'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const draft = (title: string) => ({ ...emptyDraft('courier-2031-05-13'), article: { title } });
const inFolder = () => readdirSync(store.dir).sort();

test('a draft is there again after it was written, and in the list', () => {
  const version = store.write(draft('Quay'), null);
  expect(new DraftStore(store.dir).read('courier-2031-05-13')).toEqual({ draft: draft('Quay'), version });
  expect(store.list()).toMatchObject({ drafts: [{ id: 'courier-2031-05-13', title: 'Quay', version }], bad: [] });
  expect(inFolder()).toEqual(['courier-2031-05-13.draft.json']);
});

test('a second tab is told, and writes nothing over what the first wrote', () => {
  const first = store.write(draft('Quay'), null);
  const second = store.write(draft('Quay, by the first'), first);
  const stale = () => store.write(draft('Quay, by the second'), first);
  expect(stale).toThrow(DraftChanged);
  expect(() => store.write(draft('A new one'), null)).toThrow('changed elsewhere');
  try {
    stale();
  } catch (error) {
    expect((error as DraftChanged).stored).toEqual({ draft: draft('Quay, by the first'), version: second });
  }
  store.setAside('courier-2031-05-13', 'removed');
  expect(() => store.write(draft('Quay'), second)).toThrow('taken away elsewhere');
});

test.each([
  ['half a file', '{ "format": 1, "id": "courier-2031-05-13", '],
  ['an empty file', ''],
  ['a list', '[]'],
  ['another id', JSON.stringify({ ...draft('x'), id: 'other' })],
  ['claims that are none', JSON.stringify({ ...draft('x'), claims: [null] })],
  ['a change of nothing', JSON.stringify({ ...draft('x'), changedEvents: [{ now: {} }] })],
  ['a text outside the folder', JSON.stringify({ ...draft('x'), text: { ...draft('x').text, file: '../x.txt' } })]
])('%s is set aside, told, and kept as it was', (_what, content) => {
  const path = join(store.dir, 'courier-2031-05-13.draft.json');
  for (const name of ['courier-2031-05-13.broken.json', 'courier-2031-05-13.broken-2.json']) {
    writeFileSync(path, content);
    expect(store.list()).toEqual({ drafts: [], bad: [{ file: join(store.dir, name), why: expect.any(String) }] });
    expect(readFileSync(join(store.dir, name), 'utf8')).toBe(content);
  }
  expect(store.list()).toEqual({ drafts: [], bad: [] });
  expect(store.read('courier-2031-05-13')).toBeNull();
  writeFileSync(path, content);
  expect(() => store.read('courier-2031-05-13')).toThrow('broken-3.json');
});

test('a draft from before published things could be changed changes none', () => {
  const { changedEvents: _events, changedRelations: _relations, ...old } = draft('Quay');
  writeFileSync(join(store.dir, `${old.id}.draft.json`), JSON.stringify(old));
  expect(store.read(old.id)?.draft).toEqual(draft('Quay'));
});

test('a draft of a later desk stays where it is', () => {
  const content = JSON.stringify({ format: 2 });
  writeFileSync(join(store.dir, 'x.draft.json'), content);
  expect(store.list()).toMatchObject({ drafts: [], bad: [{ why: expect.stringContaining('later') }] });
  expect(inFolder()).toEqual(['x.draft.json']);
});

test('what a crash left of a write is no draft, and does not disturb the next', () => {
  writeFileSync(join(store.dir, '.courier-2031-05-13.draft.json.writing'), '{ "form');
  expect(store.list()).toEqual({ drafts: [], bad: [] });
  store.write(draft('Quay'), null);
  expect(inFolder()).toEqual(['courier-2031-05-13.draft.json']);
});

test('a text is kept beside the draft, and never written over by another', () => {
  store.writeText('a.txt', 'Zvečan');
  store.writeText('a.txt', 'Zvečan');
  expect(store.readText('a.txt')?.toString()).toBe('Zvečan');
  expect(() => store.writeText('a.txt', 'other')).toThrow('another text');
  expect(store.readText('b.txt')).toBeNull();
});

test.each(['../x', 'a/b', '', 'A', '.', 'x.draft'])('no file is named outside of the folder: %j', (id) => {
  expect(() => store.write({ ...emptyDraft('x'), id }, null)).toThrow();
  expect(() => store.read(id)).toThrow('no id');
  expect(() => store.readText(`../${id}.txt`)).toThrow('no name');
});
