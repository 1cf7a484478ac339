import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the importer needs is in a `package.json` of its own: who only builds the map does not install it. */
const FILES = ['package.json', 'package-lock.json'];
const NODE_MODULES = resolve(import.meta.dirname, '../../../node_modules');
/** Named by what is in it, so that it is whole or not there, and nothing that a program has loaded is ever overwritten. */
const FOLDER = join(
  NODE_MODULES,
  `.importer-${createHash('sha256')
    .update(readFileSync(join(import.meta.dirname, 'package-lock.json')))
    .digest('hex')
    .slice(0, 8)}`
);

/**
 * Installs what the importer needs, the first time that it runs; says so. Throws where that does not succeed. It is
 * installed beside its folder and then moved there: two importers may start at once, and one may be ended half-way.
 */
export function installPackages(say: (line: string) => void = console.error): void {
  if (existsSync(FOLDER)) return;
  say('The importer reads tables with DuckDB, about 70 MB: installing it once, from the npm registry …');
  const made = mkdtempSync(`${FOLDER}.`);
  try {
    for (const file of FILES) copyFileSync(join(import.meta.dirname, file), join(made, file));
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: made,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32'
    });
    if (status !== 0)
      throw new Error(
        'the packages of the importer could not be installed from the npm registry; see above, and try again'
      );
    moveUnlessThere(made, FOLDER);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Another importer may have been there first: what it installed is the same. */
export function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** A package of the importer. */
export async function importPackage<T>(name: string): Promise<T> {
  installPackages();
  const { resolve: find } = createRequire(join(FOLDER, 'package.json'));
  return (await import(pathToFileURL(find(name)).href)) as T;
}
