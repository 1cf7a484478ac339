/** A file with a content hash in its name: it never changes, and in any build the same name is the same file. */
export const isHashed = (path: string) => path.includes('/_app/immutable/');

/**
 * Whether a page belongs to the build with these files: every hashed file that it refers to is among them.
 * Between fetching a worker's script and its pages, a new build may have been deployed, or a cache may return an old
 * page.
 */
export function isOfBuild(html: string, build: readonly string[]): boolean {
  const files = new Set(build.map(nameOf));
  const named = filesNamed(html);
  return named.length > 0 && named.every((file) => files.has(file));
}

/** The hashed scripts, styles and files of data that a page names, from `_app` on. */
export const filesNamed = (html: string): string[] => html.match(/_app\/immutable\/[\w./-]+\.(?:json|js|css)/g) ?? [];

/** From `_app` on: pages refer to their files relative to themselves, the worker from the root of the server. */
const nameOf = (path: string) => path.slice(path.indexOf('_app/'));

/**
 * The cache key of a page: its path without query, `index.html` shortened to its folder. Some hosts send from `about/` to
 * `about`: where `pages` has the first, that is the second one too.
 */
export function pageKey(url: URL, pages: readonly string[] = []): string {
  const path = url.pathname.replace(/(^|\/)index\.html$/, '$1');
  return pages.includes(`${path}/`) ? `${path}/` : path;
}
