import { readFileSync } from 'node:fs';

/*
 * Build only. Which files of the client build a prerendered page needs: `vite-islands.ts` writes them down when the client
 * build is done, and pages are prerendered after it, in another process.
 */

/** A list by module: the file that it is in, and those that this one imports statically, as paths from the site's folder. */
export type ClientManifest = { [module: string]: string[] };

export const CLIENT_MANIFEST = 'node_modules/.vite/islands.json';

/** Markup: for the head, what the page fetches as soon as that is parsed; for the end of the body, what it runs. */
export type ClientTags = { head: string; body: string };

/**
 * The script of a page: the `client.ts` of its route. `modules`: what that imports dynamically as its first step, by id.
 * `root` leads from the page to the site's folder. Throws where the build has no such module.
 */
export function clientTags(route: string, modules: readonly string[], root: string): ClientTags {
  const client = `src/routes${route}/client.ts`;
  if (import.meta.env.DEV) return { head: '', body: ['/@vite/client', `/${client}`].map(scriptTag).join('') };
  const manifest: ClientManifest = JSON.parse(readFileSync(CLIENT_MANIFEST, 'utf8'));
  const files = [client, ...modules].map((module) => {
    const found = manifest[module];
    if (!found) throw new Error(`the client build has no module ${module}`);
    return found.map((file) => root + file);
  });
  const preload = [...new Set(files.flat())].map((href) => `<link rel="modulepreload" href="${href}">`);
  return { head: preload.join(''), body: scriptTag(files[0]![0]!) };
}

const scriptTag = (src: string) => `<script type="module" src="${src}"></script>`;
