import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/*
 * Pages are documents: SvelteKit prerenders them and has no client in them, since nothing here navigates without loading
 * a page. What makes a page live is one module of `src/entries`, built along with SvelteKit's own.
 */

const FOLDER = 'src/entries';
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

/** Adds the entries to the build of the browser's files. */
export function pageEntries(names: readonly string[]): Plugin {
  let ssr = false;
  return {
    name: 'page-entries',
    apply: 'build',
    configResolved(config) {
      ssr = !!config.build.ssr;
    },
    buildStart() {
      if (ssr) return;
      for (const name of names) this.emitFile({ type: 'chunk', id: `${FOLDER}/${name}.ts`, name: `entries/${name}` });
    }
  };
}

type Chunk = { file: string; imports?: string[] };

/**
 * What a document needs for its entry: in the head the names of all files that it starts with, so that they are fetched
 * at once and not one after the other; at the end of the body the entry itself. `also`: modules that it asks for by a call,
 * as soon as it runs. `root` leads to the site's folder. Throws where the build has no such entry or module.
 */
export function entryTags(name: string, also: readonly string[], root: string): { head: string; body: string } {
  const id = `${FOLDER}/${name}.ts`;
  if (import.meta.env.DEV) {
    return { head: '', body: ['/@vite/client', `/${id}`].map(moduleTag).join('') };
  }
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const entry = manifest[id];
  if (!entry) throw new Error(`the build has no ${id}: name it in pageEntries() of vite.config.ts`);
  const called = also.map((module) => {
    // Of a module that is made while building, the manifest's name has its beginning changed.
    const key = Object.keys(manifest).find((each) => each.endsWith(module));
    if (!key) throw new Error(`the build has no ${module}`);
    return key;
  });
  const found = new Set<string>();
  for (const key of [id, ...called]) closure(manifest, key, found);
  const files = [...found].map((key) => root + manifest[key]!.file);
  return {
    head: files.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n\t\t'),
    body: moduleTag(root + entry.file)
  };
}

const moduleTag = (src: string) => `<script type="module" src="${src}"></script>`;

/** A module and all that it imports at its head. */
function closure(manifest: Record<string, Chunk>, id: string, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of manifest[id]?.imports ?? []) closure(manifest, next, found);
  return found;
}
