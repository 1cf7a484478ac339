import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from '../after-build.ts';
import { loadDataset } from '../geodata/dataset.ts';
import { frozenDir, frozenVersions } from './frozen-versions.ts';
import { withNewerNote } from './newer-note.ts';

const BUILD = 'build';

/**
 * Copies the earlier builds of `FROZEN_DIR` to `build/v/<version>/`, once the build is written. Their pages get a line
 * that says which version they are of, with a link to the same page of today; nothing else in them changes.
 */
export const frozenBuilds = (): Plugin =>
  afterBuild('frozen-builds', () => copyFrozen(frozenDir(), BUILD, loadDataset().info.version));

/** `version`: of the data in `build`. */
export function copyFrozen(dir: string | null, build: string, version: string): void {
  for (const frozen of frozenVersions(dir)) {
    const into = join(build, 'v', frozen);
    cpSync(join(dir!, frozen), into, { recursive: true });
    if (frozen === version) continue;
    for (const page of pagesOf(into)) {
      const file = join(into, page);
      const now = existsSync(join(build, page)) ? page : 'index.html';
      const href = relative(join(file, '..'), join(build, now, '..')).replaceAll('\\', '/');
      writeFileSync(file, withNewerNote(readFileSync(file, 'utf8'), { frozen, version, href: `${href}/` }));
    }
  }
}

/** All but the embeds: the height of a frame is that of what it was made for, and its link leads to a page with the line. */
function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('index.html') && !/(^|[\\/])(embed|v)[\\/]/.test(file)
  );
}
