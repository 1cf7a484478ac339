import type { Browser, Page, Route } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './site.ts';
import { SUB_PATH } from './static-server.ts';

/*
 * Each file that the page fetches, in turn missing, HTML in its place, or cut: after a deploy that removed old files, behind
 * a portal that answers everything, on a broken line. What must never be: a dead page without a word, the marks or words of
 * another day, a map without its boundary.
 */

const QUERY = '?day=2023-09-24&window=week';
const html = readFileSync('build/index.html', 'utf8');
const START = [...html.matchAll(/rel="modulepreload" href="\.\/([^"]+)"/g)].map((match) => match[1]!);

const FAULTS: Record<string, (route: Route) => Promise<void>> = {
  missing: (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'not found' }),
  HTML: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title>' }),
  cut: async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  }
};
const KINDS = Object.keys(FAULTS);

/** The page with one file at fault, in a context of its own; waits take a tenth of their time. */
async function withFault<T>(
  browser: Browser,
  origin: string,
  { path = '/', file, kind, map = false }: { path?: string; file: string; kind: string; map?: boolean },
  look: (page: Page) => Promise<T>
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  await page.addInitScript(() => {
    const after = window.setTimeout;
    window.setTimeout = ((run: () => void, ms = 0) => after(run, ms === 4000 ? 400 : ms)) as typeof setTimeout;
  });
  if (!map) await page.route(/\.geojson$|maplibre/, (route) => route.abort());
  await page.route(`**/${file}`, FAULTS[kind]!);
  await page.goto(`${origin}${SUB_PATH}${path}${QUERY}`, { waitUntil: 'commit' });
  try {
    return await look(page);
  } finally {
    // A file may still be on its way.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
}

/** Runs them three at a time: each waits for the network and for timers most of the time. */
async function inTurn<T>(all: readonly T[], run: (each: T) => Promise<void>) {
  const left = [...all];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all([work(), work(), work()]);
}

/** What can be seen of the first view, which is not the one of the address. */
const otherDay = (page: Page) =>
  page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const dated = '#time .now, #list, [data-troops], .readout p, [data-coverage], .embed header, .embed .events';
    const words = [...document.querySelectorAll<HTMLElement>(dated)].filter(isSeen).map((part) => part.innerText);
    return [
      ...words.filter((text) => /31 Dec/.test(text)),
      ...[...document.querySelectorAll('[data-lettering]')].filter(isSeen).map(() => 'marks of the first view')
    ];
  });

test('a file that the page starts with: it says which day is drawn and which was asked for', async ({
  browser,
  served
}) => {
  await inTurn(
    START.flatMap((file, at) =>
      KINDS.filter((_, kind) => at === 1 || kind === at % KINDS.length).map((kind) => ({ file, kind }))
    ),
    (fault) =>
      withFault(browser, served.origin, fault, async (page) => {
        const note = page.locator('[data-late]');
        const alive = page.locator('[data-hydrated]');
        await note.or(alive).filter({ visible: true }).first().waitFor();
        // Some are only fetched for what follows.
        if (await alive.count()) return expect(await otherDay(page), JSON.stringify(fault)).toEqual([]);
        await expect(note, JSON.stringify(fault)).toContainText('31 December 2023');
        await expect(note, JSON.stringify(fault)).toContainText('2023-09-24');
        await expect(page.locator('[data-slider="day"]')).toHaveJSProperty('inert', true);
        await expect(page.locator('#list')).toBeVisible();
      })
  );
});

for (const path of ['/', '/embed/']) {
  test(`a file of a part that comes later, on ${path}: the part says so, and no other day is seen`, async ({
    browser,
    site,
    served
  }) => {
    const later = new Set<string>();
    site.page.on('request', (request) => {
      const [, file] = /(_app\/immutable\/.*\.js)$/.exec(request.url()) ?? [];
      if (file && !START.includes(file) && !/maplibre/.test(file)) later.add(file);
    });
    await site.open(QUERY, { folder: path.slice(1) });
    const told: string[] = [];
    await inTurn(
      [...later].map((file, at) => ({ path, file, kind: KINDS[at % KINDS.length]! })),
      (fault) =>
        withFault(browser, served.origin, fault, async (page) => {
          const late = page.locator('[data-late]').filter({ visible: true });
          await page.locator('[data-hydrated]').or(late).first().waitFor({ state: 'attached' });
          if (await late.count()) return;
          await page.waitForFunction(() =>
            [...document.querySelectorAll('[data-island="waiting"]')].every((each) =>
              each.closest('[data-island="lost"]')
            )
          );
          expect(await otherDay(page), JSON.stringify(fault)).toEqual([]);
          const lost = await page.locator('[data-island="lost"]').count();
          // One may be in a menu that is closed.
          expect(await page.locator('button.lost').count(), JSON.stringify(fault)).toBe(lost);
          if (lost) told.push(fault.file);
        })
    );
    expect(told.length).toBeGreaterThan(path === '/' ? 3 : 1);
  });
}

test('a file of the map: the drawing stays, with its boundary', async ({ browser, served }) => {
  expect(html).not.toMatch(/boundaries[^"']*\.geojson/);
  await inTurn(
    [
      ...KINDS.map((kind) => ({ file: 'boundaries*.geojson', kind })),
      { file: 'water*.geojson', kind: 'missing' },
      { file: 'maplibre-gl-worker*.js', kind: 'HTML' }
    ],
    ({ file, kind }) =>
      withFault(browser, served.origin, { file, kind, map: true }, async (page) => {
        await page.locator('[data-map-state="fallback"]').waitFor();
        await expect(page.locator('[data-static-map="basemap"]'), `${file} ${kind}`).toBeVisible();
        await expect(page.getByRole('status').filter({ hasText: 'cannot zoom' })).toBeVisible();
        expect(await otherDay(page)).toEqual([]);
      })
  );
});
