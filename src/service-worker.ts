/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import { isHashed, isOfBuild, pageKey } from './lib/offline/belongs.ts';

/*
 * The whole site offline after one visit, and never files of two builds in one page. Why builds cannot be mixed:
 *
 * - Pages refer to their files by hashed names: a name always has the same content. So it does not matter from which
 *   cache or server a hashed file comes, only that it is still available.
 * - Each build has its own cache, filled completely or not at all, with pages verified to belong to that build. So HTML
 *   from a cache always finds its files.
 * - Nothing else is loaded: changing the page is a navigation (pages have no router), so that no running page requests
 *   the data of another page by an address that other builds use too.
 *
 * Pages come from the network if possible, so that a correction of the data reaches the reader on the next visit, not
 * on the one after; a page of a new build fetches its files from the network too. The new build's worker takes over
 * immediately: that is safe because of the first point, and old files are cached as long as a page may use them.
 */

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
// Caches are per origin: another map on the same server has its own.
const CACHE_PREFIX = `map ${base}/ `;
const CACHE = CACHE_PREFIX + version;
/** After this time a page comes from the cache: a network that does not respond counts as offline. */
const TIMEOUT_MS = 4000;

/** Embeds are not stored, because they are shown on other sites; paths that do not end in a slash are downloads. */
const pages = prerendered.filter((path) => path.endsWith('/') && !path.slice(base.length).includes('/embed/'));
/** Pages of one event, chapter or article: each is stored once it is visited. */
const isItem = (path: string) => /\/(event|chapter|article)\/[^/]+\/$/.test(path.slice(base.length));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    event.waitUntil(dropUnused());
    event.respondWith(page(event, url));
  } else if (isHashed(url.pathname) || files.includes(url.pathname)) {
    event.respondWith(file(request));
  }
});

async function install(): Promise<void> {
  const wanted = await pagesOfReader();
  const html = await Promise.all(wanted.map(fetchPage));
  const cache = await caches.open(CACHE);
  try {
    // Hashed files were fetched during this visit and come from the HTTP cache; the others are fetched again.
    await cache.addAll([...build, ...files.map((path) => new Request(path, { cache: 'reload' }))]);
    await Promise.all(wanted.map((path, at) => cache.put(path, html[at]!)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

/** All pages of the languages that are open or cached already; another language is cached once it is visited. */
async function pagesOfReader(): Promise<string[]> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const cached = await Promise.all((await ourCaches()).map(async (name) => (await caches.open(name)).keys()));
  const read = [...open, ...cached.flat()].map(({ url }) => pageKey(new URL(url)));
  const folders = new Set(pages.filter((path) => read.includes(path)).map(folderOfPage));
  return pages.filter((path) => (isItem(path) ? read.includes(path) : folders.has(folderOfPage(path))));
}

/** The folder of a page's language, which its page about the data and those of items are in too. */
const folderOfPage = (path: string) => path.replace(/(about|(event|chapter|article)\/[^/]+)\/$/, '');

async function fetchPage(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'reload' });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  if (!isOfBuild(await response.clone().text(), build)) throw new Error(`${path} is of another build than this worker`);
  return response;
}

async function activate(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
  // The previous build may have open pages that have yet to load their map.
  const names = await ourCaches();
  const previous = names.filter((name) => name !== CACHE).at(-1);
  await Promise.all(names.filter((name) => name !== CACHE && name !== previous).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Deletes caches of older builds if no open window may need them. */
async function dropUnused(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 0) return;
  await Promise.all((await ourCaches()).filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

/** In the order of creation. */
const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const cached = await (await caches.open(CACHE)).match(pageKey(url));
  const fromNetwork = Promise.resolve(event.preloadResponse).then((early?: Response) => early ?? fetch(event.request));
  if (!cached) {
    const answer = await fromNetwork;
    if (answer.ok && pages.includes(pageKey(url))) event.waitUntil(cachePage(pageKey(url), answer.clone()));
    return answer;
  }
  const timeout = new Promise<'timeout'>((resolve) => setTimeout(resolve, TIMEOUT_MS, 'timeout'));
  const answer = await Promise.race([fromNetwork, timeout]).catch(() => 'offline' as const);
  // A server error is treated as offline; a page that was removed (404) is not.
  return answer === 'timeout' || answer === 'offline' || answer.status >= 500 ? cached : answer;
}

/** Caches a page, if it belongs to this build: one of the next build must not be mixed with its files. */
async function cachePage(path: string, answer: Response): Promise<void> {
  if (isOfBuild(await answer.clone().text(), build)) await (await caches.open(CACHE)).put(path, answer);
}

async function file(request: Request): Promise<Response> {
  const own = await (await caches.open(CACHE)).match(request);
  if (own) return own;
  for (const name of await ourCaches()) {
    const older = isHashed(new URL(request.url).pathname) && (await (await caches.open(name)).match(request));
    if (older) return older;
  }
  return fetch(request);
}
