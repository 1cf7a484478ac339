import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../../../lib/server/geodata/write-file.ts';
import type { Draft } from '../draft.ts';
import { sha256 } from './sha256.ts';

/** What a file of a draft was like when it was read or written: a write names the one that it was made from. */
export type DraftVersion = string;

export type StoredDraft = { draft: Draft; version: DraftVersion };

/** A draft in the list, newest change first. */
export type DraftEntry = { id: string; title: string; changedMs: number; version: DraftVersion };

/** A file that is no draft, or none of this desk: why, and where it is now. Nothing of it is lost. */
export type BadDraft = { file: string; why: string };

/** The draft has been written since by someone else, another tab for instance: nothing was written over it. */
export class DraftChanged extends Error {
  /** What is stored now; `null` where the draft is gone. */
  readonly stored: StoredDraft | null;
  constructor(id: string, stored: StoredDraft | null) {
    super(`the draft ${JSON.stringify(id)} was ${stored ? 'changed' : 'taken away'} elsewhere meanwhile`);
    this.stored = stored;
  }
}

const ENDING = '.draft.json';
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TEXT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*\.txt$/u;

/** A name that a text may have in the folder. */
export const isTextName = (file: string): boolean => TEXT_NAME.test(file);

/**
 * Drafts and their texts in one folder outside the project: `<id>.draft.json` beside the text that it names, which
 * `check:geodata --articles` reads there. A draft that cannot be read is set aside under another name and reported.
 * All of it is synchronous: in one process, nothing comes between the look at a version and the write.
 */
export class DraftStore {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  /** All drafts, and what was found that is none. */
  list(): { drafts: DraftEntry[]; bad: BadDraft[] } {
    const drafts: DraftEntry[] = [];
    const bad: BadDraft[] = [];
    for (const name of readdirSync(this.dir).filter((each) => each.endsWith(ENDING) && !each.startsWith('.'))) {
      const id = name.slice(0, -ENDING.length);
      const read = this.#load(id);
      if (read === null) continue;
      if ('why' in read) bad.push(read);
      else {
        const title = read.draft.article.title ?? '';
        drafts.push({ id, title, changedMs: statSync(this.#path(id)).mtimeMs, version: read.version });
      }
    }
    return { drafts: drafts.sort((a, b) => b.changedMs - a.changedMs), bad };
  }

  /** A draft; `null` where there is none. Throws where its file is no draft, and says where that file is now. */
  read(id: string): StoredDraft | null {
    const read = this.#load(id);
    if (read !== null && 'why' in read) throw new Error(`${read.file}: ${read.why}`);
    return read;
  }

  /** Writes a draft. `madeFrom`: the version that it was made from, `null` for a new one. Throws `DraftChanged`. */
  write(draft: Draft, madeFrom: DraftVersion | null): DraftVersion {
    const fault = draftFault(draft, draft.id);
    if (fault !== null) throw new Error(fault);
    const stored = this.read(draft.id);
    if ((stored?.version ?? null) !== madeFrom) throw new DraftChanged(draft.id, stored);
    const content = `${JSON.stringify(draft, null, 2)}\n`;
    writeAtomically(this.#path(draft.id), content);
    return sha256(content);
  }

  /** Takes a draft out of the list, for instance as it is published; its file stays, under another name. */
  setAside(id: string, as: 'published' | 'removed' | 'broken'): string {
    return this.#rename(this.#path(id), `${id}.${as}`, '.json');
  }

  /** Drafts of an article that were published, newest first: they have the words of its passages. */
  published(id: string): Draft[] {
    if (!SLUG.test(id)) return [];
    const own = readdirSync(this.dir).filter((name) => name.startsWith(`${id}.published`) && name.endsWith('.json'));
    const drafts = own.map((name) => ({
      path: join(this.dir, name),
      value: parsed(readFileSync(join(this.dir, name), 'utf8'))
    }));
    return drafts
      .filter(({ value }) => draftFault(value, id) === null)
      .sort((a, b) => statSync(b.path).mtimeMs - statSync(a.path).mtimeMs)
      .map(({ value }) => asDraft(value));
  }

  /** The text of an article, by the name of its file; `null` where it is not there. */
  readText(file: string): Buffer | null {
    const path = this.#textPath(file);
    return existsSync(path) ? readFileSync(path) : null;
  }

  /** Keeps a text. Never writes over another one: drafts count characters in it. */
  writeText(file: string, text: string): void {
    const before = this.readText(file);
    if (before?.equals(Buffer.from(text))) return;
    if (before !== null) throw new Error(`there is another text ${file} already`);
    writeAtomically(this.#textPath(file), text);
  }

  /** Keeps a text in the place of another, which stays under another name. */
  replaceText(file: string, text: string): void {
    const path = this.#textPath(file);
    if (this.readText(file)?.equals(Buffer.from(text))) return;
    if (existsSync(path)) this.#rename(path, file.replace(/\.txt$/, '.before'), '.txt');
    writeAtomically(path, text);
  }

  /** Gives a file a name that no other has. */
  #rename(from: string, name: string, ending: string): string {
    for (let number = 1; ; number++) {
      const to = join(this.dir, `${name}${number > 1 ? `-${number}` : ''}${ending}`);
      if (existsSync(to)) continue;
      renameSync(from, to);
      return to;
    }
  }

  #path(id: string): string {
    if (!SLUG.test(id)) throw new Error(`${JSON.stringify(id)} is no id of a draft`);
    return join(this.dir, `${id}${ENDING}`);
  }

  #textPath(file: string): string {
    if (!isTextName(file)) throw new Error(`${JSON.stringify(file)} is no name of a text`);
    return join(this.dir, file);
  }

  #load(id: string): StoredDraft | BadDraft | null {
    if (!SLUG.test(id)) return { file: join(this.dir, `${id}${ENDING}`), why: 'its name is no id' };
    const path = this.#path(id);
    if (!existsSync(path)) return null;
    const content = readFileSync(path, 'utf8');
    const value = parsed(content);
    // Not set aside: a newer desk can read it.
    if (typeof value === 'object' && value !== null && isLater(value))
      return { file: path, why: 'it was made by a later version of the desk' };
    const why = draftFault(value, id);
    return why === null
      ? { draft: asDraft(value), version: sha256(content) }
      : { file: this.setAside(id, 'broken'), why };
  }
}

function asDraft(value: unknown): Draft {
  const draft = value as Omit<Draft, (typeof LATER_LISTS)[number]> & Partial<Draft>;
  return { changedEvents: [], changedRelations: [], ...draft };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const isLater = (value: object) => 'format' in value && typeof value.format === 'number' && value.format > 1;

const LISTS = ['claims', 'joins', 'events', 'relations', 'agents', 'origins', 'sites', 'areas'] as const;
/** Drafts of before have none of these. */
const LATER_LISTS = ['changedEvents', 'changedRelations'] as const;

/** Why a value is no draft of that id; `null` where it is one, as far as the program has to rely on it. */
function draftFault(value: unknown, id: string): string | null {
  if (!isTree(value)) return 'it is no JSON object';
  if (value.format !== 1) return 'it has no format 1';
  if (value.id !== id || !SLUG.test(id)) return 'its id is not its name';
  const { text } = value;
  if (!isTree(text) || typeof text.file !== 'string' || !isTextName(text.file)) return 'it names no text';
  const trees = ['article', 'codes', 'translations'].filter((key) => !isTree(value[key]));
  const isList = (list: unknown): list is Tree[] => Array.isArray(list) && list.every(isTree);
  const lists = [
    ...LISTS.filter((key) => !isList(value[key])),
    ...LATER_LISTS.filter((key) => value[key] !== undefined && !(isList(value[key]) && value[key].every(isChange)))
  ];
  const missing = [...trees, ...lists];
  return missing.length > 0 ? `it has no ${missing.join(', ')}` : null;
}

const isChange = ({ was, now }: Tree): boolean => isTree(was) && (isTree(now) || now === null);

type Tree = Record<string, unknown>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
