import { expect, test as base, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csv, type Row } from '../unit/tools/import/rows.ts';
import { buildRegion } from './region/build-region.ts';
import { serveBuild, SUB_PATH } from './static-server.ts';

/* A table whose years are maps of their own, by the commands of docs/importing.md: built once for all of these tests. */

const PROJECT = join(import.meta.dirname, '../..');
const row = (date: string, kind: string, at: number): Row => ({
  date,
  lat: String(42.9 + at / 20),
  lon: String(20.8 + at / 20),
  title: `Event of ${date}`,
  kind
});
const ROWS = ['1992-03-01', '1993-06-15', '1994-12-31', '1995-01-01', '1996-04-04', '1997-08-08'].map((date, at) =>
  row(date, at % 2 ? 'Vote' : 'Clash', at)
);
/** As a table of 45 years would have them: their links are only looked at. */
const EARLIER = Array.from({ length: 40 }, (_, at) => String(1950 + at));

type Parts = { server: Server; folder: string; url: (path?: string) => string };
const test = base.extend<object, { parts: Parts }>({
  parts: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const place = mkdtempSync(join(tmpdir(), 'parts-'));
      const [table, data] = [join(place, 'many-years.csv'), join(place, 'my-region')];
      writeFileSync(table, csv(ROWS));
      const run = spawnSync('npm', ['run', 'import', '--', table, '--out', data, '--years', '5'], {
        cwd: PROJECT,
        encoding: 'utf8',
        shell: process.platform === 'win32'
      });
      expect(run.status, run.stdout + run.stderr).toBe(0);
      expect(run.stdout).toContain('1990-1994: 3 events');
      for (const id of ['1990-1994', '1995-1999']) {
        const file = join(data, id, 'dataset.json');
        const info = JSON.parse(readFileSync(file, 'utf8')) as { parts: object[] };
        const earlier = EARLIER.map((year) => ({ id: year, from: `${year}-01-01`, to: `${year}-12-31`, events: 1 }));
        writeFileSync(file, JSON.stringify({ ...info, parts: [...earlier, ...info.parts] }));
      }
      const { folder, remove } = buildRegion(data);
      const { server, origin } = await serveBuild(folder);
      await use({ server, folder, url: (path = '') => `${origin}${SUB_PATH}/${path}` });
      server.close();
      remove();
      rmSync(place, { recursive: true });
    },
    { scope: 'worker', timeout: 600_000 }
  ]
});

const years = (page: Page) => page.locator('[data-years]');
async function hydrated(page: Page): Promise<void> {
  await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('[data-island="waiting"]') === null);
}

test.describe.configure({ mode: 'serial' });

test('each part is a site of its own, and a page without script lists them and opens the last', async ({
  page,
  parts: { folder, url }
}) => {
  for (const part of ['1990-1994', '1995-1999'])
    for (const file of ['index.html', 'embed/index.html', 'service-worker.js', 'data/events.geojson'])
      expect(existsSync(join(folder, part, file)), `${part}/${file}`).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([
    '1990-1994',
    '1995-1999',
    '_headers',
    'headers',
    'index.html',
    'sitemap.xml'
  ]);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('<script');
  await page.goto(url());
  await page.waitForURL(url('1995-1999/'));
  await hydrated(page);
  await expect(page.locator('h1')).toHaveText('Events of many-years.csv, 1995–1997');
});

test('a row of links leads from one to the other, and takes filters along, not the day', async ({
  page,
  parts: { url }
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(url('1995-1999/'));
  await hydrated(page);
  await expect(years(page).locator('[aria-current]')).toHaveText('1995–1997');
  const other = years(page).getByRole('link', { name: '1992–1994' });
  await expect(other).toHaveAttribute('title', '3 events');
  // Chosen in the page, not in the address that it was opened with.
  await page.getByRole('checkbox', { name: 'Vote' }).uncheck();
  await page.waitForURL(/hide=/);
  await other.click();
  await page.waitForURL(/1990-1994\/\?hide=/);
  expect(new URL(page.url()).searchParams.has('day')).toBe(false);
  await hydrated(page);
  await expect(page.locator('[data-counts]').first()).toContainText('2');
  expect(problems).toEqual([]);
});

test('in the embed other years take the place of these, shown in the same way', async ({ page, parts: { url } }) => {
  await page.goto(url('1990-1994/embed/?day=1993-06-15&controls=minimal&theme=dark'));
  await hydrated(page);
  const before = await page.evaluate(() => history.length);
  await years(page).getByRole('link', { name: '1995–1997' }).click();
  await page.waitForURL(url('1995-1999/embed/?controls=minimal&theme=dark'));
  await hydrated(page);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.goto(url('1990-1994/embed/?controls=0'));
  await hydrated(page);
  await expect(years(page)).toBeHidden();
});

test('the links work without script, in the page and in the embed', async ({ browser, parts: { url } }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ['', 'embed/']) {
    await page.goto(url(`1990-1994/${path}`));
    await years(page).getByRole('link', { name: '1995–1997' }).click();
    await page.waitForURL(url(`1995-1999/${path}`));
    await expect(page.locator('[data-years] [aria-current]')).toHaveText('1995–1997');
  }
  await context.close();
});

for (const width of [390, 1280])
  test(`many parts make nothing wider than a screen of ${width} px`, async ({ page, parts: { url } }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['', 'embed/']) {
      await page.goto(url(`1995-1999/${path}`));
      await hydrated(page);
      await expect(years(page).getByRole('link')).toHaveCount(EARLIER.length + 2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    // In a frame they are one row.
    expect((await years(page).boundingBox())!.height).toBeLessThan(60);
  });
