import { expect, test as base, type Page } from '@playwright/test';
import { FAULTS, failing, hosted, startWorker, type Host } from './host.ts';

const test = base.extend<{ host: Host }>({ host: hosted });

test.use({ serviceWorkers: 'allow' });
// A visit lasts until everything is kept, on a machine that draws the map by software.
test.setTimeout(180_000);

/** Waits until the build that is on the server is kept whole, and its worker is in charge. */
async function kept(page: Page, host: Host) {
  const state = (version: string) =>
    page.evaluate(async (version) => {
      const registration = await navigator.serviceWorker.getRegistration();
      const names = await caches.keys();
      return (
        !registration?.installing &&
        registration?.active?.state === 'activated' &&
        names.some((name) => name.endsWith(version))
      );
    }, version);
  await expect.poll(() => state(host.version()), { timeout: 60_000 }).toBe(true);
}

/** The same at once, or until the worker gives up: the tests of it need not wait for the page to come to rest. */
const keep = (page: Page, host: Host) => page.evaluate(startWorker, `${host.url}service-worker.js`);

const hydrated = (page: Page) => page.locator('[data-hydrated]').waitFor({ state: 'attached' });
const drawn = (page: Page) => page.locator('[data-map-state="ready"]').waitFor();

/** Of which build the page, its program and its style are. */
const builds = (page: Page) =>
  page.evaluate(() => {
    const { dataset } = document.documentElement;
    return [
      dataset.page,
      dataset.program,
      getComputedStyle(document.documentElement).getPropertyValue('--build').replaceAll(/['"]/g, '')
    ];
  });

const whole = (id: string) => [id, id, id];

test('after one visit the page loads, draws its map and scrubs with the server switched off', async ({
  host,
  page,
  context
}) => {
  const errors: string[] = [];
  await page.goto(host.url);
  await hydrated(page);
  await kept(page, host);
  // A file that was on its way when the server went is an error of its own.
  await page.goto('about:blank');
  host.stop();

  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${host.url}?day=2023-05-29&window=day`);
  await hydrated(page);
  await drawn(page);
  await expect(page.locator('[data-mark="zvecan-municipal-building"]')).toHaveAttribute('data-presence', 'certain');
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /31 December 2023/);
  await expect(page.locator('[data-mark="zvecan-municipal-building"]')).not.toHaveAttribute('data-presence', 'certain');
  expect(await page.evaluate(() => document.fonts.check('16px "Noto Sans"', 'č'))).toBe(true);

  // The other page, by its link and by its address in a tab of its own.
  await page.getByRole('link', { name: 'About the data' }).first().click();
  await expect(page.locator('h1')).toHaveText('About the data');
  await page.getByRole('link', { name: /^←/ }).click();
  await hydrated(page);
  const other = await context.newPage();
  await other.goto(`${host.url}about/#boundary`);
  await expect(other.locator('h1')).toHaveText('About the data');
  expect(errors).toEqual([]);
});

test("the reader's language is kept, and another one once it was read", async ({ host, page }) => {
  const keptPages = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys
        .flat()
        .map(({ url }) => new URL(url).pathname)
        .filter((path) => path.endsWith('/'))
        .sort();
    });
  await page.goto(`${host.url}sq/`);
  await hydrated(page);
  await keep(page, host);
  expect(await keptPages()).toEqual([expect.stringMatching(/\/sq\/$/), expect.stringMatching(/\/sq\/about\/$/)]);
  await page.goto(`${host.url}sr-Cyrl/`);
  await hydrated(page);
  await expect.poll(async () => (await keptPages()).length).toBe(3);
  host.stop();
  await page.goto(`${host.url}sq/about/`);
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(`${host.url}sr-Cyrl/`);
  await hydrated(page);
});

test('a new build comes whole with the next load, and is what stays when the server goes', async ({ host, page }) => {
  await page.goto(host.url);
  await hydrated(page);
  await keep(page, host);
  expect(await builds(page)).toEqual(whole('a'));

  host.deploy('b');
  await page.reload();
  await hydrated(page);
  expect(await builds(page)).toEqual(whole('b'));
  await keep(page, host);

  host.stop();
  await page.reload();
  await hydrated(page);
  expect(await builds(page)).toEqual(whole('b'));
});

test('a page that was opened before a new build keeps its own files, and leaves for the new build as a whole', async ({
  host,
  page,
  context
}) => {
  await page.goto(host.url);
  await hydrated(page);
  await keep(page, host);
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const own = files.filter((name) => name.includes('/_app/immutable/'));
  expect(own.length).toBeGreaterThan(10);

  host.deploy('b');
  const other = await context.newPage();
  await other.goto(host.url);
  await hydrated(other);
  await keep(other, host);
  expect(await builds(other)).toEqual(whole('b'));

  // The server has none of them any more.
  const answers = await page.evaluate((urls) => Promise.all(urls.map(async (url) => (await fetch(url)).status)), own);
  expect(answers).toEqual(own.map(() => 200));
  expect(await builds(page)).toEqual(whole('a'));
  await page.getByRole('link', { name: 'About the data' }).first().click();
  await expect(page.locator('h1')).toHaveText('About the data');
  await expect.poll(() => builds(page)).toEqual(whole('b'));
});

/** A visit to the smaller page. */
async function visit(page: Page, host: Host) {
  await page.goto(`${host.url}about/`);
  await keep(page, host);
}

const cachesOf = (page: Page) => page.evaluate(() => caches.keys());
const note = (page: Page) => page.locator('[data-kept]');

async function showsKeptCopy(page: Page, id: string) {
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB', { dateStyle: 'long' }));
  await expect(note(page)).toHaveText(`The site cannot be reached. Copy kept on this device: ${today}`);
  await expect.poll(() => builds(page)).toEqual(whole(id));
}

test('a host that answers for what it lacks with something else gets nothing kept, then all', async ({
  host,
  page
}) => {
  for (const answer of Object.values(FAULTS))
    for (const files of [/chunks\/.*\.js/, /\.geojson$/, /path\/about\/$/]) {
      // The page itself is read; the worker finds its copy of it missing.
      await page.goto(`${host.url}about/`);
      host.fault = { files, answer };
      await keep(page, host);
      await expect.poll(() => cachesOf(page), `${files} ${answer}`).toEqual([]);
      host.fault = null;
    }
  await visit(page, host);
  await expect.poll(() => cachesOf(page)).toHaveLength(1);
});

test('while a build is only partly on the server, and where the server fails, the kept build is shown with its date', async ({
  host,
  page
}) => {
  await visit(page, host);
  await expect(note(page)).toBeHidden();
  host.deploy('b');
  for (const answer of Object.values(FAULTS)) {
    host.fault = { files: /chunks\/.*b\.js/, answer };
    await visit(page, host);
    await showsKeptCopy(page, 'a');
    await expect.poll(() => cachesOf(page)).toHaveLength(1);
  }
  for (const status of [403, 408, 429, 500, 503]) {
    host.fault = { files: /./, answer: failing(status) };
    await page.goto(`${host.url}about/`);
    await showsKeptCopy(page, 'a');
  }
  // A page that was removed is gone, and a way to another page is gone.
  host.fault = { files: /about\/$/, answer: failing(404) };
  await page.goto(`${host.url}about/`);
  await expect(page.locator('h1')).toHaveText('Not now');
  host.fault = { files: /about\/$/, answer: FAULTS.redirect };
  await page.goto(`${host.url}about/`);
  expect(page.url()).toBe(`${host.url}favicon.svg`);

  host.fault = null;
  await page.goto(`${host.url}about/`);
  await expect.poll(() => builds(page)).toEqual(whole('b'));
  await expect(note(page)).toBeHidden();
});

test('where the device has no room the page is there, and what was kept before stays', async ({
  host,
  page,
  context
}) => {
  await visit(page, host);
  const before = await cachesOf(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.url).origin, quotaSize: 1 });
  host.deploy('b');
  await visit(page, host);
  await expect.poll(() => cachesOf(page)).toEqual(before);
  await page.reload();
  await expect.poll(() => builds(page)).toEqual(whole('b'));
  // Another language is not kept either, and is shown.
  await page.goto(`${host.url}sq/about/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'sq');
  host.stop();
  await page.goto(`${host.url}about/`);
  await showsKeptCopy(page, 'a');
});

// In a folder such a host cannot have the site: without the last slash, what a page names is looked for one folder up.
test('a host that takes the last slash of a page away has it kept, and what was deleted does not come back in part', async ({
  host,
  page
}) => {
  host.slashless = true;
  host.folder = '';
  await page.goto(`${host.url}about/`);
  expect(page.url()).toBe(`${host.url}about`);
  await keep(page, host);
  host.stop();
  await page.goto(`${host.url}about/`);
  await showsKeptCopy(page, 'a');
  await page.goto(`${host.url}about`);
  await expect(note(page)).toBeVisible();
  await host.startAgain();
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  for (const path of ['about/', 'sq/about/']) await page.goto(host.url + path);
  expect(await cachesOf(page)).toEqual([]);
});

test('whoever hosts the site can take the worker and all that it kept away again', async ({ host, page }) => {
  await visit(page, host);
  // Of another map on the same server.
  await page.evaluate(() => caches.open('map /some/other/ 1'));
  host.removeWorker();
  await page.goto(`${host.url}about/`);
  await expect.poll(() => cachesOf(page)).toEqual(['map /some/other/ 1']);
  // The worker takes itself away after its files, in its own time: a page that was opened before has it until it is left.
  const registrations = async () => {
    await page.goto(`${host.url}nothing-here`);
    return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  };
  await expect.poll(registrations).toBe(0);
});

test('in a frame nothing is registered', async ({ host, page, context }) => {
  await context.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...call) {
      document.documentElement.dataset.registered = String(call[0]);
      return register.apply(this, call);
    };
  });
  // Any page without a worker of its own.
  await page.goto(`${host.url}nothing-here`);
  await page.evaluate(
    (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, width: 900, height: 700 })),
    host.url
  );
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-map-state="ready"]').waitFor();

  // The same page, opened later in a tab of its own, has registered: the frame would have, before.
  const tab = await context.newPage();
  await tab.goto(host.url);
  await tab.locator('[data-registered]').waitFor({ state: 'attached' });
  await expect(frame.locator('[data-registered]')).toHaveCount(0);
});
