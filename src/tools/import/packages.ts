import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce } from '../../lib/server/install-once.ts';

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

/** Installs what the importer needs, the first time that it runs; says so. Throws where that does not succeed. */
export function installPackages(say: (line: string) => void = console.error): void {
  if (existsSync(FOLDER)) return;
  say('The importer reads tables with DuckDB, about 70 MB: installing it once, from the npm registry …');
  const files = FILES.map((file) => join(import.meta.dirname, file));
  if (!installOnce(FOLDER, ['ci'], files))
    throw new Error(
      'the packages of the importer could not be installed from the npm registry; see above, and try again'
    );
}

/** A package of the importer. */
export async function importPackage<T>(name: string): Promise<T> {
  installPackages();
  const { resolve: find } = createRequire(join(FOLDER, 'package.json'));
  return (await import(pathToFileURL(find(name)).href)) as T;
}
