import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { textsOf } from '../../../../src/lib/server/geodata/texts.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

/** A small, complete, valid data folder of an invented island, and the texts it was read from. */
export const REGION = join(FIXTURES, 'region');
export const REGION_TEXTS = join(FIXTURES, 'region-articles');

type Key = string | number;
type Edit = { file: string } & (
  | { path: Key[]; set: unknown }
  | { path: Key[]; append: unknown }
  | { path: Key[]; remove: true }
  | { text: string }
  /** The file as another program saves it. */
  | { saveAs: 'UTF-16' | 'byte order mark' | 'CRLF' }
  /** The file of a language, with a translation of every text of the region: the text behind a word of it. */
  | { translate: true }
  | { delete: true }
  /** What stands in place of the file. */
  | { instead: 'folder' | 'link' }
);

/** One defect: edits to the region, and the one problem they must give. `found` and `advice` are parts of the text. */
export type BadFixture = {
  name: string;
  rule: string;
  title: string;
  edits: Edit[];
  expect: { file: string; path: string; found: string; advice: string; severity?: 'warning' };
};

export const BAD: BadFixture[] = readdirSync(join(FIXTURES, 'bad')).map((name) => ({
  name: name.replace('.json', ''),
  ...(JSON.parse(readFileSync(join(FIXTURES, 'bad', name), 'utf8')) as Omit<BadFixture, 'name'>)
}));

/**
 * A copy of the region with the edits made, in a folder of its own, and beside it a copy of its texts, which edits call
 * `../region-articles/…`; `remove` takes both away again.
 */
export function editedRegion(edits: readonly Edit[]): { dir: string; texts: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'geodata-'));
  const dir = join(parent, 'region');
  const texts = join(parent, 'region-articles');
  cpSync(REGION, dir, { recursive: true });
  cpSync(REGION_TEXTS, texts, { recursive: true });
  for (const edit of edits) apply(dir, edit);
  return { dir, texts, remove: () => rmSync(parent, { recursive: true }) };
}

function apply(dir: string, edit: Edit): void {
  const file = join(dir, edit.file);
  if ('delete' in edit) return rmSync(file);
  if ('instead' in edit) {
    rmSync(file, { force: true });
    if (edit.instead === 'link') symlinkSync(join(dir, 'nowhere'), file);
    else mkdirSync(file);
    return;
  }
  if ('text' in edit) return writeFileSync(file, edit.text);
  if ('saveAs' in edit) return writeFileSync(file, savedAs(edit.saveAs, readFileSync(file, 'utf8')));
  if ('translate' in edit) {
    mkdirSync(dirname(file), { recursive: true });
    const texts = [...textsOf(loadDataset(REGION))].map(([key, en]) => [
      key,
      { en, text: `Prevod: ${inSerbianLetters(en)}` }
    ]);
    return writeFileSync(file, JSON.stringify(Object.fromEntries(texts), null, 2));
  }
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  change(json, edit);
  writeFileSync(file, JSON.stringify(json, null, 2));
}

function savedAs(way: 'UTF-16' | 'byte order mark' | 'CRLF', text: string): Buffer {
  if (way === 'UTF-16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(way === 'CRLF' ? text.replaceAll('\n', '\r\n') : `\uFEFF${text}`);
}

const inSerbianLetters = (text: string) => text.replace(/[wqxy]/gi, 'j').replace(/é/g, 'e');

function change(json: unknown, edit: Edit & { path: Key[] }): void {
  const last = edit.path.at(-1) as Key;
  let holder = json as Record<Key, unknown>;
  for (const key of edit.path.slice(0, -1)) holder = holder[key] as Record<Key, unknown>;
  if ('append' in edit) (holder[last] as unknown[]).push(edit.append);
  else if ('set' in edit) holder[last] = edit.set;
  else if (Array.isArray(holder)) holder.splice(last as number, 1);
  else delete holder[last];
}
