import type { Page } from '@playwright/test';
import { dayIn, ELEMENT, expect, hydrated, inside, test } from './embedding-host.ts';
import { findShell } from './find-browser.ts';

// Browsers keep some 16 contexts of the graphics card for all frames; here six, so that not all twenty maps have to draw.
test.use({
  launchOptions: {
    executablePath: findShell() ?? undefined,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--max-active-webgl-contexts=6']
  }
});

/** How many of the frames hold a context. */
const contexts = async (page: Page) => {
  const counts = await Promise.all(page.frames().map((frame) => frame.locator('.maplibregl-canvas').count()));
  return counts.reduce((sum, count) => sum + count, 0);
};
const stateOf = (page: Page, nth: number) => inside(page, nth).locator('[data-map-state]');
const READY = /^ready$/;

test('twenty maps on one page each show their own view, and hand on the graphics card as the reader goes by', async ({
  host,
  page
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /WebGL|context/i.test(message.text())) complaints.push(message.text());
  });
  await page.setViewportSize({ width: 400, height: 500 });
  const days = Array.from({ length: 20 }, (_, at) => `2023-09-${String(at + 10)}`);
  const maps = days.map((day) => `<${ELEMENT} day="${day}" window="day" controls="0"></${ELEMENT}>`);
  await host.open(`<script src="${host.map}embed.js"></script>${maps.join('<p style="height:600px">Text.</p>')}`);
  host.letMapCome();
  const goTo = (nth: number) =>
    page
      .locator(ELEMENT)
      .nth(nth)
      .evaluate((map) => map.scrollIntoView());
  let before: number | null = null;
  for (const [nth, day] of days.entries()) {
    // At a reader's pace: a map lets go two seconds after it was seen.
    await expect.poll(() => contexts(page)).toBeLessThan(5);
    await goTo(nth);
    await hydrated(inside(page, nth));
    await expect(dayIn(inside(page, nth))).toHaveAttribute('datetime', day);
    await expect(inside(page, nth).locator('.stage svg').first()).toBeVisible();
    if (nth % 7 !== 0) continue;
    // Without contexts that are handed on, the browser would take some away, and say so.
    await expect(stateOf(page, nth)).toHaveAttribute('data-map-state', READY);
    if (before !== null) await expect(stateOf(page, before)).toHaveAttribute('data-map-state', 'loading');
    before = nth;
  }
  // Gone back to, a map is drawn again, and shows what it showed.
  await goTo(0);
  await expect(stateOf(page, 0)).toHaveAttribute('data-map-state', READY);
  await expect(dayIn(inside(page, 0))).toHaveAttribute('datetime', days[0]!);
  expect(complaints).toEqual([]);
});
