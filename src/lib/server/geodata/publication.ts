import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onDisk, withFiles, type Source } from './source.ts';
import { flushFolder, writeAtomically } from './write-file.ts';

/*
 * Several files of a data folder are changed at once, or none. All new contents are first written into one file, the
 * journal, which takes its name in one step: from then on the change has happened. The files are written after it, and the
 * journal is taken away at the end. Whoever reads the folder while a journal is there reads it as the journal says
 * (`asPublished`), so that nobody, the desk, the check, the build or a page of `npm run dev`, sees the half of a change;
 * reading writes nothing. The desk and the check finish what was interrupted (`recoverPublication`) before they begin, so
 * that the files themselves are whole before a person looks at them or commits them.
 */

/** Begins with a dot: nothing else reads it. Git ignores it. */
export const JOURNAL = '.publishing.json';

/** `before`: the hash of each file as it was; `null` for one that is new. */
type Journal = { format: 1; files: Record<string, { before: string | null; content: string }> };

/** The folder is not as it must be for this change, or for finishing one: nothing was written. */
export class CannotPublish extends Error {}

/** Called before each step, by its name: tests stop there. */
type Step = (name: string) => void;

/**
 * Writes files of a data folder, all or none, wherever the process or the machine stops. `from`: the files as they were
 * read when the changes were made. Throws `CannotPublish` where one of those that change is another by now.
 */
export function publish(
  dir: string,
  changes: ReadonlyMap<string, string>,
  from: ReadonlyMap<string, string>,
  step: Step = () => {}
): void {
  recoverPublication(dir, step);
  const files = [...changes].map(([name, content]) => {
    const before = from.get(name);
    if (hashOnDisk(dir, name) !== (before === undefined ? null : hash(before)))
      throw new CannotPublish(`${name} has changed since these changes were made; look at them again`);
    return [name, { before: before === undefined ? null : hash(before), content }] as const;
  });
  if (files.length === 0) return;
  const journal: Journal = { format: 1, files: Object.fromEntries(files) };
  writeAtomically(join(dir, JOURNAL), JSON.stringify(journal), step);
  finish(dir, journal, step);
}

/**
 * Finishes a publication that was interrupted; says whether there was one. Throws `CannotPublish`, and writes nothing,
 * where its journal cannot be read, or a file is neither as it was nor as it was to become: someone has changed it since,
 * and knows best.
 */
export function recoverPublication(dir: string, step: Step = () => {}): boolean {
  const journal = readJournal(dir);
  if (journal === null) return false;
  const strange = Object.entries(journal.files).filter(([name, { before, content }]) => {
    const now = hashOnDisk(dir, name);
    return now !== before && now !== hash(content);
  });
  if (strange.length > 0) {
    const names = strange.map(([name]) => name).join(', ');
    throw new CannotPublish(
      `a publication was interrupted, and ${names} changed since: take an older version back, or remove ${join(dir, JOURNAL)}, which has what was to be written`
    );
  }
  finish(dir, journal, step);
  return true;
}

/** A data folder as it is once a publication that is under way, or was interrupted, is finished. */
export function asPublished(dir: string): Source {
  const journal = readJournal(dir);
  const files = Object.entries(journal?.files ?? {}).map(([name, { content }]) => [name, content] as const);
  return files.length === 0 ? onDisk(dir) : withFiles(onDisk(dir), new Map(files));
}

function finish(dir: string, { files }: Journal, step: Step): void {
  for (const [name, { content }] of Object.entries(files)) {
    const path = join(dir, name);
    if (hashOnDisk(dir, name) === hash(content)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, content, step);
  }
  step('remove the journal');
  rmSync(join(dir, JOURNAL), { force: true });
  flushFolder(dir);
  step('done');
}

/** `null` where there is none. */
function readJournal(dir: string): Journal | null {
  const path = join(dir, JOURNAL);
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const journal = JSON.parse(content) as Journal;
    const entries = Object.entries(journal.files);
    const isSound = entries.every(([name, file]) => isInside(name) && typeof file.content === 'string');
    if (journal.format === 1 && isSound) return journal;
  } catch {
    // Told below.
  }
  throw new CannotPublish(`${path} is no journal of a publication: see what it holds, and remove it`);
}

const isInside = (name: string) => /^(?:(?:articles|text)\/)?[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name);

const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

function hashOnDisk(dir: string, name: string): string | null {
  const path = join(dir, name);
  return existsSync(path) ? hash(readFileSync(path)) : null;
}
