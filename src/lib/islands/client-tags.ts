import { readFileSync } from 'node:fs';

/*
 * Build only. Which files of the client build a prerendered page needs: `vite-islands.ts` writes them down when the client
 * build is done, and pages are prerendered after it, in another process.
 */

/**
 * A list by module: the file that it is in, and those that this one imports statically, as paths from the site's folder; and
 * each other file by what it was made from.
 */
export type ClientManifest = { [source: string]: string[] };

/** Of this build alone: several projects may have one `node_modules`, and build at a time. */
export const CLIENT_MANIFEST = '.svelte-kit/islands.json';

/**
 * Markup: for the head, what the page fetches as soon as that is parsed; for the end of the body, what it runs, and what it
 * fetches for later: asked for in the head, that would share the line with what the reader waits for.
 */
export type ClientTags = { head: string; body: string };

let manifest: ClientManifest | undefined;

function filesOf(source: string, root: string): string[] {
  manifest ??= JSON.parse(readFileSync(CLIENT_MANIFEST, 'utf8')) as ClientManifest;
  const found = manifest[source];
  if (!found) throw new Error(`the client build has no ${source}`);
  return found.map((file) => root + file);
}

/** The address of a file that a plugin has emitted, by its `originalFileName`; in development the plugin serves it there. */
export const emittedFile = (originalFileName: string, root: string): string =>
  import.meta.env.DEV ? `/${originalFileName}` : filesOf(originalFileName, root)[0]!;

type Needs = {
  /** What the script of a page imports dynamically as its first step, by id. */
  modules: readonly string[];
  /** The address of a file that it fetches at once. */
  data?: string | null;
  /** What it does next, fetched after them. */
  next: readonly string[];
  root: string;
};

/**
 * The script of a page: the `client.ts` of its route. `root` leads from the page to the site's folder. Throws where the
 * build has no such module.
 */
export function clientTags(route: string, { modules, data, next, root }: Needs): ClientTags {
  const client = `src/routes${route}/client.ts`;
  if (import.meta.env.DEV) return { head: '', body: ['/@vite/client', `/${client}`].map(scriptTag).join('') };
  const filesOfAll = (sources: readonly string[]) => sources.flatMap((source) => filesOf(source, root));
  const first = new Set(filesOfAll([client, ...modules]));
  const then = new Set(filesOfAll(next).filter((file) => !first.has(file)));
  const preload = (hrefs: Set<string>, priority = '') =>
    [...hrefs].map((href) => `<link rel="modulepreload"${priority} href="${href}">`).join('');
  return {
    // The data first: of a server that answers six requests at a time, they would be the last.
    head: (data ? `<link rel="preload" as="fetch" crossorigin href="${data}">` : '') + preload(first),
    body: scriptTag(filesOf(client, root)[0]!) + preload(then, ' fetchpriority="low"')
  };
}

/** `async`: what it hydrates stands before it, so it need not wait for what follows. */
const scriptTag = (src: string) => `<script type="module" async src="${src}"></script>`;
