import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import sirv from 'sirv';
import { unpackDataset } from '../../src/lib/model/packed.ts';
import { packDataset } from '../../src/lib/server/geodata/pack.ts';
import { syntheticDataset } from '../synthetic/dataset.ts';
import { syntheticColumns } from '../synthetic/generate.ts';
import { listen } from './listen.ts';
import { expect, test as base } from './site.ts';
import { BUILD, SUB_PATH } from './static-server.ts';

/*
 * The built page with other data in it: made-up events in place of those that it was built with. `MANY_EVENTS=100000` tests
 * with as many rows; by default they are fewer, as a browser reads 130 MB of data slowly.
 */

const MANY = process.env.MANY_EVENTS !== undefined;
const ROWS = Number(process.env.MANY_EVENTS ?? 10_000);
// There and back is 40 of them.
const STEPS = MANY ? 2000 : 80;
/** The script that a step may take of the main thread, in its own processor time, where the test asks for many. */
const STEP_MS = 50;
const DATA = /(<script[^>]*id="data"[^>]*>)([\s\S]*?)(<\/script>)/;

function pageOfMany(): string {
  const html = readFileSync(`${BUILD}/index.html`, 'utf8');
  const data = JSON.parse(DATA.exec(html)![2]!);
  const dataset = packDataset(syntheticDataset(unpackDataset(data.dataset), syntheticColumns({ rows: ROWS })));
  const text = JSON.stringify({ ...data, dataset }).replaceAll('<', '\\u003c');
  return html.replace(DATA, (_, open: string, __: string, close: string) => open + text + close);
}

/** The build with that page, for all tests of a worker. */
const test = base.extend<object, { served: { server: Server; origin: string } }>({
  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const files = sirv(BUILD, { dev: true });
      const page = pageOfMany();
      const server = createServer((request, response) => {
        request.url = request.url!.slice(SUB_PATH.length);
        if (!/^\/(\?|$)/.test(request.url)) return files(request, response, () => void response.writeHead(404).end());
        response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      });
      const origin = await listen(server);
      await use({ server, origin });
      server.close();
    },
    { scope: 'worker' }
  ]
});

test('with many sites the map draws counts and symbols, which can be picked, and the list is the way for the keyboard', async ({
  site,
  page
}) => {
  await site.open('?day=2023-06-30&window=week', { map: true });
  await expect(page.locator('.mark[data-mark]')).toHaveCount(0);
  const list = page.locator('[data-list="events"]');
  const first = list.locator('[data-event]').first();
  const total = Number(await first.getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(ROWS / 100);
  // Where nothing is, nothing is found; somewhere something is: a count, which parts as the map shows its places, or an
  // event.
  const canvas = page.locator('.maplibregl-canvas');
  const box = (await canvas.boundingBox())!;
  const frame = page.locator('[data-locator] .shown');
  let zoomed = 0;
  let found: string | null = null;
  for (let at = 0; at < 400 && !found; at++) {
    const [x, y] = [box.x + 20 + ((at * 37) % (box.width - 120)), box.y + 20 + ((at * 53) % (box.height - 60))];
    await page.mouse.move(x, y);
    if ((await canvas.evaluate((canvas) => (canvas as HTMLElement).style.cursor)) !== 'pointer') continue;
    const before = await frame.getAttribute('width');
    await page.mouse.click(x, y);
    const detail = page.locator('[data-detail]');
    await expect
      .poll(async () => (await detail.count()) > 0 || (await frame.getAttribute('width')) !== before)
      .toBe(true);
    if ((await detail.count()) > 0) found = await detail.getAttribute('data-detail');
    else zoomed++;
  }
  expect(zoomed).toBeGreaterThan(0);
  expect(found).toMatch(/^(event\/event|site\/site)-/);
});

test('a long list is in the document only as far as it is seen, and says how long it is', async ({ site, page }) => {
  await site.open('?day=2023-06-30&window=all');
  const items = page.locator('[data-list="events"] [data-event]');
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  const total = Number(await items.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(ROWS / 4);
  expect(await items.count()).toBeLessThan(120);
  const side = page.locator('#list');
  await side.evaluate(
    (panel) => (panel.scrollTop = panel.querySelector('[data-list="events"]')!.getBoundingClientRect().height / 2)
  );
  await expect.poll(async () => Number(await items.first().getAttribute('aria-posinset'))).toBeGreaterThan(total / 3);
  const positions = await items.evaluateAll((all) => all.map((item) => Number(item.getAttribute('aria-posinset'))));
  expect(positions).toEqual(positions.map((_, at) => positions[0]! + at));
});

test('the timeline has bars, which answer to the filters and not to the slider', async ({ site, page }) => {
  await site.open('?day=2023-06-30&window=day');
  const bars = () =>
    page
      .locator('[data-bars]')
      .evaluateAll((paths) => paths.map((path) => `${path.getAttribute('data-bars')} ${path.getAttribute('d')}`));
  // Certain ones and possible ones, in several colours.
  await expect.poll(async () => (await bars()).length).toBeGreaterThan(3);
  const all = await bars();
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /1 July/);
  expect(await bars()).toEqual(all);
  // By keyboard: rows of the list that come into view are measured then, and what stands below may move under the pointer.
  await page.locator('.filters input[type="checkbox"]').first().press('Space');
  await expect.poll(bars).not.toEqual(all);
});

/** Milliseconds of script on the main thread so far, and the bytes of the heap without what nothing holds. */
async function usedBy(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { scriptMs: 1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value, heap: usedSize };
}

/** Moves the slider day by day, there and back, a frame for each. */
const scrub = (page: Page, steps: number) =>
  page.evaluate(async (steps) => {
    const slider = document.querySelector<HTMLInputElement>('[data-slider="day"]')!;
    const start = Number(slider.value);
    for (let step = 1; step <= steps; step++) {
      slider.value = String(start + (step % 40 < 20 ? step % 40 : 40 - (step % 40)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, steps);

test('a reader of many events scrubs, plays, filters, searches, opens, goes back, and takes a file along', async ({
  site,
  page
}) => {
  if (MANY) test.slow();
  await site.open('?day=2023-06-10&window=month', { map: true });
  const counts = page.locator('#list [data-counts]');
  const before = await counts.innerText();
  await scrub(page, 40);
  const start = await usedBy(page);
  await scrub(page, STEPS);
  const end = await usedBy(page);
  await expect(counts).toHaveText(before);
  // What is kept of the events that were seen, and no more than that.
  expect(end.heap).toBeLessThan(start.heap * 1.1 + 4e6);
  if (MANY) expect((end.scriptMs - start.scriptMs) / STEPS).toBeLessThan(STEP_MS);

  const slider = page.locator('[data-slider="day"]');
  const day = await slider.getAttribute('aria-valuetext');
  await page.locator('.transport .play').click();
  await expect(slider).not.toHaveAttribute('aria-valuetext', day!);
  await page.locator('.transport .play').click();

  const kind = page.locator('.filters .kinds input').first();
  const all = await counts.innerText();
  await kind.press('Space');
  await expect(counts).not.toHaveText(all);
  await kind.press('Space');
  await expect(counts).toHaveText(all);

  const first = page.locator('[data-list="events"] [data-event] a').first();
  const title = (await first.innerText()).trim();
  await first.click();
  await expect(page.locator('[data-detail] h2')).toHaveText(title);
  await expect(page).toHaveURL(/event=event-/);
  const address = page.url();
  await page.locator('[data-neighbour="next"]').click();
  await expect(page.locator('[data-detail] h2')).not.toHaveText(title);
  await expect(page).not.toHaveURL(address);
  await page.goBack();
  await expect(page.locator('[data-detail] h2')).toHaveText(title);
  await page.locator('[data-back]').click();

  await page.locator('[data-search]').click();
  await page.locator('input[role="combobox"]').pressSequentially('Event 77');
  // The answer comes when the index is there: Enter waits for it.
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-detail="event/event-77"] h2')).toHaveText('Event 77');
  expect(page.workers().map((worker) => worker.url())).toContainEqual(expect.stringMatching(/search\.worker/));
  await page.locator('[data-back]').click();

  await page.locator('#downloads summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-make="events.geojson"]').click()
  ]);
  const features: { properties: { event: string } }[] = JSON.parse(
    readFileSync(await download.path(), 'utf8')
  ).features;
  const shown = Number(await page.locator('[data-list="events"] [data-event]').first().getAttribute('aria-setsize'));
  expect(new Set(features.map(({ properties }) => properties.event)).size).toBe(shown);
});

test('the second clock and a link to a day do on a phone what they do elsewhere', async ({ site, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await site.open('?day=2023-06-30&window=all');
  const counts = page.locator('#list [data-counts]');
  const all = await counts.innerText();
  await site.open('?day=2023-06-30&window=all&asof=day');
  await expect(counts).not.toHaveText(all);
  const known = await counts.innerText();
  await scrub(page, 3);
  await expect(counts).not.toHaveText(known);
  await page.goto(site.url('?day=2023-06-30&window=all&asof=day'));
  await expect(counts).toHaveText(known);
});
