import { expect, test as base, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csv } from '../unit/tools/import/rows.ts';
import { ucdpRows } from '../unit/tools/import/ucdp.ts';
import { buildRegion } from './region/build-region.ts';
import { goThrough, speakingOfThePublished } from './region/go-through.ts';
import { archiveOf, tileOf } from './region/pmtiles.ts';
import { serveBuild, SUB_PATH } from './static-server.ts';

/*
 * Another region than the one that is published: an invented island, from a folder outside the project, with an archive of
 * tiles beside the site. One build for all of these tests.
 */

const REGION = join(import.meta.dirname, '../fixtures/region');
const PROJECT = join(import.meta.dirname, '../..');
const ARCHIVE = 'region.pmtiles';
const EVERYWHERE: [number, number][] = [
  [0, 0],
  [4096, 0],
  [4096, 4096],
  [0, 4096]
];
// All of the Earth is sea: no other map says so of this island.
const TILES = archiveOf(tileOf([{ name: 'water', kind: 'ocean', ring: EVERYWHERE }]));

type Region = { server: Server; origin: string; folder: string };
const test = base.extend<object, { region: Region }>({
  region: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'region-data-'));
      cpSync(REGION, dir, { recursive: true });
      // A basemap may lack any of its files.
      rmSync(join(dir, 'basemap/relief.geojson'));
      const info = JSON.parse(readFileSync(join(dir, 'dataset.json'), 'utf8')) as object;
      writeFileSync(join(dir, 'dataset.json'), JSON.stringify({ ...info, basemap: { pmtiles: ARCHIVE } }));
      const { folder, remove } = buildRegion(dir);
      writeFileSync(join(folder, ARCHIVE), TILES);
      const served = await serveBuild(folder);
      await use({ ...served, folder });
      served.server.close();
      remove();
      rmSync(dir, { recursive: true });
    },
    { scope: 'worker', timeout: 600_000 }
  ]
});

/** Opens the map and waits until MapLibre has drawn, and it is known what became of the tiles. */
async function open(page: Page, { origin }: Region) {
  await page.goto(`${origin}${SUB_PATH}/`);
  await page.locator('[data-map-state="ready"]').waitFor();
  await page.locator('[data-tiles]').waitFor();
}

/** The colour of a spot of land of the fixture that nothing else is drawn on. */
async function ground(page: Page): Promise<string> {
  const stage = page.locator('.stage');
  const box = (await stage.boundingBox())!;
  const clip = { x: box.x + box.width * 0.36, y: box.y + box.height - 30, width: 4, height: 4 };
  const png = (await page.screenshot({ clip })).toString('base64');
  // In a page of its own: the policy of the site lets nothing be fetched from a text.
  const other = await page.context().newPage();
  try {
    return await other.evaluate(async (data) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const paint = new OffscreenCanvas(4, 4).getContext('2d')!;
      paint.drawImage(picture, 0, 0);
      return [...paint.getImageData(1, 1, 1, 1).data.slice(0, 3)].join(' ');
    }, png);
  } finally {
    await other.close();
  }
}

const LAND = '236 231 219';
const WATER = '188 211 223';
const note = (page: Page) => page.locator('.stage [role="status"]');

test.describe.configure({ mode: 'serial' });

test('the site of another folder holds its data and its basemap, and no word of the region published here', ({
  region: { folder }
}) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const basemap = files.filter((name) => name.endsWith('.geojson') && name.includes('assets'));
  const theirs = readdirSync(join(REGION, 'basemap')).map((name) =>
    readFileSync(join(REGION, 'basemap', name), 'utf8')
  );
  expect(basemap.some((name) => name.includes('land.'))).toBe(true);
  for (const name of basemap) expect(theirs, name).toContain(readFileSync(join(folder, name), 'utf8'));
  expect(speakingOfThePublished(folder)).toEqual([]);
});

test('it can be read and used, and no word on screen is of the region published here', async ({ page, region }) => {
  await goThrough(page, `${region.origin}${SUB_PATH}/`);
});

test('tiles beside the site are asked for in parts and drawn over the embedded basemap', async ({ page, region }) => {
  const asked: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith(ARCHIVE)) asked.push(request.headers().range);
    expect(request.url().replace(/^(blob|data):.*/, region.origin)).toContain(region.origin);
  });
  await open(page, region);
  await expect(page.locator('.stage')).toHaveAttribute('data-tiles', 'ready');
  await expect.poll(() => ground(page)).toBe(WATER);
  expect(asked.length).toBeGreaterThan(1);
  for (const range of asked) expect(range).toMatch(/^bytes=\d+-\d+$/);
  await expect(note(page)).toHaveText('');
  // The marks go on working over them.
  await page.locator('[data-mark]').first().click();
  await expect(page).toHaveURL(/event=|site=/);
});

const FAULTS: [string, (page: Page) => Promise<unknown>][] = [
  ['not there', (page) => page.route(`**/${ARCHIVE}`, (route) => route.fulfill({ status: 404, body: 'not found' }))],
  [
    'cut off',
    (page) =>
      page.route(`**/${ARCHIVE}`, (route) => {
        const whole = TILES.subarray(0, TILES.length - 20);
        const [, from, to] = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range ?? '') ?? [];
        const body = whole.subarray(Number(from), Number(to) + 1);
        return body.length === 0
          ? route.fulfill({ status: 416, headers: { 'content-range': `bytes */${whole.length}` } })
          : route.fulfill({
              status: 206,
              headers: { 'content-range': `bytes ${from}-${Number(from) + body.length - 1}/${whole.length}` },
              body
            });
      })
  ],
  ['refused by its server (CORS)', (page) => page.route(`**/${ARCHIVE}`, (route) => route.abort('blockedbyresponse'))]
];
for (const [what, break_] of FAULTS) {
  test(`an archive that is ${what} leaves the embedded basemap, and the page says so`, async ({ page, region }) => {
    await break_(page);
    await open(page, region);
    await expect(page.locator('.stage')).toHaveAttribute('data-tiles', 'failed');
    await expect(note(page)).toContainText('could not be loaded');
    expect(await ground(page)).toBe(LAND);
  });
}

test('a table becomes a site of its own by the commands of docs/importing.md', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'imported-'));
  const [table, data] = [join(folder, 'GEDEvent_v33_1.csv'), join(folder, 'my-region')];
  writeFileSync(table, csv(ucdpRows(60)));
  const run = spawnSync('npm', ['run', 'import', '--', table, '--out', data], {
    cwd: PROJECT,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const { folder: built, remove } = buildRegion(data);
  const { server, origin } = await serveBuild(built);
  try {
    expect(speakingOfThePublished(built)).toEqual([]);
    await goThrough(page, `${origin}${SUB_PATH}/`);
  } finally {
    server.close();
    remove();
    rmSync(folder, { recursive: true });
  }
});
