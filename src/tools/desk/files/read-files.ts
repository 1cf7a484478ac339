import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a data folder that people write, by their names inside it; the schemas, the basemap and what begins with a
 * dot are not among them. What is no UTF-8 is left out: the check names it.
 */
export function readFiles(dir: string): Map<string, string> {
  const names = ['', 'articles', 'text'].flatMap((folder) =>
    namesIn(join(dir, folder)).map((name) => (folder === '' ? name : `${folder}/${name}`))
  );
  return new Map(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
}

function namesIn(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    return files
      .map(({ name }) => name)
      .filter((name) => /\.(?:geo)?json$/.test(name))
      .sort();
  } catch {
    return [];
  }
}
