import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that whoever reads it, also after a crash, finds the old content or the new: into a file beside it,
 * which takes its name once it is on the disk. `step`: called before each thing done, for tests that stop there.
 */
export function writeAtomically(path: string, content: string, step: (name: string) => void = () => {}): void {
  // A name that nothing reads, and that is written over by the next try.
  const temporary = join(dirname(path), `.${basename(path)}.writing`);
  step(`open ${basename(temporary)}`);
  const file = openSync(temporary, 'w');
  try {
    step(`write ${basename(temporary)}`);
    writeFileSync(file, content);
    step(`flush ${basename(temporary)}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  step(`rename to ${basename(path)}`);
  renameSync(temporary, path);
  flushFolder(dirname(path));
}

/** That a name is on the disk, not only what it names. */
export function flushFolder(dir: string): void {
  // Windows opens no folders, and needs not: names are written with the file there.
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
