import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './site.ts';

/** Of the whole build, for each item: 40 MB for the 30 of 2023. */
const MOST_BYTES = 40_000_000 / 30;
/** HTML elements without an end. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const files = readdirSync('build', { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => /(^|\/)(event|chapter|article)\/[^/]+\/index\.html$/.test(file));

/** Faults in a page that HTML does not allow: ids or attributes twice, elements that are not closed in their order. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const open: string[] = [];
  const body = html.replace(/<!--.*?-->/gs, '').replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1</$2>');
  for (const [, end, name = '', rest = ''] of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:[^<>"]|"[^"]*")*)>/g)) {
    if (end) {
      if (open.pop() !== name) faults.push(`</${name}> closes another element`);
      continue;
    }
    const attributes = [...rest.matchAll(/\s([\w:-]+)(?==|\s|$|\/)(?:="([^"]*)")?/g)];
    const names = attributes.map(([, attribute]) => attribute!);
    if (new Set(names).size < names.length) faults.push(`<${name}> has an attribute twice`);
    const id = attributes.find(([, attribute]) => attribute === 'id')?.[2];
    if (id !== undefined && ids.has(id)) faults.push(`id "${id}" twice`);
    if (id !== undefined) ids.add(id);
    if (!VOID.test(name) && !rest.endsWith('/')) open.push(name);
  }
  return [...faults, ...open.map((name) => `<${name}> is not closed`)];
}

test('every item has a page in every language, for the embed too, each with a card; and all stay small', () => {
  const own = pages.filter((file) => !/(^|\/)embed\//.test(file));
  const inEnglish = own.filter((file) => /^(event|chapter|article)\//.test(file));
  const folders = new Set(own.map((file) => file.replace(/(event|chapter|article)\/.*/, '')));
  expect(folders.size).toBeGreaterThan(1);
  expect(own).toHaveLength(inEnglish.length * folders.size);
  expect(pages).toHaveLength(2 * own.length);
  for (const file of own) {
    const png = readFileSync(join('build', file.replace(/index\.html$/, 'card.png')));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([800, 420]);
  }
  const bytes = files.reduce((sum, file) => sum + statSync(join('build', file)).size, 0);
  expect(bytes / inEnglish.length).toBeLessThan(MOST_BYTES);
});

test('the pages of items are sound, each with a head of its own, and without the data and the record', () => {
  const heads = new Set<string>();
  const languages = new Set(pages.map((file) => file.replace(/(event|chapter|article)\/.*/, '')));
  for (const file of pages) {
    const html = readFileSync(join('build', file), 'utf8');
    expect(faultsOf(html), file).toEqual([]);
    expect(html, file).not.toMatch(/"charStart"|id="claim-/);
    expect(html, file).not.toMatch(/\sstyle="/);
    // Where the lanes come later, what they say is there at once: else the largest text of the page would be its last.
    if (!/(^|\/)embed\//.test(file)) expect(html, file).toContain('data-readout');
    const head = html.slice(0, html.indexOf('<body'));
    expect(head.match(/<title>|<meta name="description"/g), file).toHaveLength(2);
    heads.add(/<title>.*?<\/title>/s.exec(html)![0] + file.replace(/(event|chapter|article)\/.*/, ''));
    if (file.includes('embed/')) expect(html, file).toContain('<meta name="robots" content="noindex"');
    else expect(html.match(/hreflang="/g)!.length, file).toBeGreaterThanOrEqual(languages.size / 2);
  }
  // Articles and chapters may share a title, events do not.
  expect(heads.size).toBeGreaterThan(pages.length * 0.9);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of an event shows its day, its details and its place, and leads on', async ({ site, page }) => {
    site.expected.push(/^failed: .*\.js$/);
    await page.goto(site.url('', '/event/september-clash/'));
    await expect(page.locator('[data-detail="event/september-clash"]')).toContainText('10 claims in 4 articles');
    await expect(page.locator('.controls')).toContainText('24 September 2023');
    await expect(page.locator('[data-drawn="banjska"]')).toBeVisible();
    // The basemap is drawn from the file that all these pages share.
    const [drawn] = await page.locator('[data-static-map] use[href*=".svg#"]').all();
    expect(await drawn!.evaluate((use) => (use as SVGUseElement).getBBox().width)).toBeGreaterThan(100);
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
    await page.locator('[data-chapters] a', { hasText: 'Clash in Zvečan' }).click();
    await expect(page).toHaveURL(/\/chapter\/zvecan\/$/);
    await expect(page.locator('[data-caption="zvecan"]').filter({ visible: true })).toContainText('Clash in Zvečan');
    await page.locator('[data-languages] summary').click();
    await page.locator('[data-languages] a[hreflang="sq"]').click();
    await expect(page).toHaveURL(/\/sq\/chapter\/zvecan\/$/);
    await page.locator('#record a').click();
    await expect(page).toHaveURL(/\/sq\/#record$/);
  });
});

test('the page of an item is the same map: its own view has its address, others the ordinary one, and Back works', async ({
  site,
  page
}) => {
  await site.open('', { folder: 'event/september-clash/' });
  const detail = page.locator('[data-detail="event/september-clash"]');
  await expect(detail).toBeVisible();
  expect(page.url()).toBe(site.url('', '/event/september-clash/'));

  // Shared and embedded, it is its page; the view as it is has the same address.
  await page.locator('[data-share]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('this event')).toBeChecked();
  await expect(dialog.getByLabel('Link', { exact: true })).toHaveValue(site.url('', '/event/september-clash/'));
  await expect(dialog.getByLabel(/iframe/).first()).toHaveValue(/\/embed\/event\/september-clash\/\?height=fixed /);
  const frame = page.frameLocator('dialog iframe:not([hidden])');
  await expect(frame.locator('[data-hydrated] h1')).toContainText('24 September 2023');
  await expect(frame.getByRole('region', { name: 'Selected' })).toContainText('Armed clash in the north');
  await page.keyboard.press('Escape');

  const slider = page.locator('[data-slider="day"]');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(site.url('?day=2023-09-25&window=day'));
  await expect(detail).toBeHidden();
  // Links still lead where they led, though the address is that of another folder.
  await expect(page.locator('nav a', { hasText: 'About the data' })).toHaveJSProperty('href', site.url('', '/about/'));
  await page.goBack();
  await expect(page).toHaveURL(site.url('', '/event/september-clash/'));
  await expect(detail).toBeVisible();
  await page.goForward();
  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', /25 September 2023/);

  // From the first view too an event is shared by its page; a view that leaves something out is shared as it is.
  await site.open('?day=2023-12-31&window=all&event=zvecan-clash');
  await page.locator('[data-share]').click();
  await expect(dialog.getByLabel('Link', { exact: true })).toHaveValue(site.url('', '/event/zvecan-clash/'));
  await dialog.getByLabel('the map as it is now').check();
  await expect(dialog.getByLabel('Link', { exact: true })).toHaveValue(
    site.url('?day=2023-12-31&window=all&event=zvecan-clash')
  );
});

test('a link that names another version of the data is met with a note, on the page of an item too', async ({
  site,
  page
}) => {
  await page.goto(site.url('?v=0.0.1', '/article/ocnal-2023-11-27/'));
  await expect(page.locator('[data-changed]')).toContainText('0.0.1');
  await expect(page.locator('[data-detail="article/ocnal-2023-11-27"]')).toBeVisible();
  await page.goto(site.url('?v=0.0.1', '/embed/event/zvecan-clash/'));
  await expect(page.locator('[data-changed]')).toContainText('0.0.1');
});
