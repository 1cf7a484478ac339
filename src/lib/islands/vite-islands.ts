import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { CLIENT_MANIFEST, type ClientManifest } from './client-tags.ts';
import { LAST_RULE } from './whole-styles.ts';

const ROUTES = 'src/routes';

/**
 * What SvelteKit would run in the browser, and no page of ours does (`csr = false`): its router, its own pages, and the
 * pages around what is hydrated. While the build keeps their code, all that they use of Svelte is in what pages start with.
 */
const UNUSED = {
  whole:
    /\/(generated\/root\.js|runtime\/client\/entry\.js|runtime\/components\/.*\.svelte|islands\/HydratedPage\.svelte)$/,
  page: /\/src\/routes\/.*\+(page|layout)\.svelte$/
};

/**
 * Adds the `client.ts` of every route to the client build, groups what they start with into few files (on a slow line one
 * more request costs more than its bytes), and writes down which files each needs, for the pages that name them.
 */
export function islands(): Plugin {
  const clients = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)client\.ts$/.test(file))
    .map((file) => join(ROUTES, file));
  /** By module: which clients import it statically, a digit for each. */
  const needs = new Map<string, string>();
  const groups = [
    // All styles are one file, which SvelteKit inlines: of several it finds only some, where an island is imported both
    // statically (to prerender it) and dynamically (to hydrate it).
    { name: 'style', test: /\.css(\?(?!url$)|$)|[?&]type=style\b/ },
    // The most shared first: a group takes along what its modules import.
    ...subsets(clients.length).map((subset) => ({ name: 'initial', test: (id: string) => needs.get(id) === subset }))
  ];
  return {
    name: 'islands',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    config: () => ({
      environments: {
        client: {
          build: {
            rolldownOptions: {
              // Not `entriesAware` with the tag `$initial`: SvelteKit's own entries import every island statically, so that
              // what a page starts with would be 38 files.
              output: { codeSplitting: { groups } }
            }
          }
        }
      }
    }),
    transform: {
      order: 'post',
      filter: { id: [UNUSED.whole, UNUSED.page] },
      handler(code, id) {
        // Of a page the components that it imports are left, as used: SvelteKit finds the styles by them.
        const components = UNUSED.page.test(id)
          ? this.parse(code).body.flatMap((node) =>
              node.type === 'ImportDeclaration' && !/^svelte/.test(node.source.value) ? [node] : []
            )
          : [];
        const names = components.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
        const kept = components.map(({ start, end }) => code.slice(start, end));
        return { code: [...kept, `export default [${names.join()}];`].join('\n'), map: null };
      }
    },
    buildStart() {
      for (const id of clients) this.emitFile({ type: 'chunk', id, name: 'client' });
    },
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const entries = clients.map((client) => ids.find((id) => id.endsWith(`/${client}`))!);
      const imported = entries.map((entry) => closure(entry, (id) => this.getModuleInfo(id)?.importedIds ?? []));
      for (const id of ids) {
        const subset = imported.map((modules) => (modules.has(id) ? 1 : 0)).join('');
        // An entry does something where it is imported: it stands alone.
        if (!entries.includes(id)) needs.set(id, subset);
      }
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && /\/style\.[^/]*\.css$/.test(file.fileName))
            file.source = `${String(file.source)}${LAST_RULE}`;
      }
    },
    writeBundle(_options, bundle) {
      const importsOf = (file: string) => {
        const chunk = bundle[file];
        return chunk?.type === 'chunk' ? chunk.imports : [];
      };
      const manifest: ClientManifest = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'asset') for (const source of chunk.originalFileNames) manifest[source] = [chunk.fileName];
        if (chunk.type !== 'chunk' || !chunk.facadeModuleId) continue;
        manifest[nameOf(chunk.facadeModuleId)] = [...closure(chunk.fileName, importsOf)];
      }
      mkdirSync(dirname(CLIENT_MANIFEST), { recursive: true });
      writeFileSync(CLIENT_MANIFEST, JSON.stringify(manifest));
    }
  };
}

/** All subsets but the empty one, as `011`, the largest first. */
function subsets(count: number): string[] {
  const size = (subset: string) => subset.replaceAll('0', '').length;
  const all = Array.from({ length: 2 ** count - 1 }, (_, at) => (at + 1).toString(2).padStart(count, '0'));
  return all.sort((a, b) => size(b) - size(a));
}

/** A module that is made while building has a name of its own; all others have their path. */
const nameOf = (id: string) => (id.startsWith('\0') ? id.slice(1) : relative('.', id));

/** A thing and all that follow from it, itself first. */
function closure(first: string, next: (of: string) => readonly string[]): Set<string> {
  const found = new Set([first]);
  for (const each of found) for (const other of next(each)) found.add(other);
  return found;
}
