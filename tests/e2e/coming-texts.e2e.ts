import type { Page, Route } from '@playwright/test';
import { test } from './many-site.ts';
import { expect, type Site } from './site.ts';

/*
 * Of a large data set the page fetches the head, and then the texts of its events: what it does until they are there, and
 * where they do not come.
 */

const TEXTS = '**/texts-en-*.json';
const number = (url: string) => Number(/texts-en-(\d+)/.exec(url)![1]);
const counts = (page: Page) => page.locator('#list [data-counts]');
const items = (page: Page) => page.locator('[data-list="events"] [data-event]');
/** In place of the list. */
const coming = (page: Page) => page.locator('#list .coming').first();

/** Holds texts back until `release`, all of them or those of one file; `asked`: the numbers of the files in the order in which they were asked for. */
async function held(page: Page, only?: number) {
  const waiting: Route[] = [];
  const asked: number[] = [];
  let held = only;
  let open = false;
  await page.route(TEXTS, (route) => {
    const file = number(route.request().url());
    asked.push(file);
    if (open || (held !== undefined && file !== held)) return route.continue();
    waiting.push(route);
  });
  const release = async () => {
    open = true;
    await Promise.all(waiting.splice(0).map((route) => route.continue()));
  };
  /** Answers the requests that wait, and goes on holding. */
  const releaseWaiting = () => Promise.all(waiting.splice(0).map((route) => route.continue()));
  /** Holds back only those of a file from now on, and answers the others that wait. */
  const holdOnly = async (file: number) => {
    held = file;
    const others = waiting.splice(0).filter((route) => number(route.request().url()) !== file || !waiting.push(route));
    await Promise.all(others.map((route) => route.continue()));
  };
  return { asked, release, releaseWaiting, holdOnly, waiting };
}

async function hydrated(site: Site, page: Page, query: string, folder = '/') {
  await page.goto(site.url(query, folder));
  await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
}

test('before the texts are there the slider, the counts, the filters and the map answer, and the list says that they are on their way', async ({
  site,
  page
}) => {
  const texts = await held(page);
  await hydrated(site, page, '?day=2023-06-30&window=week');
  await expect(coming(page)).toBeVisible();
  await expect(items(page)).toHaveCount(0);
  const before = await counts(page).innerText();
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(counts(page)).not.toHaveText(before);
  const after = await counts(page).innerText();
  await page.locator('.filters input[type="checkbox"]').first().click();
  await expect(counts(page)).not.toHaveText(after);
  await page.locator('.filters input[type="checkbox"]').first().click();
  await expect(counts(page)).toHaveText(after);
  await expect(page.locator('[data-coverage]')).toHaveText('Descriptions are still loading.');
  site.letMapCome();
  await page.locator('[data-map-state="ready"]').waitFor();
  await expect.poll(() => page.locator('[data-bars]').count()).toBeGreaterThan(0);

  await texts.release();
  await expect(items(page).first()).toBeVisible();
  await expect(page.locator('#list .coming')).toHaveCount(0);
  await expect(counts(page)).toHaveText(after);
  await expect(page.locator('[data-coverage]')).not.toHaveText('Descriptions are still loading.');
});

test('what is shown comes before the rest, and each file once', async ({ site, page }) => {
  const texts = await held(page);
  await hydrated(site, page, '?day=2023-12-20&window=day');
  await expect.poll(() => texts.waiting.length).toBe(2);
  await expect(coming(page)).toBeVisible();
  const last = await page.evaluate(async () => {
    const { dataFile } = JSON.parse(document.getElementById('data')!.textContent!) as { dataFile: string };
    const { head } = (await (await fetch(dataFile)).json()) as { head: { files: string[] } };
    return head.files.length - 1;
  });
  expect(last).toBeGreaterThan(3);
  // The slider has moved on since: what is seen now comes next.
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await texts.releaseWaiting();
  await expect.poll(() => texts.asked).toContain(last);
  await texts.release();
  await expect(items(page).first()).toBeVisible();
  await expect.poll(() => [...texts.asked].sort()).toEqual(Array.from({ length: last + 1 }, (_, at) => at));
});

const detail = (page: Page) => page.locator('[data-detail]');

for (const window of ['day', 'week'])
  test(`while descriptions are on their way, what stands below a list of a ${window} is out of view, as it will be`, async ({
    site,
    page
  }) => {
    const texts = await held(page);
    await hydrated(site, page, `?day=2023-06-30&window=${window}`);
    await expect(coming(page)).toBeVisible();
    const filters = page.locator('#list .filters');
    const below = () => filters.evaluate((element) => element.getBoundingClientRect().top - innerHeight);
    expect(await below()).toBeGreaterThan(0);
    await texts.release();
    await expect(items(page).first()).toBeVisible();
    expect(await below()).toBeGreaterThan(0);
  });

test('what was before the window asks for its texts once it is opened', async ({ site, page }) => {
  const texts = await held(page);
  await hydrated(site, page, '?day=2023-06-30&window=day');
  await expect(coming(page)).toBeVisible();
  const before = page.locator('#list details').filter({ hasText: 'Before this day' });
  const list = before.locator('[data-list="past"]');
  await expect(before).toBeVisible();
  await expect(list).toHaveCount(0);
  await before.locator('summary').click();
  await expect(list.locator('.coming')).toBeVisible();
  await texts.release();
  await expect(list.locator('[data-event]').first()).toBeVisible();
});

test('an event on the list opens at once, and a claim when all texts are there, unless the reader goes back', async ({
  site,
  page
}) => {
  const texts = await held(page, 0);
  await hydrated(site, page, '?day=2023-06-30&window=day');
  await expect(items(page).first()).toBeVisible();
  const first = (await items(page).first().getAttribute('data-event'))!;
  await items(page).first().locator('a').first().click();
  await expect(detail(page)).toHaveAttribute('data-detail', `event/${first}`);
  await expect(detail(page).locator('[data-claim]').first()).toBeVisible();
  await expect(detail(page).locator('[data-neighbour="next"]')).toHaveAttribute('aria-disabled', 'false');
  const toClaim = page.locator('[data-claim]').first().getByRole('link', { name: 'this claim' });
  await toClaim.click();
  await expect(coming(page)).toBeVisible();
  await page.locator('#list').getByRole('button', { name: 'list' }).click();
  await expect(items(page).first()).toBeVisible();
  await items(page).first().locator('a').first().click();
  await toClaim.click();
  await expect(coming(page)).toBeVisible();
  await texts.release();
  await expect(detail(page)).toHaveAttribute('data-detail', /^claim\//);
});

test('the address of an event has its texts fetched before all others, and is not kept waiting by them', async ({
  site,
  page
}) => {
  const texts = await held(page);
  await page.goto(site.url('?day=2023-11-01&window=day&EVENT=Event-8000'));
  await expect.poll(() => texts.waiting.length).toBe(1);
  await page.waitForTimeout(2000);
  expect(texts.asked).toHaveLength(1);
  await texts.holdOnly(0);
  await texts.releaseWaiting();
  await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await expect(detail(page)).toHaveAttribute('data-detail', 'event/event-8000');
  await expect(detail(page).locator('[data-claim]').first()).toBeVisible();
  await expect.poll(() => texts.waiting.length).toBe(1);
  await texts.release();
  await expect(page.locator('[data-coverage]')).not.toHaveText('Descriptions are still loading.');
  expect([...texts.asked].sort()).toEqual([...new Set(texts.asked)].sort());
});

test('an address that names an event that is not there says so, and waits for no texts', async ({ site, page }) => {
  await held(page);
  await hydrated(site, page, '?day=2023-06-30&event=no-such-event');
  await expect(page.getByText('has been ignored: event')).toBeVisible();
});

test('a place opens at once, and says that what happened there is on its way', async ({ site, page }) => {
  const texts = await held(page);
  await hydrated(site, page, '?day=2023-06-30&site=site-10');
  await expect(detail(page)).toHaveAttribute('data-detail', 'site/site-10');
  await expect(detail(page).locator('h2')).toHaveText('Site 10');
  await expect(detail(page).locator('.coming')).toBeVisible();
  await texts.release();
  await expect(detail(page).locator('[data-event]').first()).toBeVisible();
});

test('texts that do not come are told as lost, and come when they are asked for again', async ({ site, page }) => {
  site.expected.push(/texts-en/, /Failed to load resource/);
  let lost = true;
  await page.route(TEXTS, (route) => (lost ? route.abort() : route.continue()));
  await hydrated(site, page, '?day=2023-06-30&window=week');
  const again = page.locator('#list').getByRole('button', { name: 'did not load' }).first();
  await expect(again).toBeVisible();
  const coverage = page.locator('[data-coverage]');
  await expect(coverage).toHaveText('Descriptions could not be loaded.');
  lost = false;
  await again.click();
  await expect(items(page).first()).toBeVisible();
  await expect(coverage).toHaveText(/described/);
  // What waited for all of them works too.
  await page.locator('[data-search]').click();
  await page.locator('dialog[open] input').fill('event 12');
  await expect(page.locator('dialog[open] [role="option"]').first()).toBeVisible();
});

/** An embed in a page that listens: `told` has its messages of a type. */
async function embedded(site: Site, page: Page) {
  await page.goto(site.url('', '/about/'));
  await page.evaluate(
    (src) => {
      const told = ((window as unknown as { told: object[] }).told = []) as object[];
      addEventListener('message', ({ data }) => told.push(data));
      document.body.replaceChildren(Object.assign(document.createElement('iframe'), { src, width: 700, height: 500 }));
    },
    site.url('?day=2023-06-30', '/embed/')
  );
  const told = (type: string) =>
    page.evaluate(
      (type) =>
        (
          window as unknown as { told: { type: string; state?: { selection: unknown }; problem?: string }[] }
        ).told.filter((message) => message.type === type),
      type
    );
  await expect.poll(async () => (await told('ready')).length).toBe(1);
  const select = (id: string) =>
    page.evaluate(
      (id) =>
        document
          .querySelector('iframe')!
          .contentWindow!.postMessage(
            { protocol: 'map-embed', version: 1, type: 'select', selection: { type: 'event', id } },
            '*'
          ),
      id
    );
  return { told, select };
}

test('a page around an embed that asks for an event is answered when its texts are there, and not before', async ({
  site,
  page
}) => {
  const ids: string[] = [];
  await page.route('**/ids-en-*.json', (route) => {
    ids.push(route.request().url());
    return route.continue();
  });
  const texts = await held(page);
  const { told, select } = await embedded(site, page);
  await expect.poll(() => texts.waiting.length).toBe(2);
  await select('event-9000');
  await select('event-4000');
  await page.waitForTimeout(500);
  expect(await told('error')).toEqual([]);
  expect(await told('change')).toEqual([]);
  // The last file of all stays away.
  await texts.holdOnly(4);
  await expect
    .poll(async () => (await told('change')).at(-1)?.state?.selection)
    .toEqual({ type: 'event', id: 'event-4000' });
  await select('no-such-event');
  await expect.poll(async () => (await told('error')).at(-1)?.problem).toBe('no event "no-such-event"');
  expect(ids.length).toBeLessThanOrEqual(3);
});

test('a page around an embed is told where the texts of what it asked for are lost', async ({ site, page }) => {
  site.expected.push(/texts-en/, /Failed to load resource/);
  const waiting: Route[] = [];
  await page.route(TEXTS, (route) => void waiting.push(route));
  const { told, select } = await embedded(site, page);
  await expect.poll(() => waiting.length).toBe(2);
  await select('event-4000');
  await page.unroute(TEXTS);
  await page.route(TEXTS, (route) => route.abort());
  await Promise.all(waiting.map((route) => route.abort()));
  await expect.poll(async () => (await told('error')).at(-1)?.problem).toBe('the data could not be fetched');
});

test('Back to an event whose texts are yet to come opens it once they are there', async ({ site, page }) => {
  const texts = await held(page);
  await texts.release();
  await hydrated(site, page, '?event=event-8000');
  await expect(detail(page)).toHaveAttribute('data-detail', 'event/event-8000');
  await detail(page).locator('[data-neighbour="next"]').click();
  await expect(detail(page)).not.toHaveAttribute('data-detail', 'event/event-8000');
  await expect.poll(() => page.url()).not.toContain('event-8000');
  await page.locator('[data-back]').click();
  await expect.poll(() => page.url()).not.toContain('event=');
  await page.unrouteAll();
  const later = await held(page);
  await page.reload();
  await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await page.goBack();
  await page.goBack();
  await page.waitForTimeout(500);
  await expect(page.getByText('has been ignored')).toHaveCount(0);
  await later.release();
  await expect(detail(page)).toHaveAttribute('data-detail', 'event/event-8000');
  await expect(page.getByText('has been ignored')).toHaveCount(0);
});
