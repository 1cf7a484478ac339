import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test, type Site } from './site.ts';

const html = readFileSync('build/index.html', 'utf8');
/** What the page starts with, by file name. All other scripts come with an island, or when something is asked for. */
const INITIAL = new Set([...html.matchAll(/rel="modulepreload" href="[^"]*\/([^"/]+)"/g)].map((match) => match[1]!));

/** Holds scripts back as a slow line does, until it is called. */
async function hold(page: Page, which: 'initial' | 'later'): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    const initial = INITIAL.has(route.request().url().split('/').at(-1)!);
    if (initial === (which === 'initial')) await released;
    await route.continue();
  });
  return release;
}

const hydrated = (page: Page) => page.locator('[data-hydrated]').waitFor({ state: 'attached' });
const slider = (page: Page) => page.locator('[data-slider="day"]');
const filters = (page: Page) => page.locator('.filters');

/** The page is interactive, its islands are prerendered HTML; then `press`, then the islands' scripts come. */
async function pressBeforeIslands(site: Site, query: string, press: () => Promise<void>) {
  const release = await hold(site.page, 'later');
  await site.page.goto(site.url(query));
  await hydrated(site.page);
  await press();
  await expect(site.page.locator('[data-island="waiting"]').first()).toBeAttached();
  release();
}

/** Opens the page while its scripts are held: neither `load` nor `DOMContentLoaded` come before them. */
async function openHeld(site: Site) {
  // However busy this machine is, the page is not given up: that is missing-files.e2e.ts.
  await site.page.addInitScript(() => {
    const after = window.setTimeout;
    window.setTimeout = ((run: () => void, ms?: number) => (ms === 4000 ? 0 : after(run, ms))) as typeof setTimeout;
  });
  await site.page.goto(site.url(), { waitUntil: 'commit' });
  await site.page.locator('footer').last().waitFor();
}

test.describe('what is pressed in an island before it is hydrated happens once it is', () => {
  test('a button', async ({ site, page }) => {
    await pressBeforeIslands(site, '', () => page.getByRole('button', { name: 'Share' }).click());
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('a link, which leads on from what is shown', async ({ site, page }) => {
    await pressBeforeIslands(site, '?day=2023-05-29', async () => {
      await slider(page).press('ArrowRight');
      await site.openLanguages();
      await page.locator('header a[hreflang="sq"]').click();
    });
    await expect(page).toHaveURL(/\/sq\/\?.*day=2023-05-30/);
  });

  test('a checkbox, once', async ({ site, page }) => {
    const box = filters(page).getByRole('checkbox').first();
    await pressBeforeIslands(site, '', async () => {
      await box.click();
      await expect(box, 'it waits').toBeChecked();
    });
    await expect(box).not.toBeChecked();
    await expect(page).toHaveURL(/hide=/);
  });

  test('a checkbox of an island that is mounted anew, as what it shows has changed', async ({ site, page }) => {
    const box = filters(page).getByRole('checkbox').first();
    await pressBeforeIslands(site, '', async () => {
      await box.click();
      await slider(page).press('ArrowLeft');
    });
    await expect(box).not.toBeChecked();
    await expect(page).toHaveURL(/day=2023-12-30.*hide=/);
  });

  test('a part that was opened stays open, and has what it makes then', async ({ site, page }) => {
    await pressBeforeIslands(site, '', () => page.locator('#downloads summary').click());
    await expect(page.locator('[data-make="events.geojson"]')).toBeVisible();
  });

  test('a mark of the timeline, which is SVG and mounted anew', async ({ site, page }) => {
    await pressBeforeIslands(site, '', () => page.locator('[data-lane="events"] [data-event="zvecan-clash"]').click());
    await expect(page.locator('[data-detail="event/zvecan-clash"]')).toBeVisible();
  });
});

test.describe('before the page is hydrated', () => {
  test('it shows what it shows after it', async ({ site, page }) => {
    const release = await hold(page, 'initial');
    await openHeld(site);
    await expect(page.locator('[data-hydrated]')).not.toBeAttached();
    const shown = () =>
      page.evaluate(() => ({
        now: document.querySelector('.now')!.textContent,
        list: document.querySelector('#list [data-list]')!.textContent,
        troops: document.querySelector('[data-troops]')!.textContent,
        slider: document.querySelector<HTMLInputElement>('[data-slider="day"]')!.value
      }));
    const before = await shown();
    expect(before.list).toContain('Zvečan');
    release();
    await hydrated(page);
    expect(await shown()).toEqual(before);
  });

  test('a link of the list opens its event without the script', async ({ site, page }) => {
    await hold(page, 'initial');
    await openHeld(site);
    await page.locator('#list [data-event="zvecan-clash"] a').first().click({ noWaitAfter: true });
    await expect(page).toHaveURL(/event\/zvecan-clash\/$/);
  });

  test('a pressed button acts once the page is hydrated', async ({ site, page }) => {
    const release = await hold(page, 'initial');
    await openHeld(site);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('dialog')).not.toBeAttached();
    release();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('a checkbox of an island waits for the page, and then for the island', async ({ site, page }) => {
    const release = await hold(page, 'initial');
    await openHeld(site);
    const box = filters(page).getByRole('checkbox').first();
    await box.click();
    await expect(box).toBeChecked();
    release();
    await expect(box).not.toBeChecked();
    await expect(page).toHaveURL(/hide=/);
  });

  test('a mark of the timeline waits for the page, and then for the island', async ({ site, page }) => {
    const release = await hold(page, 'initial');
    await openHeld(site);
    await page.locator('[data-lane="events"] [data-event="zvecan-clash"]').click();
    release();
    await expect(page.locator('[data-detail="event/zvecan-clash"]')).toBeVisible();
  });

  test('the slider and the choice of names keep what the reader sets', async ({ site, page }) => {
    const release = await hold(page, 'initial');
    await openHeld(site);
    const before = Number(await slider(page).inputValue());
    await slider(page).press('ArrowLeft');
    await slider(page).press('ArrowLeft');
    await site.openLanguages();
    await page.locator('header select').selectOption('sq');
    release();
    await hydrated(page);
    await expect(page).toHaveURL(/names=sq/);
    expect(Number(await slider(page).inputValue())).toBe(before - 2);
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /29 December 2023/);
  });
});

test('an island whose script cannot be had says so, stays readable, takes no input, and can be tried again', async ({
  site,
  page
}) => {
  site.expected.push(/^failed:/, /ERR_FAILED/);
  let missing = true;
  await page.route('**/_app/immutable/**/*.js', (route) =>
    !missing || INITIAL.has(route.request().url().split('/').at(-1)!) ? route.continue() : route.abort()
  );
  await page.goto(site.url());
  await hydrated(page);
  const island = page.locator('[data-island="lost"]', { has: page.getByText('Kinds of event') });
  await expect(island).toHaveAttribute('inert', '');
  await expect(filters(page).getByRole('checkbox', { includeHidden: true }).first()).toBeVisible();
  missing = false;
  await filters(page).getByRole('button', { name: 'Try again' }).click();
  await expect(island).not.toBeAttached();
  await filters(page).getByRole('checkbox').first().click();
  await expect(page).toHaveURL(/hide=/);
});
