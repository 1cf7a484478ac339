import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { english } from '../../src/lib/i18n/catalogues.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { expect, test, type Site } from './site.ts';

const { version } = loadDataset().info;

const FILES = {
  'events.geojson': 'application/geo+json',
  'claims.csv': 'text/csv',
  'troops.csv': 'text/csv',
  'dataset.json': 'application/json',
  'dataset.schema.json': 'application/json',
  'claims.jsonld': 'application/ld+json'
};

const panel = (page: Page) => page.locator('#downloads');

async function openPanel(site: Site, query: string) {
  await site.open(query, { map: false });
  await panel(site.page).locator('summary').click();
}

async function made(page: Page, file: keyof typeof FILES): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-make="${file}"]`).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const listed = (page: Page) =>
  page
    .locator('[data-list]:not([data-list="past"]):not([data-list="external"]) [data-event]')
    .evaluateAll((items) => [...new Set(items.map((item) => item.getAttribute('data-event')!))].sort());

const eventsOf = (text: string): string[] =>
  [
    ...new Set<string>(
      JSON.parse(text).features.map(({ properties }: { properties: { event: string } }) => properties.event)
    )
  ].sort();

test('the download of the current window has the events of the list, and follows the filter', async ({
  site,
  page
}) => {
  await openPanel(site, '?day=2023-11-27&window=month');
  const first = await made(page, 'events.geojson');
  expect(eventsOf(first.text)).toEqual(await listed(page));
  expect(eventsOf(first.text).length).toBeGreaterThan(3);
  expect(first.name).toMatch(new RegExp(`-v${version.replaceAll('.', '\\.')}_2023-11-27_month_events\\.geojson$`));

  await page.getByRole('checkbox', { name: /^Statement/ }).uncheck();
  const second = await made(page, 'events.geojson');
  expect(eventsOf(second.text)).toEqual(await listed(page));
  expect(eventsOf(second.text).length).toBeLessThan(eventsOf(first.text).length);
  expect(JSON.parse(second.text).about.filter.query).toContain('hide=statement');
});

test('every kind of file of the current window is made under the page’s own policy, with a byte order mark where asked', async ({
  site,
  page
}) => {
  await openPanel(site, '?day=2023-05-29&window=day');
  await page.getByRole('checkbox', { name: /byte order mark/ }).check();
  for (const file of ['claims.csv', 'troops.csv', 'dataset.json', 'claims.jsonld'] as const) {
    const { text } = await made(page, file);
    expect(text.startsWith('\uFEFF')).toBe(file.endsWith('.csv'));
    expect(text.length).toBeGreaterThan(100);
  }
  await expect(panel(page).getByRole('status').filter({ hasText: 'claims.jsonld has been saved' })).toBeVisible();
});

test('the whole data set lies in data/ under the sub-path, linked from the page and from About', async ({
  site,
  page,
  request
}) => {
  await openPanel(site, '');
  for (const [file, type] of Object.entries(FILES)) {
    const href = await page.locator(`[data-file="${file}"]`).evaluate((link: HTMLAnchorElement) => link.href);
    expect(href).toBe(site.url('', `/data/${file}`));
    const response = await request.get(href);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain(type);
    expect((await response.text()).length).toBeGreaterThan(1000);
  }
  await page.goto(site.url('', '/about/'));
  await expect(page.locator('#data ~ ul a[href$="data/claims.csv"]')).toHaveCount(1);
  await page.getByRole('link', { name: 'Download and cite' }).click();
  await expect(panel(page).locator('[data-make="claims.csv"]')).toBeVisible();
});

test('the links to the static files are there without JavaScript', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url());
  await page.locator('#downloads summary').click();
  await expect(page.locator('[data-file="claims.csv"]')).toHaveAttribute('href', /^\.\/data\/claims\.csv$/);
  await context.close();
});

test('an event is cited with a link that opens it again', async ({ site, page }) => {
  await openPanel(site, '?day=2023-05-29&window=day&event=zvecan-clash');
  await expect(page.locator('[data-cite]')).toHaveValue('event');
  const link = await page.getByLabel(/^Link to data version/).inputValue();
  expect(link).toBe(site.url(`?v=${version}`, '/event/zvecan-clash/'));
  await expect(page.getByLabel('Plain text', { exact: true })).toHaveValue(/Clash at the Zvečan town hall/);
  await page.goto(link);
  await expect(page.locator('[data-detail="event/zvecan-clash"]')).toBeVisible();
  await expect(page.locator('[data-changed]')).toHaveCount(0);
});

test('a citation is copied, and where copying is refused it is selected instead', async ({ site, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPanel(site, '?claim=ocnal-15');
  const text = await page.getByLabel('Plain text', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Copy: Plain text' }).click();
  await expect(panel(page).getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))));
  await page.getByRole('button', { name: 'Copy: BibTeX' }).click();
  await expect(panel(page).getByText(/^Selected/)).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()) || document.activeElement?.tagName)).toMatch(
    /@misc|TEXTAREA/
  );
});

test('a link made with another version of the data says both versions on arrival', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day&v=0.9.0', { map: false });
  await expect(page.locator('[data-changed]')).toContainText(english.t('page.changed', { from: '0.9.0', to: version }));
});
