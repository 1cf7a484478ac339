import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParts, type PartFolders } from '../lib/server/geodata/part-folders.ts';
import { partsIndex, partsSitemap } from '../lib/server/pages/parts-index.ts';
import { siteUrl } from '../lib/server/pages/site-url.ts';

/*
 * Builds the site. Where the data folder holds several, of some years each, it is one site for each, side by side, and a
 * page over them. Each is built in a process of its own: it takes as much memory as the largest, not as all.
 */

const VITE = join('node_modules', 'vite', 'bin', 'vite.js');
const BUILD = 'build';
/** Where those that are done wait: in a folder of SvelteKit’s that nothing reads. */
const DONE = join('.svelte-kit', 'parts');
/** Settings for the server are for all parts alike: of the last, they stand at the root. */
const OF_ALL = ['_headers', 'headers'];

/** The exit code of a build. */
function build(env: Record<string, string> = {}): number {
  const args = [VITE, 'build', '--logLevel', 'warn', ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function buildParts(dir: string, folders: PartFolders): number {
  const { parts } = folders;
  if (process.env.FROZEN_DIR)
    throw new Error(
      'FROZEN_DIR is for one data folder, and this holds several: leave it out, and keep the whole build'
    );
  const site = siteUrl();
  rmSync(DONE, { recursive: true, force: true });
  for (const { id } of parts) {
    console.log(`${id} …`);
    const code = build({ GEODATA_DIR: join(dir, id), ...(site !== null && { SITE_URL: `${site}${id}/` }) });
    if (code !== 0) return code;
    mkdirSync(DONE, { recursive: true });
    renameSync(BUILD, join(DONE, id));
  }
  rmSync(BUILD, { recursive: true, force: true });
  renameSync(DONE, BUILD);
  for (const name of OF_ALL) {
    renameSync(join(BUILD, parts.at(-1)!.id, name), join(BUILD, name));
    for (const { id } of parts) rmSync(join(BUILD, id, name), { recursive: true, force: true });
  }
  writeFileSync(join(BUILD, 'index.html'), partsIndex(folders, site));
  writeFileSync(join(BUILD, 'sitemap.xml'), partsSitemap(folders, site));
  return 0;
}

try {
  // As `geodataDir`, which brings all that reads the data with it.
  const dir = process.env.GEODATA_DIR ?? 'geodata';
  const folders = readParts(dir);
  process.exitCode = folders === null ? build() : buildParts(dir, folders);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
