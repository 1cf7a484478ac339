import { readFileSync } from 'node:fs';

/*
 * Build only. Which files of the client build a prerendered page needs: `vite-islands.ts` writes them down when the client
 * build is done, and pages are prerendered after it, in another process.
 */

/** A list by module: the file that it is in, and those that this one imports statically, as paths from the site's folder. */
export type ClientManifest = { [module: string]: string[] };

export const CLIENT_MANIFEST = 'node_modules/.vite/islands.json';

/**
 * Markup: for the head, what the page fetches as soon as that is parsed; for the end of the body, what it runs, and what it
 * fetches for later: asked for in the head, that would share the line with what the reader waits for.
 */
export type ClientTags = { head: string; body: string };

/**
 * The script of a page: the `client.ts` of its route. `modules`: what that imports dynamically as its first step, by id;
 * `next`: what it does next, fetched after them. `root` leads from the page to the site's folder. Throws where the
 * build has no such module.
 */
export function clientTags(
  route: string,
  { modules, next, root }: { modules: readonly string[]; next: readonly string[]; root: string }
): ClientTags {
  const client = `src/routes${route}/client.ts`;
  if (import.meta.env.DEV) return { head: '', body: ['/@vite/client', `/${client}`].map(scriptTag).join('') };
  const manifest: ClientManifest = JSON.parse(readFileSync(CLIENT_MANIFEST, 'utf8'));
  const filesOf = (module: string) => {
    const found = manifest[module];
    if (!found) throw new Error(`the client build has no module ${module}`);
    return found.map((file) => root + file);
  };
  const first = new Set([client, ...modules].flatMap(filesOf));
  const then = new Set(next.flatMap(filesOf).filter((file) => !first.has(file)));
  const preload = (hrefs: Set<string>, priority = '') =>
    [...hrefs].map((href) => `<link rel="modulepreload"${priority} href="${href}">`).join('');
  return {
    head: preload(first),
    body: scriptTag(filesOf(client)[0]!) + preload(then, ' fetchpriority="low"')
  };
}

/** `async`: what it hydrates stands before it, so it need not wait for what follows. */
const scriptTag = (src: string) => `<script type="module" async src="${src}"></script>`;
