import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Packages that few need, in a folder of their own: runs npm with these words, beside copies of these files. It is done
 * beside the folder and then moved there: two programs may start at once, and one may be ended half-way. Returns whether
 * the folder is there.
 */
export function installOnce(folder: string, npm: readonly string[], files: readonly string[] = []): boolean {
  if (existsSync(folder)) return true;
  mkdirSync(dirname(folder), { recursive: true });
  // Where it really is: below a folder that is a link, npm takes its own for a package that the lock does not know.
  const made = mkdtempSync(join(realpathSync(dirname(folder)), `${basename(folder)}.`));
  try {
    for (const file of files) copyFileSync(file, join(made, basename(file)));
    const { status } = spawnSync('npm', [...npm, '--prefix', made, ...QUIET], {
      cwd: made,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32'
    });
    if (status === 0) moveUnlessThere(made, folder);
    return status === 0;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Another program may have been there first: what it installed is the same. */
export function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
