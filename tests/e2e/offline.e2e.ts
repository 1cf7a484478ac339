import { expect, test as base, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from './next-build.ts';
import { BUILD, serveBuild, SUB_PATH } from './static-server.ts';

/** A server of its own for each test, with a folder that builds are deployed to and that can be switched off. */
class Host {
  constructor(
    readonly folder: string,
    readonly server: Server,
    readonly url: string
  ) {}
  deploy = (id: string) => deploy(BUILD, this.folder, id);
  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const test = base.extend<{ host: Host }>({
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'deployed-')), 'site');
    deploy(BUILD, folder, 'a');
    const { server, origin } = await serveBuild(folder);
    const host = new Host(folder, server, `${origin}${SUB_PATH}/`);
    await use(host);
    host.stop();
    rmSync(join(folder, '..'), { recursive: true });
  }
});

test.use({ serviceWorkers: 'allow' });
// A visit lasts until everything is kept, on a machine that draws the map by software.
test.setTimeout(180_000);

const versionOf = (host: Host): string =>
  JSON.parse(readFileSync(join(host.folder, '_app/version.json'), 'utf8')).version;

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
  await expect.poll(() => state(versionOf(host)), { timeout: 60_000 }).toBe(true);
}

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
  await kept(page, host);
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
  await kept(page, host);
  expect(await builds(page)).toEqual(whole('a'));

  host.deploy('b');
  await page.reload();
  await hydrated(page);
  expect(await builds(page)).toEqual(whole('b'));
  await kept(page, host);

  host.stop();
  await page.reload();
  await hydrated(page);
  await drawn(page);
  expect(await builds(page)).toEqual(whole('b'));
});

test('a page that was opened before a new build keeps its own files, and leaves for the new build as a whole', async ({
  host,
  page,
  context
}) => {
  await page.goto(host.url);
  await hydrated(page);
  await kept(page, host);
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const own = files.filter((name) => name.includes('/_app/immutable/'));
  expect(own.length).toBeGreaterThan(10);

  host.deploy('b');
  const other = await context.newPage();
  await other.goto(host.url);
  await hydrated(other);
  await kept(other, host);
  expect(await builds(other)).toEqual(whole('b'));

  // The server has none of them any more.
  const answers = await page.evaluate((urls) => Promise.all(urls.map(async (url) => (await fetch(url)).status)), own);
  expect(answers).toEqual(own.map(() => 200));
  expect(await builds(page)).toEqual(whole('a'));
  await page.getByRole('link', { name: 'About the data' }).first().click();
  await expect(page.locator('h1')).toHaveText('About the data');
  await expect.poll(() => builds(page)).toEqual(whole('b'));
});

test('a server that fails is answered for with the build that is kept', async ({ host, page }) => {
  await page.goto(host.url);
  await hydrated(page);
  await kept(page, host);
  const listeners = host.server.listeners('request');
  host.server.removeAllListeners('request');
  host.server.on('request', (_request, response) => {
    response.statusCode = 503;
    response.end('later');
  });
  await page.reload();
  await hydrated(page);
  expect(await builds(page)).toEqual(whole('a'));
  expect(listeners.length).toBe(1);
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
