import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { order } from '../../model/sorted.ts';

/** A package whose code or files are part of the site. `text`: its licence in full; `null` where it brings none. */
export type Package = { name: string; version: string; licence: string; text: string | null };

const INSIDE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The packages of modules, by their paths, with what those packages have bundled into their files; by name. */
export function packagesOf(modules: Iterable<string>): Package[] {
  const folders = new Set<string>();
  for (const id of modules) {
    const file = id.replace(/^\0/, '').replace(/\?.*/, '').replaceAll('\\', '/');
    const [, folder] = INSIDE.exec(file) ?? [];
    if (folder === undefined) continue;
    folders.add(folder);
    for (const name of bundledInto(file)) {
      const found = [join(folder, 'node_modules', name), join(besides(folder), name)].find((candidate) =>
        existsSync(join(candidate, 'package.json'))
      );
      if (found) folders.add(found.replaceAll('\\', '/'));
    }
  }
  return [...folders].map(readPackage).sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}

/** The `node_modules` that a package lies in. */
const besides = (folder: string) => folder.slice(0, folder.lastIndexOf('/node_modules/') + '/node_modules'.length);

/** What a file was itself bundled from, as its source map says. */
function bundledInto(file: string): Set<string> {
  if (!existsSync(`${file}.map`)) return new Set();
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return new Set(names);
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string | undefined
  >;
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  const whole = file === undefined ? null : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  // Vite adds those of its own parts, which stay behind.
  const text = whole?.split('# Licenses of bundled dependencies')[0]?.trim() ?? null;
  return { name: name ?? folder, version: version ?? '', licence: license ?? 'see its text', text };
}
