import type { Browser, Page, Request, Route } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { listen } from './listen.ts';
import { expect, test, type Site } from './site.ts';
import { SUB_PATH } from './static-server.ts';

/*
 * Each file of the build, in turn missing, HTML in its place, cut, or late: after a deploy that removed old files, behind a
 * portal that answers everything, on a broken or slow line. What must never be: a dead page without a word, the marks or
 * words of another day, a map without its boundary.
 */

/** Every file, by what it is for, and what a reader sees without it. The first row that fits counts. */
const ROLES: [files: RegExp, seen: string][] = [
  [/^_app\/immutable\/workers\/|\.geojson$/, 'the drawing stays, with the boundary, and it says that it cannot zoom'],
  [/^_app\/immutable\/assets\/(.*\.woff2|fonts\..*\.css)$/, 'another font'],
  [/^_app\/immutable\/assets\/style\..*\.css$/, 'on the pages of items, parts that say so; the others have it in them'],
  [/^_app\/immutable\/assets\/record\..*\.css$/, 'on the pages of a large record, its text without its looks'],
  [/^_app\/immutable\/assets\/basemap\..*\.svg$/, 'on the pages of items no drawing, until the program draws it'],
  [
    /^_app\/immutable\/assets\/data-.*\.json$/,
    'on the pages of items, and on all where there is much data: which day is drawn and asked for'
  ],
  [
    /^_app\/immutable\/(chunks|entry|nodes)\/.*\.js$/,
    'at the start: which day is drawn and asked for; later: the part says so'
  ],
  [/^_app\/(version|env)\.(json|js)$/, 'nothing: no page asks for it'],
  [/__data\.json$/, 'nothing: no page asks for it'],
  [/(^|\/)index\.html$/, 'what the host says, or the kept page'],
  [/^service-worker\.js$|^remove-service-worker\.js$/, 'nothing: no page is kept'],
  [/^embed\.(js|d\.ts)$/, 'on other sites, the link in the element'],
  [/(^|\/)(card\.png|oembed\.json)$|^favicon\.svg$|^sitemap\.xml$/, 'nothing: it is for other sites'],
  [/^data\/|^licences\.txt$/, 'what the host says: it is a link'],
  [
    /^(headers\/.*|_headers|\.nojekyll|robots\.txt|docs\/.*|screenshot\.png)$/,
    'nothing: it is for those who host the site'
  ]
];

const QUERY = '?day=2023-09-24&window=week';
/** The files that a page starts with, as its head names them: modules, and data that is not in it. */
const startOf = (page: string) =>
  [
    ...readFileSync(`build/${page}index.html`, 'utf8').matchAll(
      /rel="(?:modulepreload"|preload" as="fetch" crossorigin) href="[./]*([^"]+)"/g
    )
  ].map((match) => match[1]!);
const START = startOf('');
const ITEM = 'event/zvecan-clash/';

/** `released`: when what is late comes. */
const FAULTS: Record<string, (route: Route, released: Promise<void>) => Promise<void>> = {
  missing: (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'not found' }),
  HTML: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title>' }),
  cut: async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  },
  late: async (route, released) => {
    await released;
    await route.continue();
  }
};
const KINDS = Object.keys(FAULTS);

/** The page with one file at fault, in a context of its own; waits take a tenth of their time. */
async function withFault<T>(
  browser: Browser,
  origin: string,
  { path = '/', query = QUERY, file, kind, map = false }: Fault,
  look: (page: Page, release: () => void) => Promise<T>
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  await page.addInitScript(() => {
    const after = window.setTimeout;
    window.setTimeout = ((run: () => void, ms = 0) => after(run, ms === 4000 ? 400 : ms)) as typeof setTimeout;
  });
  if (!map) await page.route(/\.geojson$|maplibre/, (route) => route.abort());
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/${file}`, (route) => FAULTS[kind]!(route, released));
  await page.goto(`${origin}${SUB_PATH}${path}${query}`, { waitUntil: 'commit' });
  try {
    return await look(page, release);
  } finally {
    // A file may still be on its way.
    release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
}

type Fault = { path?: string; query?: string; file: string; kind: string; map?: boolean };

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

/** A page whose start is at fault says which day is drawn and which was asked for; what comes late ends that. */
async function saysLate(page: Page, { kind, ...fault }: Fault, release: () => void) {
  const told = JSON.stringify({ kind, ...fault });
  const note = page.locator('[data-late]');
  const alive = page.locator('[data-hydrated]');
  await note.or(alive).filter({ visible: true }).first().waitFor();
  // Some are only fetched for what follows.
  if (await alive.count()) return expect(await otherDay(page), told).toEqual([]);
  const item = fault.path !== undefined;
  await expect(note, told).toContainText(item ? '29 May 2023' : '31 December 2023');
  if (!item) await expect(note, told).toContainText('2023-09-24');
  await expect(page.locator('[data-slider="day"]')).toHaveJSProperty('inert', true);
  await expect(page.locator('#list')).toBeVisible();
  if (kind !== 'late') return;
  release();
  await alive.waitFor();
  await expect(note, told).toBeHidden();
  await expect(page.locator('[data-slider="day"]')).toHaveJSProperty('inert', false);
  await expect(page.locator('.now')).toContainText(item ? '29 May 2023' : '24 Sep');
  expect(await otherDay(page), told).toEqual([]);
}

test('every file of the build has its row', () => {
  const files = readdirSync('build', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('build', join(entry.parentPath, entry.name)));
  expect(files.filter((file) => !ROLES.some(([of]) => of.test(file)))).toEqual([]);
  expect(ROLES.filter(([of]) => !files.some((file) => of.test(file)))).toEqual([]);
});

test('a file that the page starts with: it says which day is drawn and which was asked for', async ({
  browser,
  served
}) => {
  await inTurn(
    START.flatMap((file, at) =>
      KINDS.filter((_, kind) => at === 1 || kind === at % KINDS.length).map((kind) => ({ file, kind }))
    ),
    (fault) => withFault(browser, served.origin, fault, (page, release) => saysLate(page, fault, release))
  );
});

test('a page that is still coming when it should be alive: what comes of it later is out of use too', async ({
  page
}) => {
  const html = readFileSync('build/index.html', 'utf8');
  const half = html.indexOf('<main');
  let release = () => {};
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(html.slice(0, half));
    release = () => response.end(html.slice(half));
  });
  await page.addInitScript(() => {
    const after = window.setTimeout;
    const soon = (run: () => void) =>
      after(() => {
        run();
        document.documentElement.dataset.waited = '';
      }, 100);
    window.setTimeout = ((run: () => void, ms = 0) => (ms === 4000 ? soon(run) : after(run, ms))) as typeof setTimeout;
  });
  await page.goto(await listen(server), { waitUntil: 'commit' });
  await page.locator('[data-waited] [data-search]').waitFor();
  release();
  await expect(page.locator('[data-late]')).toBeVisible();
  for (const control of ['[data-search]', '[data-slider="day"]'])
    await expect(page.locator(control)).toHaveJSProperty('inert', true);
  server.close();
  server.closeAllConnections();
});

test('a file that the page of an event has for itself: it says so, or draws without it', async ({
  browser,
  served
}) => {
  const at = { path: `/${ITEM}`, query: '' };
  const own = startOf(ITEM).filter((file) => !START.includes(file));
  expect(own.length).toBeGreaterThan(0);
  await inTurn(
    own.flatMap((file) => KINDS.map((kind) => ({ ...at, file, kind }))),
    (fault) => withFault(browser, served.origin, fault, (page, release) => saysLate(page, fault, release))
  );
  await inTurn(
    KINDS.map((kind) => ({ ...at, file: 'style.*.css', kind })),
    (fault) =>
      withFault(browser, served.origin, fault, async (page, release) => {
        const { kind } = fault;
        await page.locator('[data-hydrated]').waitFor();
        const lost = page.locator('[data-island="lost"]');
        // What is there has its styles; what they would have to hide is not there.
        if (kind === 'late') await expect(page.locator('[data-island="hydrated"]')).toHaveCount(0);
        else await page.locator('button.lost').filter({ visible: true }).first().waitFor();
        await expect(page.locator('.now'), kind).toContainText('29 May 2023');
        // The marks that it was made with are those of its day.
        expect(
          (await otherDay(page)).filter((text) => !/^marks/.test(text)),
          kind
        ).toEqual([]);
        if (kind === 'late') release();
        else {
          await page.unrouteAll({ behavior: 'ignoreErrors' });
          // One of them is in a menu that is closed.
          await page
            .locator('button.lost')
            .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
        }
        await page.waitForFunction(() => document.querySelector('[data-island="waiting"]') === null);
        await expect(lost).toHaveCount(0);
      })
  );
  await inTurn(
    KINDS.map((kind) => ({ ...at, file: 'basemap.*.svg', kind })),
    (fault) =>
      withFault(browser, served.origin, fault, async (page) => {
        // The prerendered one takes its shapes from the file, the one of the program has them.
        const shapes = page.locator('[data-static-map="basemap"] use');
        await expect(shapes.first()).toBeAttached();
        const elsewhere = page.locator('[data-static-map="basemap"] use:not([href^="#"])');
        await expect(elsewhere, fault.kind).toHaveCount(0);
      })
  );
});

test('without its fonts, and on the page about the data without its program, all is there', async ({
  browser,
  served
}) => {
  await inTurn(
    [
      { file: '*.woff2', kind: 'missing' },
      { file: 'fonts.*.css', kind: 'late' },
      ...startOf('about/').map((file) => ({ path: '/about/', query: '', file, kind: 'HTML' }))
    ],
    (fault) =>
      withFault(browser, served.origin, fault, async (page) => {
        const about = 'path' in fault;
        await page.locator(about ? '#boundary' : '[data-hydrated]').waitFor();
        await expect(page.locator(about ? 'h1' : '.now').first()).toBeVisible();
        await expect(page.locator('[data-late]').filter({ visible: true })).toHaveCount(0);
      })
  );
});

/** The files that a page asks for once it answers, but those of the map. */
async function laterFiles(site: Site, path: string): Promise<Set<string>> {
  const later = new Set<string>();
  const note = (request: Request) => {
    const [, file] = /(_app\/immutable\/.*\.js)$/.exec(request.url()) ?? [];
    if (file && !START.includes(file) && !/maplibre/.test(file)) later.add(file);
  };
  site.page.on('request', note);
  await site.open(QUERY, { folder: path.slice(1) });
  site.page.off('request', note);
  return later;
}

for (const path of ['/', '/embed/']) {
  test(`a file of a part that comes later, on ${path}: the part says so, and no other day is seen`, async ({
    browser,
    site,
    served
  }) => {
    const later = await laterFiles(site, path);
    // Most files of the embed are the page's: of those each third is tried again, where it has other parts.
    const onPage = path === '/' ? new Set() : await laterFiles(site, '/');
    const tried = [...later].filter((file, at) => !onPage.has(file) || at % 3 === 0);
    const told: string[] = [];
    await inTurn(
      tried.map((file, at) => ({ path, file, kind: KINDS[at % KINDS.length]! })),
      (fault) =>
        withFault(browser, served.origin, fault, async (page, release) => {
          const late = page.locator('[data-late]').filter({ visible: true });
          await page.locator('[data-hydrated]').or(late).first().waitFor({ state: 'attached' });
          if (await late.count()) return;
          expect(await otherDay(page), JSON.stringify(fault)).toEqual([]);
          release();
          await page.waitForFunction(() =>
            [...document.querySelectorAll('[data-island="waiting"]')].every((each) =>
              each.closest('[data-island="lost"]')
            )
          );
          expect(await otherDay(page), JSON.stringify(fault)).toEqual([]);
          if (fault.kind === 'late')
            return expect(page.locator('[data-island="lost"]'), JSON.stringify(fault)).toHaveCount(0);
          const lost = await page.locator('[data-island="lost"]').count();
          // One may be in a menu that is closed.
          const said = page.locator('[data-island="lost"] + button.lost');
          expect(await said.count(), JSON.stringify(fault)).toBe(lost);
          if (lost) told.push(fault.file);
        })
    );
    expect(told.length).toBeGreaterThan(path === '/' ? 3 : 1);
  });
}

/** The file of the program with these words in it. */
function chunkWith(words: string): string {
  const files = readdirSync('build/_app/immutable/chunks').filter((name) =>
    readFileSync(`build/_app/immutable/chunks/${name}`, 'utf8').includes(words)
  );
  expect(files).toHaveLength(1);
  return files[0]!;
}

for (const [what, inFile, made, opened] of [
  ['what stands around the marks', 'data-locator', '[data-locator]', null],
  ['what is opened', 'data-cite', '[data-cite]', '#downloads summary']
] as const) {
  test(`${what}: where it stands the page says that it did not come, and tries again`, async ({ browser, served }) => {
    await withFault(browser, served.origin, { file: chunkWith(inFile), kind: 'missing' }, async (page) => {
      await page.waitForFunction(() => document.querySelector('[data-island="waiting"]') === null);
      if (opened) await page.locator(opened).first().click();
      const again = page.locator('.bottom-right, #downloads').locator('button.lost');
      await again.waitFor();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await again.click();
      await page.locator(made).first().waitFor();
      await expect(again).toHaveCount(0);
    });
  });
}

test('a file of the map: the drawing stays, with its boundary', async ({ browser, served }) => {
  await inTurn(
    [
      ...KINDS.map((kind) => ({ file: 'boundaries*.geojson', kind })),
      { file: 'water*.geojson', kind: 'missing' },
      { file: 'maplibre-gl-worker*.js', kind: 'HTML' }
    ],
    ({ file, kind }) =>
      withFault(browser, served.origin, { file, kind, map: true }, async (page, release) => {
        if (kind === 'late') {
          // The drawing stands until the map is there whole.
          await page.waitForRequest(`**/${file}`);
          await expect(page.locator('[data-static-map="basemap"]')).toBeVisible();
          expect(await otherDay(page)).toEqual([]);
          release();
          return page.locator('[data-map-state="ready"]').waitFor();
        }
        await page.locator('[data-map-state="fallback"]').waitFor();
        await expect(page.locator('[data-static-map="basemap"]'), `${file} ${kind}`).toBeVisible();
        await expect(page.getByRole('status').filter({ hasText: 'cannot zoom' })).toBeVisible();
        expect(await otherDay(page)).toEqual([]);
      })
  );
});

test('a worker of the map that the system has ended: the drawing comes back with the areas of the day', async ({
  site,
  page
}) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        workers.push(this);
      }
    };
    addEventListener('end-workers', () => workers.forEach((worker) => worker.terminate()));
  });
  await site.open('?day=2023-04-23&window=month', { map: true });
  await page.evaluate(() => dispatchEvent(new Event('end-workers')));
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('Home');
  await page.locator('[data-map-state="fallback"]').waitFor({ timeout: 60_000 });
  await expect(page.locator('[data-static-map="basemap"]')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'cannot zoom' })).toBeVisible();
  expect(await otherDay(page)).toEqual([]);
});
