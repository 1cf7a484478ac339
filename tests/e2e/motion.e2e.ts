import { parseDay } from '../../src/lib/model/day.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { storylineOf } from '../../src/lib/model/scene.ts';
import { firstView } from '../../src/lib/model/view.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { expect, test, type Site } from './site.ts';
import { bruteStops } from '../unit/model/brute-scene.ts';

const index = indexDataset(loadDataset());
const START = parseDay('2023-03-01')!;

const play = (site: Site) => site.page.getByRole('button', { name: 'Play', exact: true });
const shownDay = async (site: Site) => Number(await site.page.locator('[data-slider="day"]').inputValue());

/** Counts frames asked for and days shown from now on; `hidden` is what the document says of itself. */
async function watch(site: Site) {
  await site.page.evaluate(() => {
    const seen = { frames: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (run) => (seen.frames++, request(run));
  });
}
const frames = (site: Site) =>
  site.page.evaluate(() => (window as unknown as { seen: { frames: number } }).seen.frames);
/** Waits until no frame has been asked for through a second of the page's clock: tiles of the map can come in late. */
const atRest = (site: Site) =>
  expect
    .poll(async () => {
      const before = await frames(site);
      await site.page.clock.runFor(1000);
      return (await frames(site)) - before;
    })
    .toBe(0);
const hide = (site: Site) =>
  site.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });

test('playing in a tab that is hidden costs nothing: no day passes and no frame is asked for', async ({
  site,
  page
}) => {
  // The page's own clock, so that time passes when the test says so.
  await page.clock.install();
  await site.open('?day=2023-03-01&window=week', { map: true });
  await watch(site);
  await atRest(site);
  await play(site).click();
  await expect.poll(() => shownDay(site)).toBeGreaterThan(START + 3);
  expect(await frames(site)).toBeGreaterThan(3);
  await hide(site);
  await expect(play(site)).toBeVisible();
  await atRest(site);
  const before = { day: await shownDay(site), frames: await frames(site) };
  await page.clock.runFor(10_000);
  expect({ day: await shownDay(site), frames: await frames(site) }).toEqual(before);
});

test('a mark comes in with its day; with reduced motion it is there at once', async ({ site, page }) => {
  await page.addInitScript(() => {
    const animated: string[] = ((window as unknown as { animated: string[] }).animated = []);
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...args) {
      animated.push(this.closest('[data-mark]')?.getAttribute('data-mark') ?? this.className.toString());
      return animate.apply(this, args);
    };
  });
  const animated = () => page.evaluate(() => (window as unknown as { animated: string[] }).animated);
  const step = async () => {
    await site.open('?day=2023-05-28&window=day');
    await page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    expect(await animated(), 'what the page opens with').toEqual([]);
    await page.locator('[data-slider="day"]').press('ArrowRight');
    await expect(page.locator('[data-mark="zvecan-municipal-building"]')).toHaveAttribute('data-presence', 'certain');
  };
  await step();
  await expect.poll(animated).toContain('zvecan-municipal-building');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await step();
  expect(await animated()).toEqual([]);
});

test('with reduced motion nothing animates: playing stands at events, the map jumps, nothing fades', async ({
  site,
  page
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved: string[] = [];
    (window as unknown as { moved: string[] }).moved = moved;
    for (const type of ['transitionrun', 'animationstart']) {
      document.addEventListener(type, ({ target }) => moved.push(`${type} ${(target as Element).className}`), true);
    }
  });
  await site.open('?day=2023-03-01&window=day', { map: true });
  const mark = page.locator('.marks [data-mark]').first();
  const places = await page.evaluate(async () => {
    const seen = new Set<string>();
    [...document.querySelectorAll('button')]
      .find((button) => /Zoom in/.test(button.ariaLabel ?? button.textContent!))!
      .click();
    for (let frame = 0; frame < 30; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      seen.add(document.querySelector<HTMLElement>('[data-mark]')?.style.transform ?? '');
    }
    return seen.size;
  });
  expect(places, 'places of a mark while the map zooms: before and after').toBeLessThanOrEqual(2);
  // Every day that the slider says, from now on.
  await page.locator('[data-slider="day"]').evaluate((slider: HTMLInputElement) => {
    const days = ((window as unknown as { days: Set<number> }).days = new Set([Number(slider.value)]));
    new MutationObserver(() => days.add(Number(slider.value))).observe(slider, { attributeFilter: ['aria-valuetext'] });
  });
  const shown = () => page.evaluate(() => [...(window as unknown as { days: Set<number> }).days]);
  await play(site).click();
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(2);
  await page.locator('.transport').getByRole('button', { name: 'Pause', exact: true }).click();
  const stops = bruteStops(storylineOf(index, firstView(index.dataset.info)).events, index.dataset.info.domain);
  expect([START, ...stops]).toEqual(expect.arrayContaining(await shown()));
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(mark).toBeAttached();
});
