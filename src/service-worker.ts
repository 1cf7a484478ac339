/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import { ITEM_TYPES } from './lib/model/item-types.ts';
import { headOf, isFile, isFinal } from './lib/offline/answers.ts';
import { filesNamed, isHashed, isOfBuild, pageKey } from './lib/offline/belongs.ts';
import { withKeptNote } from './lib/offline/kept-note.ts';

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
 *
 * Where the network has no page, or one whose program is not on the server (yet), the kept page is shown, and says so.
 * Why this is not made with Workbox: docs/architecture.md.
 */

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
// Caches are per origin: another map on the same server has its own.
const CACHE_PREFIX = `map ${base}/ `;
const CACHE = CACHE_PREFIX + version;
/** After this time a page comes from the cache: a network that does not respond counts as offline. */
const TIMEOUT_MS = 4000;
/**
 * With less room than this nothing is stored; one language takes some 3 MB. Storage that is filled to the last byte fails in
 * Firefox in every use of it, even of what is in it already, and even when a part is to be deleted.
 */
const ROOM_BYTES = 10_000_000;
/** On a kept page: when it was kept. */
const KEPT_AT = 'x-kept-at';

/** Embeds are not stored, because they are shown on other sites; paths that do not end in a slash are downloads. */
const pages = prerendered.filter((path) => path.endsWith('/') && !path.slice(base.length).includes('/embed/'));
/** Pages of one event, chapter or article, and of a part of the record: each is stored once it is visited. */
const ITEM = new RegExp(`/(${[...ITEM_TYPES, 'record'].join('|')})/[^/]+/$`);
const isItem = (path: string) => ITEM.test(path.slice(base.length));

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
  if (!(await hasRoom())) throw new Error('no room to keep this build for use without a network');
  const wanted = await pagesOfReader();
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  try {
    // Hashed files were fetched during this visit and come from the HTTP cache; the others are fetched again.
    await Promise.all([
      ...wanted.map((path) => fetchPage(cache, path)),
      ...build.map((path) => fetchFile(cache, path)),
      ...files.map((path) => fetchFile(cache, path, { cache: 'reload' }))
    ]);
  } catch (error) {
    // What is still on its way goes into the deleted cache, and with it.
    if (isNew) await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

/** A browser that does not tell stores what it can. */
async function hasRoom(): Promise<boolean> {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage >= ROOM_BYTES;
  } catch {
    return true;
  }
}

/** All pages of the languages that are open or cached already; another language is cached once it is visited. */
async function pagesOfReader(): Promise<string[]> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const cached = await Promise.all((await ourCaches()).map(async (name) => (await caches.open(name)).keys()));
  const read = [...open, ...cached.flat()].map(({ url }) => pageKey(new URL(url), pages));
  const folders = new Set(pages.filter((path) => read.includes(path)).map(folderOfPage));
  return pages.filter((path) => (isItem(path) ? read.includes(path) : folders.has(folderOfPage(path))));
}

/** The folder of a page's language, which its page about the data and those of items are in too. */
const folderOfPage = (path: string) =>
  base +
  path
    .slice(base.length)
    .replace(ITEM, '/')
    .replace(/\/about\/$/, '/');

async function fetchPage(cache: Cache, path: string): Promise<void> {
  const answer = await fetch(path, { cache: 'reload' });
  if (!(await keepPage(cache, path, answer)))
    throw new Error(`${path} is not the page of this build: ${answer.status}`);
}

async function fetchFile(cache: Cache, path: string, init?: RequestInit): Promise<void> {
  const answer = await fetch(path, init);
  if (!isFile(path, answer)) {
    throw new Error(`${path} is not that file: ${answer.status} ${answer.headers.get('content-type')} ${answer.url}`);
  }
  await cache.put(path, answer);
}

/** Keeps a page, if it belongs to this build: one of another build must not be mixed with its files. */
async function keepPage(cache: Cache, path: string, answer: Response): Promise<boolean> {
  if (!isFile(path, answer)) return false;
  const html = await answer.text();
  if (!isOfBuild(html, build)) return false;
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  await cache.put(path, new Response(html, { headers }));
  return true;
}

async function activate(): Promise<void> {
  // It was on in earlier builds. In Firefox a preload that fails ends the navigation, whatever this worker answers.
  await worker.registration.navigationPreload?.disable();
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
const ourCaches = async () =>
  (await caches.keys().catch((): string[] => [])).filter((name) => name.startsWith(CACHE_PREFIX));

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const key = pageKey(url, pages);
  const kept = await keptIn(CACHE, key);
  const answer = fetch(event.request);
  if (!kept) {
    if (pages.includes(key)) event.waitUntil(keepVisited(key, answer));
    return answer;
  }
  const timeout = new Promise<null>((resolve) => setTimeout(resolve, TIMEOUT_MS, null));
  const shown = await Promise.race([answer.then((answer) => usable(answer)), timeout]).catch(() => null);
  return shown ?? copyOf(kept);
}

/** What another language needs for a visit without a network. Where it cannot be kept, the page is there all the same. */
async function keepVisited(key: string, answer: Promise<Response>): Promise<void> {
  // Before the page has it: its body can be read only once.
  const copy = answer.then((answer) => answer.clone());
  // A page is of no use without its files: where these were deleted, it does not come back alone.
  const keep = async () =>
    (await hasRoom()) && (await caches.has(CACHE)) && keepPage(await caches.open(CACHE), key, await copy);
  await Promise.all([copy, keep()]).catch(() => {});
}

/** The answer, or `null` where the kept page is better. */
async function usable(answer: Response): Promise<Response | null> {
  if (!isFinal(answer)) return null;
  if (!answer.ok) return answer;
  const head = await headOf(answer.clone());
  if (isOfBuild(head, build)) return answer;
  const there = await Promise.all(filesNamed(head).map((name) => isThere(`${base}/${name}`)));
  return there.every(Boolean) ? answer : null;
}

/** Whether a file of another build can be had: while a build is copied to the server, its pages may be there first. */
async function isThere(path: string): Promise<boolean> {
  return (await keptFile(path)) !== undefined || isFile(path, await fetch(path, { method: 'HEAD' }));
}

async function copyOf(page: Response): Promise<Response> {
  const keptAt = page.headers.get(KEPT_AT);
  const html = await page.text();
  return new Response(keptAt ? withKeptNote(html, new Date(keptAt)) : html, { headers: page.headers });
}

const file = async (request: Request): Promise<Response> =>
  (await keptFile(new URL(request.url).pathname)) ?? fetch(request);

async function keptFile(path: string): Promise<Response | undefined> {
  const names = isHashed(path) ? [CACHE, ...(await ourCaches())] : [CACHE];
  for (const name of names) {
    const kept = await keptIn(name, path);
    if (kept) return kept;
  }
}

/** Never with `caches.open`, which makes anew what was deleted. A storage that fails has nothing: the network is asked. */
const keptIn = (cacheName: string, path: string) => caches.match(path, { cacheName }).catch(() => undefined);
