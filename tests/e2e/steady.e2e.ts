import type { Page } from '@playwright/test';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { storylineOf } from '../../src/lib/model/scene.ts';
import { firstView } from '../../src/lib/model/view.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { expect, test } from './site.ts';
import { bruteStops } from '../unit/model/brute-scene.ts';

const index = indexDataset(loadDataset());
const { domain } = index.dataset.info;
const stops = bruteStops(storylineOf(index, firstView(index.dataset.info)).events, domain);
/** Days with an event, those beside them, and some in the gaps. */
const DAYS = [domain.from, ...stops.flatMap((stop) => [stop - 1, stop, stop + 1, stop + 17]), domain.to].filter(
  (day) => day >= domain.from && day <= domain.to
);

/** What moved by more than a pixel while the slider went over days, in words. */
const moved = (page: Page, days: readonly number[]) =>
  page.evaluate(async (days) => {
    const PARTS: Record<string, string> = {
      header: '.page > header h1',
      moments: '[data-chapters] li:first-child',
      slider: '[data-slider="day"]',
      'date heading': '.now time',
      'play button': '.transport .play',
      'list header': '#list h2',
      map: '.stage',
      chart: '[data-troop-chart] svg',
      lanes: '[data-lane="events"]'
    };
    const box = (element: Element) => {
      const { left, right, top } = element.getBoundingClientRect();
      return { left, right, top };
    };
    const isSeen = ({ left, right, top }: ReturnType<typeof box>) =>
      right > 0 && left < innerWidth && top > 0 && top < innerHeight;
    /** Every part that is seen, by name. A name on the map is that of a place, whether it has a mark or not. */
    const boxes = () => {
      const found = new Map<string, { left: number; right: number; top: number }>();
      for (const [name, selector] of Object.entries(PARTS)) {
        const element = document.querySelector(selector);
        if (element?.checkVisibility()) found.set(name, box(element));
      }
      for (const text of document.querySelectorAll('#time .slider text, [data-troop-chart] .plot g[aria-hidden] text'))
        found.set(`${text.closest('#time') ? 'axis' : 'chart'} ${text.textContent.trim()}`, box(text));
      for (const name of document.querySelectorAll('.stage .site-name, .stage [data-mark] .name:first-child'))
        found.set(
          `name of ${(name.closest('[data-mark]') ?? name).getAttribute(name.matches('.site-name') ? 'data-name' : 'data-mark')}`,
          box(name)
        );
      for (const pointer of document.querySelectorAll('.stage [data-pointer]'))
        found.set(`pointer ${pointer.getAttribute('data-pointer')}`, box(pointer.parentElement!));
      return new Map([...found].filter(([, at]) => isSeen(at)));
    };
    const slider = document.querySelector<HTMLInputElement>('[data-slider="day"]')!;
    const first = new Map<string, { left: number; right: number; top: number }>();
    const faults = new Set<string>();
    for (const day of days) {
      slider.value = String(day);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      for (const [name, now] of boxes()) {
        const before = first.get(name);
        if (!before) {
          first.set(name, now);
          continue;
        }
        // Words of another weight or size are wider: they may grow away from where they are held, to either side.
        const across = Math.min(
          Math.abs(now.left - before.left),
          Math.abs(now.right - before.right),
          Math.abs(now.left + now.right - before.left - before.right) / 2
        );
        if (across > 1 || Math.abs(now.top - before.top) > 1)
          faults.add(
            `${name}: ${JSON.stringify([before, now].map(({ left, right, top }) => [left, right, top].map(Math.round)))}`
          );
      }
    }
    return { seen: [...first.keys()], faults: [...faults] };
  }, days);

test('nothing moves that the reader did not move, on any day of the year', async ({ site, page }) => {
  const steady = async (where: string, parts: readonly string[]) => {
    const { seen, faults } = await moved(page, DAYS);
    expect.soft(faults, where).toEqual([]);
    for (const part of parts) expect.soft(seen, where).toContain(part);
  };
  for (const [width, height] of [
    [1280, 800],
    [390, 844]
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const window of ['day', 'all']) {
      const where = `${width} px, window ${window}`;
      await site.open(`?day=2023-05-29&window=${window}`);
      await page.locator('.stage .top-left').waitFor({ state: 'attached' });
      const parts = ['header', 'slider', 'date heading', 'list header', 'axis Nov', 'name of leposavic'];
      await steady(where, width > 1000 ? [...parts, 'chart 4,000'] : parts);
    }
  }
  // On a phone the chart is below the list, whose length follows the day: it stays in view for those who look at it.
  await page.locator('[data-troop-chart]').evaluate((chart) => chart.scrollIntoView());
  await steady('390 px, at the chart', ['slider', 'date heading', 'chart 4,000']);
});
