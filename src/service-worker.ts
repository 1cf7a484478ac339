/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import { isHashed, isOfBuild, pageKey } from './lib/offline/belongs.ts';

/*
 * The whole site without a network after one visit, and never files of two builds in one page. Why it cannot mix:
 *
 * - A page and what it runs are bound by hashed names: the HTML names its files, and a name is one content for ever.
 *   So it does not matter which cache or server a hashed file comes from, only that it can still be had.
 * - Each build has a cache of its own, filled at once or not at all, with pages that were checked to be of that build.
 *   HTML from a cache therefore always finds its files.
 * - Nothing else is loaded: changing page is a navigation (pages have no router), so no running program ever asks for
 *   the data of a page by an address that another build also uses.
 *
 * Pages come from the network while there is one, so that a correction of the data reaches the reader on the next visit
 * and not on the one after; a page that came from a new build takes its files from the network too. The new build's
 * worker takes over at once: that is safe because of the first point, and the old files stay while a page may use them.
 */

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
// Caches belong to the origin: another map on the same server has its own.
const OURS = `map ${base}/ `;
const CACHE = OURS + version;
/** After this long a page comes from the cache: a network that does not answer is none. */
const TIMEOUT_MS = 4000;

/** Embeds are for other sites, where nothing is kept; what does not end in a slash is a download. */
const pages = prerendered.filter((path) => path.endsWith('/') && !path.endsWith('/embed/'));

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
    // Files with a hash were fetched by this visit, and come from the browser's own cache; the others are asked for anew.
    await cache.addAll([...build, ...files.map((path) => new Request(path, { cache: 'reload' }))]);
    await Promise.all(wanted.map((path, at) => cache.put(path, html[at]!)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

/** All pages of the languages that the reader has open or has kept before; another one is kept once it is read. */
async function pagesOfReader(): Promise<string[]> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const kept = await Promise.all((await ourCaches()).map(async (name) => (await caches.open(name)).keys()));
  const read = [...open, ...kept.flat()].map(({ url }) => pageKey(new URL(url)));
  const folders = new Set(pages.filter((path) => read.includes(path)).map(folderOfPage));
  return pages.filter((path) => folders.has(folderOfPage(path)));
}

/** The folder of a page's language: what it shares with the page about the data. */
const folderOfPage = (path: string) => path.replace(/about\/$/, '');

async function fetchPage(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'reload' });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  if (!isOfBuild(await response.clone().text(), build)) throw new Error(`${path} is of another build than this worker`);
  return response;
}

async function activate(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
  // The build before this one may have pages open that have yet to load their map.
  const names = await ourCaches();
  const before = names.filter((name) => name !== CACHE).at(-1);
  await Promise.all(names.filter((name) => name !== CACHE && name !== before).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Caches of older builds, where no window is open that could still need them. */
async function dropUnused(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 0) return;
  await Promise.all((await ourCaches()).filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

/** In the order in which they were made. */
const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(pageKey(url));
  const fromNetwork = Promise.resolve(event.preloadResponse).then((early?: Response) => early ?? fetch(event.request));
  if (!kept) {
    const answer = await fromNetwork;
    if (answer.ok && pages.includes(pageKey(url))) event.waitUntil(keep(pageKey(url), answer.clone()));
    return answer;
  }
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, TIMEOUT_MS, 'late'));
  const answer = await Promise.race([fromNetwork, late]).catch(() => 'none' as const);
  // A server that fails is no better than none; a page that was taken away is gone.
  return answer === 'late' || answer === 'none' || answer.status >= 500 ? kept : answer;
}

/** Keeps a page of this build: one of the next must not stand among its files. */
async function keep(path: string, answer: Response): Promise<void> {
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
