import type { Locator, Page } from '@playwright/test';
import { expect, test } from './site.ts';

/*
 * States in which readers were once misled or lost in their first minute, and that no other test is about. Others are in
 * agreement (stepping with an event open), troop-chart, sources (a claim opened from far down), around-the-map (places
 * off the map) and layout.
 */

const markOf = (page: Page, name: RegExp) => page.locator('[data-mark]').filter({ hasText: name });

/** Whether all of an element is in sight, and on top where its middle is. */
const inSight = (what: Locator) =>
  what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const within = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return within && there !== null && (element.contains(there) || there.contains(element));
  });

test('the page opens on the story: key moments, a chronicle, the clash on the map, the level of troops', async ({
  site,
  page
}) => {
  await site.open();
  await expect(page.getByRole('navigation', { name: 'Key moments' })).toBeInViewport();
  await expect(page.locator('[data-list] [data-event]').first()).toBeInViewport();
  await expect(page.locator('[data-troops]')).toContainText('more than 4,500');
  // Of two events at the town hall the grave one is told.
  const clash = markOf(page, /Zvečan municipal building/);
  await expect(clash).toContainText('Clash with demonstrators');
  await expect(clash).toHaveAccessibleName(/2 events/);
});

test('a day before any report on it says that they came later, and shows them', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day&asof=2023-05-29');
  const list = page.locator('#list');
  await expect(list).toContainText('2 events from that time were reported only later.');
  await list.getByRole('button', { name: 'Count all articles' }).click();
  await expect(list.locator('[data-event="zvecan-clash"]')).toBeVisible();
});

test('an event that is chosen while the map shows other land comes into view', async ({ site, page }) => {
  await site.open('?day=2023-12-31&window=all');
  const mark = markOf(page, /Gate One/);
  for (let zoom = 0; zoom < 3; zoom++) await page.getByRole('button', { name: 'Zoom in' }).click();
  expect(await inSight(mark)).toBe(false);
  await page.locator('[data-event="gate-one-patrol"] a').first().click();
  await expect.poll(() => inSight(mark)).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a mark that is tapped opens its details in sight, and stays in sight above them', async ({ site, page }) => {
    await site.open('?day=2023-05-29&window=day');
    const mark = markOf(page, /Zvečan municipal building/);
    await mark.tap();
    await expect(page.locator('[data-detail]').getByRole('heading').first()).toBeInViewport();
    await expect.poll(() => inSight(mark)).toBe(true);
  });
});

test('an embed says its day, and begins its list with that day’s event', async ({ site, page }) => {
  await page.setViewportSize({ width: 400, height: 700 });
  await site.open('embed/?day=2023-09-24&window=day');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('24 September 2023');
  await expect(page.locator('.events a').first()).toHaveText(/Armed clash in the north/);
});
