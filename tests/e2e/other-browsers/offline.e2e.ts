import { FAULTS, failing, startWorker } from '../host.ts';
import type { Firefox } from './firefox.ts';
import { expect, test } from './test.ts';

test('what was visited is there without a network, until the worker is taken away', async ({ engine, visit, host }) => {
  const about = `${host.url}about/`;
  const start = () => visit.evaluate(startWorker, `${host.url}service-worker.js`);
  const kept = () => visit.evaluate(() => caches.keys());
  const mapState = () =>
    visit.evaluate(() => document.querySelector('[data-map-state]')?.getAttribute('data-map-state'));
  const note = () => visit.evaluate(() => document.querySelector('[data-kept]')?.checkVisibility() ?? null);

  await test.step('a new build whose files are not all there is not kept, and not shown', async () => {
    await visit.goto(about);
    await start();
    const first = await kept();
    expect(first).toHaveLength(1);
    host.deploy('b');
    for (const answer of Object.values(FAULTS)) {
      host.fault = { files: /chunks\/.*\.js/, answer };
      await start();
      await visit.goto(about);
      expect(await note()).toBe(true);
      await expect.poll(kept).toEqual(first);
    }
    host.fault = null;
  });
  await test.step('the preload of navigations, which earlier builds switched on, is off', async () => {
    await visit.evaluate(async () => (await navigator.serviceWorker.ready).navigationPreload.enable());
    await visit.goto(about);
    await start();
    expect(await note()).toBe(false);
    const state = await visit.evaluate(async () => (await navigator.serviceWorker.ready).navigationPreload.getState());
    expect(state.enabled).toBe(false);
  });
  await test.step('a server that fails or is out of reach is answered for', async () => {
    host.fault = { files: /./, answer: failing(503) };
    await visit.goto(about);
    expect(await note()).toBe(true);
    host.stop();
    await visit.open(`${host.url}?day=2023-05-29&window=day`);
    await visit.shows('[data-kept]', 'The site cannot be reached. Copy kept on this device:');
    await visit.look('offline');
    await visit.evaluate(() => document.querySelector<HTMLElement>('[data-slider="day"]')!.focus());
    await visit.press('End');
    await visit.shows('.now time', '31 December 2023');
    // Its library, its worker and its files too; what a worker fetches in WebKit does not come through the service worker,
    // and the drawing stays. A page that is left while they are on their way says that they failed.
    await expect.poll(mapState, { timeout: 60_000 }).toBe(engine === 'firefox' ? 'ready' : 'fallback');
  });
  await test.step('taken away', async () => {
    host.fault = null;
    await host.startAgain();
    host.removeWorker();
    await visit.goto(about);
    await expect.poll(kept).toEqual([]);
    await visit.goto(`${host.url}data/`);
    expect(await visit.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test.describe('with little room on the device', () => {
  test.skip(({ engine }) => engine !== 'firefox', 'WebKitGTK has no setting for it');
  test.use({ roomKb: 100_000 });

  test('two tabs, of which one has a new build that cannot be kept: each has its files, and the old build stays', async ({
    visit,
    host
  }) => {
    const about = `${host.url}about/`;
    const kept = () => visit.evaluate(async () => (await caches.keys()).filter((name) => name !== 'other'));
    await visit.open(host.url);
    await visit.evaluate(startWorker, `${host.url}service-worker.js`);
    const first = await kept();
    expect(first).toHaveLength(1);
    const files = await visit.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('/immutable/') ? [name] : []))
    );
    await visit.evaluate(fill, 5_000_000);
    host.deploy('b');
    const other = await (visit as Firefox).tab();
    await other.goto(about);
    expect(await other.evaluate(() => document.documentElement.dataset.page)).toBe('b');
    await other.evaluate(startWorker, `${host.url}service-worker.js`);
    expect(await kept()).toEqual(first);
    // The server has none of them any more.
    const answers = await visit.evaluate(
      (urls) => Promise.all(urls.map(async (url) => (await fetch(url)).status)),
      files
    );
    expect(answers).toEqual(files.map(() => 200));
    host.stop();
    await other.goto(about);
    expect(await other.evaluate(() => document.querySelector('[data-kept]')?.checkVisibility() ?? null)).toBe(true);
    expect(await other.evaluate(() => document.documentElement.dataset.page)).toBe('a');
  });
});

/** Run in a page: takes the storage, but for so many bytes, with something that cannot be packed. */
async function fill(left: number): Promise<void> {
  const cache = await caches.open('other');
  for (let at = 0; ; at++) {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota! - usage! <= left) return;
    const pieces = Array.from({ length: 8 }, () => crypto.getRandomValues(new Uint8Array(0x10000)));
    await cache.put(`/${at}`, new Response(new Blob(pieces)));
  }
}
