import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the importer needs is in a `package.json` of its own: who only builds the map does not install it. */
const FILES = ['package.json', 'package-lock.json'];
const FOLDER = resolve(import.meta.dirname, '../../../node_modules/.importer');

/** Installs what the importer needs, the first time that it runs; says so. Throws where that does not succeed. */
export function installPackages(say: (line: string) => void = console.error): void {
  const isInstalled = FILES.every(
    (file) =>
      existsSync(join(FOLDER, 'node_modules')) &&
      existsSync(join(FOLDER, file)) &&
      readFileSync(join(FOLDER, file)).equals(readFileSync(join(import.meta.dirname, file)))
  );
  if (isInstalled) return;
  say('The importer reads tables with DuckDB, about 70 MB: installing it once, from the npm registry …');
  mkdirSync(FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(join(import.meta.dirname, file), join(FOLDER, file));
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32'
  });
  if (status !== 0) throw new Error(`the packages of the importer could not be installed; run \`npm ci\` in ${FOLDER}`);
}

/** A package of the importer. */
export async function importPackage<T>(name: string): Promise<T> {
  installPackages();
  const { resolve: find } = createRequire(join(FOLDER, 'package.json'));
  return (await import(pathToFileURL(find(name)).href)) as T;
}
