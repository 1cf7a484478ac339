import { expect, test as base, type Page } from '@playwright/test';
import type { Server } from 'node:http';
import { holdMapLibrary } from './map-library.ts';
import { serveBuild, SUB_PATH } from './static-server.ts';

type Served = { server: Server; origin: string };

/** A test with a site that is served under a sub-path, failing on any error or request that leaves the origin. */
export const testOf = (serve: () => Promise<Served>) =>
  base.extend<{ site: Site }, { served: Served }>({
    served: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const served = await serve();
        await use(served);
        served.server.close();
      },
      { scope: 'worker' }
    ],
    site: async ({ page, served }, use) => {
      const site = new Site(page, served.origin);
      site.letMapCome = await holdMapLibrary(page);
      await use(site);
      const unexpected = site.problems.filter((problem) => !site.expected.some((pattern) => pattern.test(problem)));
      expect(unexpected, 'console errors, page errors, and requests that leave the origin').toEqual([]);
    }
  });

/** The same with the built site. */
export const test = testOf(() => serveBuild());

export { expect };

export class Site {
  readonly problems: string[] = [];
  /** Problems that a test causes on purpose. */
  readonly expected: RegExp[] = [];
  /** Until this is called MapLibre is still on its way, and the map is the drawing with its buttons. */
  letMapCome = () => {};

  constructor(
    readonly page: Page,
    readonly origin: string
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`page error: ${error.message}`));
    page.on('requestfailed', (request) => {
      // A page that is left cancels what it still loads.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.problems.push(`failed: ${request.url()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}${SUB_PATH}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) {
        this.problems.push(`left the origin or the sub-path: ${url}`);
      }
    });
  }

  url = (query = '', path = '/') => `${this.origin}${SUB_PATH}${path}${query}`;

  /**
   * Opens the page with a query and waits until it is hydrated: marks, list and slider work from then on. `map`: waits
   * for MapLibre's first frame too, which software WebGL takes seconds for; only tests of that basemap need it. `folder`:
   * of a language, an item, the embed.
   */
  async open(query = '', { map = false, folder = '' } = {}) {
    await this.page.goto(this.url(query, `/${folder}`));
    await this.page.locator('[data-hydrated]').waitFor({ state: 'attached' });
    // Deferred islands too, so that a test can interact with the whole page.
    await this.page.waitForFunction(() => document.querySelector('[data-island="waiting"]') === null);
    // The buttons over the map stand where it has been measured, a frame later.
    if (await this.page.locator('.stage').count())
      await this.page.locator('.stage .overlay').waitFor({ state: 'attached' });
    // Fonts come last: what is measured stands in the letters that stay.
    await this.page.evaluate(() => document.fonts.ready.then(() => {}));
    if (map) await this.mapDrawn();
  }

  /** The menu of languages and of names of places, which a closed `<details>` keeps from clicks. */
  openLanguages = () => this.page.locator('[data-languages] summary').click();

  /** Lets MapLibre come and waits for its first frame, which software WebGL takes seconds for. */
  async mapDrawn() {
    this.letMapCome();
    await this.page.locator('[data-map-state="ready"]').waitFor();
  }

  /** What the page shows, in words: the list, the coverage line, the level of troops, and the marks on the map. */
  scene = async () => ({
    counts: await this.page.locator('[data-counts]').innerText(),
    events: await this.page
      .locator('[data-list]:not([data-list="past"]) [data-event]')
      .evaluateAll((items) =>
        items.map((item) => [item.getAttribute('data-event'), item.getAttribute('data-presence')])
      ),
    coverage: await this.page.locator('[data-coverage]').innerText(),
    troops: await this.page.locator('[data-troops]').innerText(),
    marks: await this.page
      .locator('[data-mark]')
      .evaluateAll((marks) => marks.map((mark) => [mark.getAttribute('data-mark'), mark.getAttribute('data-presence')]))
  });
}
