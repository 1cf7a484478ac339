import { english } from '../../src/lib/i18n/catalogues.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { expect, test } from './site.ts';

const { articles } = loadDataset();

const event = (id: string) => `[data-list]:not([data-list="past"]) [data-event="${id}"]`;

test('29 May: the Zvečan clash is on the map, with 30 to 93 KFOR soldiers injured and both reports', async ({
  site,
  page
}) => {
  await site.open('?day=2023-05-29&window=day', { map: true });
  await expect(page.locator('[data-mark="zvecan-municipal-building"]')).toHaveAttribute('data-presence', 'certain');
  await expect(page.locator(event('zvecan-clash'))).toContainText(/injured:\s+KFOR\s+30 to 93/);
  await page.locator('[data-mark="zvecan-municipal-building"]').click();
  await page.locator('[data-detail] [data-event="zvecan-clash"] a').first().click();
  const figure = page.locator('[data-figure="injured|kfor|"]');
  await expect(figure).toContainText('30 to 93');
  await expect(figure).toContainText('BlazeTrends, line 37'.replace('37', '5'));
  await expect(figure).toContainText('serbia.postsen.com, line 22');
  await expect(figure).toContainText('never averaged or added up');
});

test('as reported by 30 May, the injured are 30', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day&asof=2023-05-30');
  await expect(page.locator(event('zvecan-clash'))).toContainText(/injured:\s+KFOR\s+30/);
  await expect(page.locator(event('zvecan-clash'))).not.toContainText('93');
});

test('24 September: Banjska shows with its external badge, the region without', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=day', { map: true });
  const mark = page.locator('[data-mark="banjska"]');
  await expect(mark).toHaveAttribute('data-basis', 'external');
  await expect(page.locator('[data-mark="northern-kosovo"]'), 'one event, told once').toHaveCount(0);
  await mark.click();
  await expect(page.locator('[data-detail="site/banjska"]')).toContainText(english.t('badge.external'));
  await page.locator('[data-detail] [data-event="september-clash"] a').first().click();
  await expect(page.locator('[data-mark="northern-kosovo"]')).toHaveAttribute('data-basis', 'article');
});

test('20 November: the KFOR annotation says more than 4,500 from 27 countries', async ({ site, page }) => {
  await site.open('?day=2023-11-20&window=day');
  await expect(page.locator('[data-troops]')).toContainText('more than 4,500');
  await expect(page.locator('[data-troop-chart]')).toContainText('from 27 countries');
  await expect(page.locator('[data-troops]')).toContainText('stated for this day');
});

test('7 December: the level is last stated 17 days ago, and the base is derived in two readings', async ({
  site,
  page
}) => {
  await site.open('?day=2023-12-07&window=day');
  const card = page.locator('[data-troops]');
  await expect(card).toContainText('last stated 17 days ago');
  const bases = page.locator('[data-troop-chart] [data-derived]');
  await bases.locator('summary').click();
  await expect(bases).toContainText('at least 3,501');
  await expect(bases).toContainText('at least 2,801');
  await expect(bases.locator('[data-claim="unidentified-14"]').first()).toBeVisible();
  await expect(bases).not.toContainText('1,700');
  await expect(card).toContainText('700 sent');
  await expect(card).not.toContainText('700 deployed');
});

test('24 November, window one day: the Gate One patrol is possible, not certain', async ({ site, page }) => {
  await site.open('?day=2023-11-24&window=day');
  await expect(page.locator('[data-mark="gate-one"]')).toHaveAttribute('data-presence', 'possible');
  await expect(page.locator(event('gate-one-patrol'))).toHaveAttribute('data-presence', 'possible');
  await expect(page.locator('[data-counts]')).toHaveText(/0 to \d+ events|1 to \d+ events/);
});

test('15 July: the report lane says that no article reports on that time', async ({ site, page }) => {
  await site.open('?day=2023-07-15&window=day');
  await expect(page.locator('[data-coverage]')).toContainText(english.t('time.coverage.noneDay'));
});

test('a claim says who said it, through whom, in which line, published when, and how it was dated', async ({
  site,
  page
}) => {
  await site.open('?claim=ocnal-15');
  const claim = page.locator('[data-detail] [data-claim="ocnal-15"]');
  const way = claim.getByRole('list', { name: english.t('claim.way') });
  await expect(way.getByRole('listitem')).toHaveText([
    /^said by\s+British Army officer Joss Gaddie\s*$/,
    /^reported by\s+Reuters \(inferred\)\s*$/,
    /^reported by\s+Voice of America\s*$/,
    /^translated and republished by\s+ocnal\.com \(inferred\)\s+published 27–30 November 2023\s*$/
  ]);
  await expect(claim).toContainText('line 16 of the text kept by the editors');
  await expect(claim.getByRole('link', { name: 'Read it at ocnal.com' })).toHaveAttribute(
    'href',
    /^https:\/\/ocnal\.com\//
  );
  await expect(claim).toContainText('by 27 November 2023');
});

test('attribution and the boundary note stay visible', async ({ site, page }) => {
  await site.open('');
  await expect(page.getByText('© OpenStreetMap contributors').first()).toBeVisible();
  await expect(page.getByText('Border / administrative boundary line').first()).toBeVisible();
});

test('place names change to each of the four forms', async ({ site, page }) => {
  await site.open('?day=2023-05-30&window=day');
  await site.openLanguages();
  for (const [form, name] of [
    ['sq', 'Leposaviq'],
    ['sr-Latn', 'Leposavić'],
    ['sr-Cyrl', 'Лепосавић'],
    ['en', 'Leposavić']
  ] as const) {
    await page.getByLabel('Place names').selectOption(form);
    await expect(page.locator('[data-mark="leposavic"]')).toContainText(name);
  }
});

test('names in another language say which, so that they are read aloud in it', async ({ site, page }) => {
  await site.open('?day=2023-05-30&window=day&names=sr-Cyrl');
  const inCyrillic = page.locator('[lang="sr-Cyrl"]', { hasText: 'Лепосавић' });
  await expect(page.locator('[data-mark="leposavic"]').locator(inCyrillic)).toHaveCount(1);
  await expect(page.locator('#list').locator(inCyrillic).first()).toBeVisible();
  await page.locator('[data-mark="leposavic"]').click();
  await expect(page.locator('[data-detail] h2').locator(inCyrillic)).toHaveCount(1);
});

test('the filters are the legend: hiding a kind takes its events from list and map', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await page.getByRole('checkbox', { name: /Clash with demonstrators/ }).uncheck();
  await expect(page.locator(event('zvecan-clash'))).toHaveCount(0);
  await expect(page.locator('[data-mark="zvecan-municipal-building"]')).toHaveCount(0);
  await expect(page).toHaveURL(/hide=riot_clash/);
});

test('external facts are a layer of their own, off at first', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=day');
  await expect(page.locator('[data-list="external"]')).toHaveCount(0);
  await page.getByRole('checkbox', { name: english.t('page.external') }).check();
  await expect(page.locator('[data-list="external"]')).toContainText('Banjska');
});

test('About the data names every article, the boundary policy and the licences', async ({ site, page }) => {
  await site.open('');
  await page.getByRole('link', { name: 'About the data' }).first().click();
  await expect(page.locator('article')).toHaveCount(articles.length);
  for (const { title } of articles) await expect(page.locator('article').filter({ hasText: title })).toHaveCount(1);
  await expect(page.locator('#boundary')).toBeVisible();
  await expect(page.locator('#licences')).toBeVisible();
  await page.getByRole('link', { name: /Back to the map/ }).click();
  await site.mapDrawn();
});
