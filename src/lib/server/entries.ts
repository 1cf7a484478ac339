import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

/*
 * Pages are documents: SvelteKit prerenders them and has no client in them, since nothing here navigates without loading
 * a page. What makes a page live is one module of `src/entries`, built along with SvelteKit's own.
 */

type ModuleInfo = Rolldown.ModuleInfo;

const FOLDER = 'src/entries';
/** Where SvelteKit puts the browser's files before it draws the pages. */
export const CLIENT = '.svelte-kit/output/client/';

/**
 * Adds the entries to the build of the browser's files, and puts what pages start with into few files and all styles into
 * one: on a slow line every further file costs more than its bytes.
 */
export function pageEntries(names: readonly string[]): Plugin {
  const needOf = new Map<string, string>();
  let ssr = false;
  return {
    name: 'page-entries',
    apply: 'build',
    configEnvironment(environment) {
      if (environment !== 'client') return;
      // By turns, the most needed first: what a module imports is needed at least as much as the module itself.
      const groups = needs(names.length).map((need) => ({
        name: `start-${need}`,
        test: (id: string) => needOf.get(id) === need
      }));
      return { build: { cssCodeSplit: false, rolldownOptions: { output: { codeSplitting: { groups } } } } };
    },
    configResolved(config) {
      ssr = !!config.build.ssr;
    },
    buildStart() {
      if (ssr) return;
      for (const name of names) this.emitFile({ type: 'chunk', id: `${FOLDER}/${name}.ts`, name: `entries/${name}` });
    },
    buildEnd() {
      if (ssr) return;
      const ids = [...this.getModuleIds()];
      const entries = names.map((name) => ids.find((id) => id.endsWith(`/${FOLDER}/${name}.ts`)));
      const reached = entries.map((entry) => {
        const follow = (next: (info: ModuleInfo) => readonly string[]) => {
          const found = new Set(entry ? [entry] : []);
          for (const id of found) for (const to of next(this.getModuleInfo(id)!)) found.add(to);
          return found;
        };
        return {
          atOnce: follow((info) => info.importedIds),
          ever: follow((info) => [...info.importedIds, ...info.dynamicallyImportedIds])
        };
      });
      for (const id of ids) {
        // An entry does something where it is imported: it stands alone.
        if (!entries.includes(id))
          needOf.set(id, reached.map(({ atOnce, ever }) => (atOnce.has(id) ? 2 : ever.has(id) ? 1 : 0)).join(''));
      }
    }
  };
}

/**
 * How much each page may need a module, a digit for each: 2 to start, 1 later, 0 never; as far as one of them starts with
 * it. The most needed first.
 */
function needs(pages: number): string[] {
  const all = Array.from({ length: 3 ** pages }, (_, at) => at.toString(3).padStart(pages, '0'));
  const sum = (need: string) => [...need].reduce((total, digit) => total + Number(digit), 0);
  return all.filter((need) => need.includes('2')).sort((a, b) => sum(b) - sum(a));
}

type Chunk = { file: string; imports?: string[] };

/** What the build of the browser's files made, by source. */
export const readManifest = (): Record<string, Chunk> =>
  JSON.parse(readFileSync(`${CLIENT}.vite/manifest.json`, 'utf8'));

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
  const manifest = readManifest();
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
