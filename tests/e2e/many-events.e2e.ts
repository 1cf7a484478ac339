import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { markAnswer, tasksOver, type Task } from './long-tasks.ts';
import { MANY, test } from './many-site.ts';
import { expect } from './site.ts';

/*
 * The built page with other data: made-up events in place of those that it was built with, as the file that the page of a
 * large data set fetches. `MANY_EVENTS=1` tests a `build/` of as many events as it has (CONTRIBUTING.md says how one is made),
 * with 2,000 steps of the slider, and looks for long tasks.
 */

// There and back is 40 of them.
const STEPS = MANY ? 2000 : 80;
/** The script that a step may take of the main thread, in its own processor time, where the test asks for many. */
const STEP_MS = 50;
/** What a task may take of the main thread, likewise. */
const TASK_MS = 100;

test('with many sites the map draws counts and symbols, which can be picked, and the list is the way for the keyboard', async ({
  site,
  page
}) => {
  await site.open(`?day=2023-06-30&window=${MANY ? 'all' : 'week'}`, { map: true });
  await expect(page.locator('.mark[data-mark]')).toHaveCount(0);
  const list = page.locator('[data-list="events"]');
  const first = list.locator('[data-event]').first();
  const total = Number(await first.getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(100);
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
  expect(found).toMatch(MANY ? /^(event|site)\// : /^(event\/event|site\/site)-/);
});

test('until it is drawn by MapLibre, a map of many sites that moves keeps its marks without labels, and then gathers them anew', async ({
  site,
  page
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await site.open('?day=2023-06-30&window=week');
  const marks = page.locator('.mark[data-mark]');
  const labels = page.locator('.mark .label');
  const ids = () => marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-mark')).sort());
  await expect.poll(() => labels.count()).toBeGreaterThan(5);
  const before = await ids();
  // A mark may go while it has the focus.
  await marks.first().focus();
  // How many marks and labels there are at each change.
  await page.locator('.overlay').evaluate((overlay) => {
    const seen: [number, number][] = ((window as unknown as { seen: [number, number][] }).seen = []);
    const count = (selector: string) => overlay.querySelectorAll(selector).length;
    new MutationObserver(() => seen.push([count('.mark[data-mark]'), count('.mark .label')])).observe(overlay, {
      subtree: true,
      childList: true
    });
  });
  await page.setViewportSize({ width: 1000, height: 500 });
  await expect.poll(ids).not.toEqual(before);
  await expect.poll(() => labels.count()).toBeGreaterThan(0);
  const seen = await page.evaluate(() => (window as unknown as { seen: [number, number][] }).seen);
  expect(seen.filter(([, labels]) => labels === 0).length).toBeGreaterThan(0);
  expect(seen.filter(([marks]) => marks === 0)).toEqual([]);
});

test('a long list is in the document only as far as it is seen, and says how long it is', async ({ site, page }) => {
  await site.open('?day=2023-06-30&window=all');
  const items = page.locator('[data-list="events"] [data-event]');
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  const total = Number(await items.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(2500);
  expect(await items.count()).toBeLessThan(120);
  const side = page.locator('#list');
  await side.evaluate(
    (panel) => (panel.scrollTop = panel.querySelector('[data-list="events"]')!.getBoundingClientRect().height / 2)
  );
  await expect.poll(async () => Number(await items.first().getAttribute('aria-posinset'))).toBeGreaterThan(total / 3);
  const positions = await items.evaluateAll((all) => all.map((item) => Number(item.getAttribute('aria-posinset'))));
  expect(positions).toEqual(positions.map((_, at) => positions[0]! + at));
});

test('a long list without a box, as in a hidden frame, makes no more than its beginning', async ({ site, page }) => {
  await site.open('?day=2023-06-30&window=all');
  const items = page.locator('[data-list="events"] [data-event]');
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  await page.locator('main').evaluate((main) => (main.style.display = 'none'));
  await scrub(page, 3);
  expect(await items.count()).toBeLessThan(120);
});

test('the timeline has bars, which answer to the filters and not to the slider', async ({ site, page }) => {
  await site.open('?day=2023-06-30&window=day');
  const bars = () =>
    page
      .locator('[data-bars]')
      .evaluateAll((paths) => paths.map((path) => `${path.getAttribute('data-bars')} ${path.getAttribute('d')}`));
  // Certain ones and possible ones, in several colours; kinds that were imported have one.
  await expect.poll(async () => (await bars()).length).toBeGreaterThan(MANY ? 1 : 3);
  const all = await bars();
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /1 July/);
  expect(await bars()).toEqual(all);
  // By keyboard: rows of the list that come into view are measured then, and what stands below may move under the pointer.
  await page.locator('.filters input[type="checkbox"]').first().press('Space');
  await expect.poll(bars).not.toEqual(all);
});

/** Milliseconds of script on the main thread that `act` takes, and the bytes of the heap before and after it that something holds. */
async function usedBy(page: Page, act: () => Promise<void>) {
  const session = await page.context().newCDPSession(page);
  // Counted from here on.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { scriptMs: 1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value, heap: usedSize };
  };
  const start = await read();
  await act();
  const end = await read();
  await session.detach();
  return { scriptMs: end.scriptMs - start.scriptMs, before: start.heap, after: end.heap };
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

/** What a reader does, step by step; `during` is told of each. */
async function readMany(page: Page, during: (what: string, act: () => Promise<void>) => Promise<void>) {
  const counts = page.locator('#list [data-counts]');
  const slider = page.locator('[data-slider="day"]');
  const title = page.locator('[data-detail] h2');
  const before = await counts.innerText();
  await during('scrub', () => scrub(page, 40));
  const used = await usedBy(page, () => scrub(page, STEPS));
  await expect(counts).toHaveText(before);
  // What is kept of the events that were seen, and no more than that.
  expect(used.after).toBeLessThan(used.before + 4e6);
  expect(used.scriptMs).toBeGreaterThan(0);
  if (MANY) expect(used.scriptMs / STEPS).toBeLessThan(STEP_MS);

  await during('play', async () => {
    const day = await slider.getAttribute('aria-valuetext');
    await page.locator('.transport .play').click();
    await expect(slider).not.toHaveAttribute('aria-valuetext', day!);
    await page.locator('.transport .play').click();
  });

  await during('filter', async () => {
    const kind = page.locator('.filters .kinds input').first();
    const all = await counts.innerText();
    await kind.press('Space');
    await expect(counts).not.toHaveText(all);
    await kind.press('Space');
    await expect(counts).toHaveText(all);
  });

  const first = page.locator('[data-list="events"] [data-event] a').first();
  const name = (await first.innerText()).trim();
  await during('choose', async () => {
    await first.click();
    await expect(title).toHaveText(name);
    await expect(page).toHaveURL(MANY ? /event=/ : /event=event-/);
  });
  const address = page.url();
  await during('next', async () => {
    await page.locator('[data-neighbour="next"]').click();
    await expect(title).not.toHaveText(name);
    await expect(page).not.toHaveURL(address);
  });
  await during('back', async () => {
    await page.goBack();
    await expect(title).toHaveText(name);
  });
  await during('back to the list', async () => {
    await page.locator('[data-back]').click();
    await expect(first).toBeVisible();
  });

  await during('search', async () => {
    await page.locator('[data-search]').click();
    await page.locator('input[role="combobox"]').pressSequentially('Event 77');
    // The answer comes when the index is there: Enter waits for it.
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('Event 77', { timeout: 60_000 });
    if (!MANY) await expect(page.locator('[data-detail="event/event-77"]')).toBeVisible();
    expect(page.workers().map((worker) => worker.url())).toContainEqual(expect.stringMatching(/search\.worker/));
    await page.locator('[data-back]').click();
    await expect(page).not.toHaveURL(/event=/);
  });

  await during('second clock', async () => {
    const everything = await counts.innerText();
    await page.evaluate(() => {
      history.pushState(null, '', `${location.search}&asof=day`);
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(counts).not.toHaveText(everything);
    await scrub(page, 40);
    await page.goBack();
    await expect(counts).toHaveText(everything);
  });

  await during('link', async () => {
    await page.locator('[data-share]').click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await page.locator('#downloads summary').click();
  for (const file of ['claims.csv', 'dataset.json', 'claims.jsonld', 'events.geojson'])
    await during(file, async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-make="${file}"]`).click()
      ]);
      if (file !== 'events.geojson') return;
      const { features } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
        features: { properties: { event: string } }[];
      };
      const shown = await page.locator('[data-list="events"] [data-event]').first().getAttribute('aria-setsize');
      expect(new Set(features.map(({ properties }) => properties.event)).size).toBe(Number(shown));
    });
}

const SCREENS = {
  'a wide screen': { width: 1280, height: 800 },
  ...(MANY && { 'a phone': { width: 390, height: 844 } })
};
for (const [name, size] of Object.entries(SCREENS))
  test(`a reader of many events scrubs, plays, filters, opens, goes back, searches, and takes a file along, on ${name}`, async ({
    site,
    page
  }) => {
    if (MANY) test.setTimeout(1_200_000);
    await page.setViewportSize(size);
    const long: Record<string, Task[]> = {};
    const during = async (what: string, act: () => Promise<void>) => {
      const tasks = MANY ? await tasksOver(TASK_MS, page, act) : (await act(), []);
      if (tasks.length) long[what] = tasks;
    };
    await markAnswer(page);
    const query = `?day=2023-06-10&window=${MANY ? 'all' : 'month'}`;
    await during('arrive', () => site.open(query, { map: true }));
    await readMany(page, during);
    expect(long).toEqual({});
  });

test('a picture of many events, and the preview of their embed, come when they are asked for', async ({
  site,
  page
}) => {
  await site.open('?day=2023-06-10&window=day');
  await page.locator('#downloads summary').click();
  const picture = page.locator('#downloads img[data-picture]');
  const file = page.locator('[data-picture-file="svg"]');
  await expect(file).toBeVisible();
  await expect(picture).toHaveCount(0);
  await Promise.all([page.waitForEvent('download'), file.click()]);
  await expect(picture).toBeVisible();
  await scrub(page, 1);
  // It is of the view that was.
  await expect(picture).toHaveCount(0);

  await page.locator('[data-share]').click();
  const frame = page.locator('dialog[open] iframe');
  await expect(page.locator('dialog[open] summary')).toBeVisible();
  await expect(frame).toHaveCount(0);
  await page.locator('dialog[open] summary').click();
  await expect(frame).toBeVisible();
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
