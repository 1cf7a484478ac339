import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './site.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

type Finger = { x: number; y: number };

/** Fingers that go from one place to another in steps, as the browser's own gestures see them. */
async function move(client: CDPSession, from: Finger[], to: Finger[], steps = 10) {
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: from });
  for (let step = 1; step <= steps; step++) {
    const touchPoints = from.map(({ x, y }, at) => ({
      x: x + ((to[at]!.x - x) * step) / steps,
      y: y + ((to[at]!.y - y) * step) / steps
    }));
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const centre = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));
/** Where the marks are in the map's frame: the same as long as the camera is. */
const marks = (page: Page) =>
  page.locator('.stage').evaluate((stage) => {
    const { x, y } = stage.getBoundingClientRect();
    return [...stage.querySelectorAll('.mark')].map((mark) => {
      const box = mark.getBoundingClientRect();
      return [
        mark.getAttribute('data-mark'),
        Math.round(box.x + box.width / 2 - x),
        Math.round(box.y + box.height / 2 - y)
      ];
    });
  });
/** Pixels between the two sites that are furthest apart: it grows as the map is zoomed in. */
const spread = async (page: Page) => {
  const heights = (await marks(page)).map(([, , y]) => y as number);
  return Math.max(...heights) - Math.min(...heights);
};

test('a finger on the slider moves the day, and neither the page nor the map', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=all');
  const client = await page.context().newCDPSession(page);
  const slider = page.locator('[data-slider="day"]');
  const before = { day: Number(await slider.inputValue()), scrolled: await scrolled(page) };
  const box = (await slider.boundingBox())!;
  const [min, max] = [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max'))];
  const thumb = { x: box.x + 16 + ((box.width - 32) * (before.day - min)) / (max - min), y: box.y + box.height / 2 };
  const stage = await page.locator('.stage').boundingBox();
  // Not quite level, as a thumb goes.
  await move(client, [thumb], [{ x: thumb.x + 100, y: thumb.y - 14 }]);
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(before.day + 60);
  expect(await scrolled(page)).toBe(before.scrolled);
  expect(await page.locator('.stage').boundingBox()).toEqual(stage);
});

test('on the map one finger scrolls the page, two zoom, and so does a double tap', async ({ site, page }) => {
  await site.open('?day=2023-12-07&window=all', { map: true });
  const client = await page.context().newCDPSession(page);
  // Beside the marks.
  const box = (await page.locator('.stage').boundingBox())!;
  const at = { x: box.x + 60, y: box.y + box.height * 0.6 };
  const before = await marks(page);

  await move(client, [at], [{ x: at.x, y: at.y - 150 }]);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
  expect(await marks(page), 'the map has not moved').toEqual(before);
  await page.evaluate(() => scrollTo(0, 0));

  const middle = await centre(page, '.stage');
  const narrow = await spread(page);
  await move(
    client,
    [
      { x: middle.x - 30, y: middle.y },
      { x: middle.x + 30, y: middle.y }
    ],
    [
      { x: middle.x - 90, y: middle.y },
      { x: middle.x + 90, y: middle.y }
    ]
  );
  await expect.poll(() => spread(page)).toBeGreaterThan(narrow * 1.3);
  expect(await page.evaluate(() => visualViewport!.scale), 'the page itself is not zoomed').toBe(1);

  const zoomed = await spread(page);
  for (let tap = 0; tap < 2; tap++) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  await expect.poll(() => spread(page)).toBeGreaterThan(zoomed * 1.3);
});
