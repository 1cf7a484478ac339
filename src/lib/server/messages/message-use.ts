import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The catalogues themselves do not count as use. */
const CATALOGUES = /^lib\/i18n\/\w+\//;

/** Messages that a source file uses: by full key, as `'date.by'`, or by prefix, as `` `date.${…}` ``. */
export function messagesIn(source: string, keys: readonly string[]): string[] {
  const beginnings = [...source.matchAll(/`([a-z][\w.]*\.)\$\{/gi)].map((match) => match[1]!);
  return keys.filter((key) => source.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning)));
}

/** Messages that no source file in the folder uses. */
export function unusedMessages(keys: readonly string[], dir = 'src'): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !CATALOGUES.test(file))
    .map((file) => join(dir, file))
    // A route's folder may look like a file (`embed.d.ts/`).
    .filter((file) => statSync(file).isFile());
  const used = new Set(files.flatMap((file) => messagesIn(readFileSync(file, 'utf8'), keys)));
  return keys.filter((key) => !used.has(key));
}
