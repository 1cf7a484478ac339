import { testOfFewPlaces as test } from './many-site.ts';
import { expect } from './site.ts';

/* Many events at few places: these have buttons, as where events are few. */

test('many events at few places have buttons with their number, which open the place', async ({ site, page }) => {
  await site.open('?day=2023-12-31&window=all');
  const marks = page.locator('button[data-mark^="site-"]');
  const chips = page.locator('button[data-mark^="around-"]');
  await expect(marks).toHaveCount(20);
  expect(await chips.count()).toBeGreaterThan(2);
  const mark = marks.filter({ has: page.locator('[data-count]') }).first();
  const count = (await mark.locator('[data-count]').getAttribute('data-count'))!;
  expect(Number(count.split('–').at(-1))).toBeGreaterThan(20);
  const id = (await mark.getAttribute('data-mark'))!;
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-detail]')).toHaveAttribute('data-detail', `site/${id}`);
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
  // Each event of the year is in the window.
  await expect(page.locator('[data-detail] [data-event]')).toHaveCount(Number(count.split('–').at(-1)));
  // Fewer in fewer days.
  await page.locator('[data-back]').click();
  await page.goto(site.url('?day=2023-06-30&window=week'));
  await expect(page.locator(`button[data-mark="${id}"]`)).toBeVisible();
  const later = await page
    .locator(`button[data-mark="${id}"] [data-count]`)
    .getAttribute('data-count', { timeout: 2000 });
  expect(Number(later!.split('–').at(-1))).toBeLessThan(Number(count.split('–').at(-1)));
});
