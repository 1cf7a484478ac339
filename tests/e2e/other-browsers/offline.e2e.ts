import { FAULTS, failing, startWorker } from '../host.ts';
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
