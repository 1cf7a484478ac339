/** A file whose name holds a hash of its content: it never changes, and the same name is the same file in any build. */
export const isHashed = (path: string) => path.includes('/_app/immutable/');

/**
 * Whether a page was written by the build that has these files: it names no hashed file that is not among them.
 * Between a worker's script and its pages a new build may have been put on the server, or a cache in between may
 * answer with an old page.
 */
export function isOfBuild(html: string, build: readonly string[]): boolean {
  const files = new Set(build.map(nameOf));
  const named = html.match(/_app\/immutable\/[\w./-]+\.(?:js|css)/g) ?? [];
  return named.length > 0 && named.every((file) => files.has(nameOf(file)));
}

/** From `_app` on: pages name their files relative to themselves, the worker from the root of the server. */
const nameOf = (path: string) => path.slice(path.indexOf('_app/'));

/** The address under which a page is kept: without query, and as a folder. */
export const pageKey = (url: URL) => url.pathname.replace(/(^|\/)index\.html$/, '$1');
