import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geodata } from './authored.ts';
import { gatherFolder } from './validate.ts';

/** A data folder as git has it in its last commit; `null` where it is not under git, or was not committed yet. */
export function asCommitted(dir: string): Geodata | null {
  const prefix = git(dir, ['rev-parse', '--show-prefix']);
  if (prefix === null) return null;
  const temporary = mkdtempSync(join(tmpdir(), 'geodata-committed-'));
  try {
    // An index of its own: the one of the repository is the editor’s.
    const env = { GIT_INDEX_FILE: join(temporary, 'index') };
    const folder = join(temporary, 'geodata');
    mkdirSync(folder);
    if (git(dir, ['read-tree', `HEAD:${prefix.trim()}`], env) === null) return null;
    // Run at the top, where git takes the paths of this index to be.
    const top = git(dir, ['rev-parse', '--show-toplevel'])?.trim() ?? dir;
    if (git(top, ['checkout-index', '--all', `--prefix=${folder}/`], env) === null) return null;
    return gatherFolder(folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function git(dir: string, options: string[], env: Record<string, string> = {}): string | null {
  const run = spawnSync('git', options, { cwd: dir, encoding: 'utf8', env: { ...process.env, ...env } });
  return run.status === 0 ? run.stdout : null;
}
