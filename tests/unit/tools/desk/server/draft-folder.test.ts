import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DraftFolder } from '../../../../../src/tools/desk/server/draft-folder.ts';
import { deskFolder, refusalOf } from './desk-folder.ts';
import { GAZETTE } from '../draft-fixture.ts';

let folder: string;
let drafts: DraftFolder;
let remove: () => void;
beforeEach(() => {
  ({ folder, drafts, remove } = deskFolder());
});
afterEach(() => remove());

const refusal = (act: () => unknown): number => refusalOf(act)?.status ?? 0;

test('a text that is taken in is kept as it was normalised, under an id of publisher and day', () => {
  const { draft, text } = drafts.create(
    Buffer.from(`\ufeff${GAZETTE.replaceAll('\n', '\r\n')}`),
    'The Gazette',
    '2031-05-16'
  );
  expect(draft.id).toBe('gazette-2031-05-16');
  expect(text).toBe(GAZETTE);
  expect(readFileSync(join(folder, 'texts', draft.text.file), 'utf8')).toBe(GAZETTE);
  expect(drafts.overview().drafts).toEqual([{ id: draft.id, title: '', claims: 0 }]);
});

test('a second article of the same day and publisher has an id of its own', () => {
  const ids = [1, 2].map((n) => drafts.create(Buffer.from(`Text ${n}`), 'Gazette', '2031-05-16').draft.id);
  expect(new Set(ids).size).toBe(2);
});

test('what is no text is refused in words, and nothing is kept', () => {
  expect(refusal(() => drafts.create(Buffer.from([0xff, 0x80, 0x81]), 'Gazette', '2031-05-16'))).toBe(422);
  expect(drafts.overview().drafts).toEqual([]);
});

test('a tab that has an older version writes over nothing', () => {
  const { draft, version } = drafts.create(Buffer.from(GAZETTE), 'Gazette', '2031-05-16');
  const first = drafts.save(draft.id, { ...draft, article: { ...draft.article, title: 'First' } }, version);
  expect(
    refusal(() => drafts.save(draft.id, { ...draft, article: { ...draft.article, title: 'Second' } }, version))
  ).toBe(409);
  expect(drafts.open(draft.id)).toMatchObject({ version: first.version, draft: { article: { title: 'First' } } });
});

test('a draft that breaks rules is not published, and the data folder stays as it was', () => {
  const { draft, version } = drafts.create(Buffer.from(GAZETTE), 'Gazette', '2031-05-16');
  const before = readFileSync(join(folder, 'data', 'dataset.json'), 'utf8');
  expect(refusal(() => drafts.publish(draft.id, version))).toBe(422);
  expect(readFileSync(join(folder, 'data', 'dataset.json'), 'utf8')).toBe(before);
  expect(drafts.overview().drafts).toHaveLength(1);
});

test('an id that is no name of a draft reaches no file', () => {
  for (const id of ['../data/dataset', 'gazette/../x', 'nobody'])
    expect([404, 500]).toContain(refusal(() => drafts.open(id)));
});
