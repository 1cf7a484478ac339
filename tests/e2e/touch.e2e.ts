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

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));
const pageScale = (page: Page) => page.evaluate(() => visualViewport!.scale);
/** A number once it has been the same over several frames. */
async function settled(read: () => Promise<number>): Promise<number> {
  for (let last = await read(), same = 0; ;) {
    const now = await read();
    same = now === last ? same + 1 : 0;
    last = now;
    if (same === 5) return now;
  }
}
/** Runs a gesture that scrolls the page, and waits until the page rests: it goes on by itself after a flick. */
async function untilAtRest(page: Page, gesture: () => Promise<void>) {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    delete dataset.atRest;
    addEventListener('scrollend', () => (dataset.atRest = ''), { once: true });
  });
  await gesture();
  await page.locator('html[data-at-rest]').waitFor();
  await settled(() => scrolled(page));
}
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

/** Two fingers that begin at these places and part to three times their distance. */
async function pinch(client: CDPSession, from: [Finger, Finger]) {
  const [{ x: ax, y: ay }, { x: bx, y: by }] = from;
  await move(client, from, [
    { x: ax - (bx - ax), y: ay - (by - ay) },
    { x: bx + (bx - ax), y: by + (by - ay) }
  ]);
}

test('on the map one finger scrolls the page, two zoom, and so does a double tap', async ({ site, page }) => {
  await site.open('?day=2023-12-07&window=all', { map: true });
  const client = await page.context().newCDPSession(page);
  const box = (await page.locator('.stage').boundingBox())!;
  // Beside the marks.
  const at = { x: box.x + 60, y: box.y + box.height * 0.6 };
  const before = await marks(page);

  await untilAtRest(page, () => move(client, [at], [{ x: at.x, y: at.y - 150 }]));
  expect(await scrolled(page)).toBeGreaterThan(50);
  expect(await marks(page), 'the map has not moved').toEqual(before);
  await untilAtRest(page, () => page.evaluate(() => scrollTo(0, 0)));
  expect(await scrolled(page)).toBe(0);

  const narrow = await spread(page);
  await pinch(client, [at, { x: at.x + 30, y: at.y }]);
  await expect.poll(() => spread(page)).toBeGreaterThan(narrow * 1.3);
  expect(await pageScale(page), 'the page itself is not zoomed').toBe(1);
  expect(await scrolled(page), 'nor scrolled').toBe(0);

  const zoomed = await settled(() => spread(page));
  // At the times of a quick hand, however slow the machine is.
  const now = Date.now() / 1000;
  for (const down of [now, now + 0.15]) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at], timestamp: down });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: down + 0.05 });
  }
  await expect.poll(() => spread(page)).toBeGreaterThan(zoomed * 1.3);
});

test('scrolling the page twice over the map is no double tap', async ({ site, page }) => {
  await site.open('?day=2023-12-07&window=all', { map: true });
  const client = await page.context().newCDPSession(page);
  const box = (await page.locator('.stage').boundingBox())!;
  const at = { x: box.x + 60, y: box.y + box.height * 0.7 };
  const before = await marks(page);
  await move(client, [at], [{ x: at.x, y: at.y - 50 }], 5);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(20);
  // The same place of the map, which has gone up with the page.
  const there = { x: at.x, y: at.y - (await scrolled(page)) };
  await untilAtRest(page, () => move(client, [there], [{ x: at.x, y: there.y - 80 }], 5));
  expect(await scrolled(page)).toBeGreaterThan(60);
  expect(await marks(page), 'the map has not moved').toEqual(before);
});

test('two fingers zoom the map wherever they come down: on marks, on one and beside it, and while the page scrolls', async ({
  site,
  page
}) => {
  await site.open('?day=2023-12-07&window=all', { map: true });
  const client = await page.context().newCDPSession(page);
  const home = await spread(page);
  const selection = page.locator('[data-detail]');
  const expectZoom = async (fingers: [Finger, Finger], where: string) => {
    await pinch(client, fingers);
    await expect.poll(() => spread(page), where).toBeGreaterThan(home * 1.3);
    expect(await pageScale(page), `the page is not zoomed ${where}`).toBe(1);
    await expect(selection, `nothing is selected ${where}`).toHaveCount(0);
    await page.getByRole('button', { name: 'Reset view' }).click();
    await expect.poll(() => spread(page)).toBe(home);
  };
  /** The middle of what can be touched of each mark in the frame; `null` beside them stands for the map. */
  const middles = await page.evaluate(() =>
    [...document.querySelectorAll('.stage .marks button')].flatMap((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      const [cx, cy] = [x + width / 2, y + height / 2];
      return mark.contains(document.elementFromPoint(cx, cy)) ? [{ x: cx, y: cy }] : [];
    })
  );
  const isMap = ({ x, y }: Finger) =>
    page.evaluate(([x, y]) => document.elementFromPoint(x, y)!.matches('.maplibregl-canvas'), [x, y] as const);
  const [first] = middles;
  const second = middles.find(({ x, y }) => Math.hypot(x - first!.x, y - first!.y) > 40)!;
  await expectZoom([first!, second], 'with both on marks');
  const beside: Finger[] = [];
  for (const [dx, dy] of [
    [60, 0],
    [-60, 0],
    [0, 60],
    [0, -60]
  ] as const) {
    const near = { x: first!.x + dx, y: first!.y + dy };
    if (await isMap(near)) beside.push(near);
  }
  await expectZoom([first!, beside[0]!], 'with the first on a mark');
  await expectZoom([beside[0]!, first!], 'with the second on a mark');

  // The first finger comes down where a tap has just been: MapLibre would take it for a drag after that tap.
  const tapped = beside[0]!;
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [tapped] });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expectZoom([tapped, { x: tapped.x + 30, y: tapped.y }], 'soon after a tap');

  // While the page still goes on after a flick, the browser lets no touch be cancelled: no error may come of trying.
  await page.locator('.maplibregl-canvas').evaluate((canvas) => {
    const fingers = (apart: number) =>
      [-apart, apart].map(
        (x, identifier) => new Touch({ identifier, target: canvas, clientX: 180 + x, clientY: canvas.clientHeight })
      );
    const send = (type: string, touches: Touch[], changedTouches = touches) =>
      canvas.dispatchEvent(new TouchEvent(type, { bubbles: true, cancelable: false, touches, changedTouches }));
    send('touchstart', fingers(20));
    for (const apart of [30, 40, 60]) send('touchmove', fingers(apart));
    send('touchend', [], fingers(60));
  });
  await expect.poll(() => spread(page), 'with touches that cannot be cancelled').toBeGreaterThan(home * 1.3);
});
