import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Folder } from './mutate.ts';

type Features = { features: { geometry: { coordinates: unknown } | null }[] };

/** A data folder in memory: its files, without the schemas and the notes for people. */
export function readFolder(dir: string): Map<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1)).sort();
  return new Map(
    names.filter((name) => !/^schema|\.md$/.test(name)).map((name) => [name, readFileSync(join(dir, name), 'utf8')])
  );
}

/** The folder in English alone: its texts can then be changed without their translations. */
export function inEnglish(folder: ReadonlyMap<string, string>): Map<string, string> {
  const { languages: _all, translations: _how, ...info } = JSON.parse(folder.get('dataset.json')!);
  const kept = [...folder].filter(([name]) => !name.startsWith('text/'));
  return new Map([...kept, ['dataset.json', JSON.stringify({ ...info, languages: ['en'] }, null, 1)]]);
}

/** The folder with a few features in each file of the basemap, of a few hundred positions: these are all alike. */
export function withSmallBasemap(folder: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...folder].map(([name, text]) => {
      if (!name.startsWith('basemap/')) return [name, text];
      const json = JSON.parse(text) as Features;
      const small = json.features.filter((feature) => JSON.stringify(feature.geometry).length < 3000).slice(0, 3);
      return [name, JSON.stringify({ ...json, features: small.length ? small : json.features.slice(0, 1) }, null, 1)];
    })
  );
}

/** A folder on the disk that becomes one after the other; only what differs is written. */
export class OnDisk {
  readonly dir = join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'geodata');
  #now: Folder = new Map();

  become(folder: Folder): string {
    for (const name of this.#now.keys()) if (this.#now.get(name) !== folder.get(name)) this.#remove(name);
    for (const [name, text] of folder) if (this.#now.get(name) !== text) this.#write(name, text);
    this.#now = folder;
    return this.dir;
  }

  #remove(name: string): void {
    rmSync(join(this.dir, name), { recursive: true, force: true });
  }

  #write(name: string, text: string): void {
    const path = join(this.dir, name);
    mkdirSync(dirname(path), { recursive: true });
    if (text === 'folder') mkdirSync(path);
    else if (text === 'link to nothing') symlinkSync('/nowhere', path);
    else writeFileSync(path, text);
  }

  /** Copies it, to be looked at. */
  keep(to: string): void {
    cpSync(this.dir, to, { recursive: true, verbatimSymlinks: true });
  }

  remove(): void {
    rmSync(dirname(this.dir), { recursive: true, force: true });
  }
}
