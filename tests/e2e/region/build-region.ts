import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../../..');
const INPUT = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'LICENSE'
];

/**
 * Builds the site of a data folder, or of one with parts, beside the build of this project. The project that builds has no other data: what it
 * took from elsewhere than the folder would be missing. `remove` deletes it.
 */
export function buildRegion(dir: string): { folder: string; remove: () => void } {
  const project = mkdtempSync(join(tmpdir(), 'region-'));
  const remove = () => rmSync(project, { recursive: true, force: true });
  for (const name of INPUT) cpSync(join(PROJECT, name), join(project, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
  const program = ['node_modules/tsx/dist/cli.mjs', 'src/tools/build.ts', '--logLevel', 'error'];
  const run = spawnSync(process.execPath, program, {
    cwd: project,
    env: { ...process.env, GEODATA_DIR: dir },
    encoding: 'utf8'
  });
  if (run.status !== 0) {
    remove();
    throw new Error(`the build of ${dir} failed:\n${run.stdout}${run.stderr}`);
  }
  return { folder: join(project, 'build'), remove };
}
