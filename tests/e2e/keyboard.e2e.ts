import { expect, test } from './site.ts';

test('the whole page works by keyboard alone', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=day');
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      return {
        tag: element.tagName,
        mark: element.getAttribute('data-mark'),
        event: element.getAttribute('data-event'),
        slider: element.getAttribute('data-slider'),
        type: element.getAttribute('type'),
        visible: getComputedStyle(element).outlineStyle !== 'none' || element.matches(':focus-visible')
      };
    });

  // Every stop of the tab order is visible, and the map's marks, the slider and the list's links are among them.
  const seen: Awaited<ReturnType<typeof focused>>[] = [];
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (now.tag === 'BODY') break;
    seen.push(now);
    expect(now.visible, JSON.stringify(now)).toBe(true);
  }
  expect(seen.map(({ mark }) => mark)).toContain('banjska');
  expect(seen.some(({ slider }) => slider === 'day')).toBe(true);

  // From the mark to its event to a claim and back, with Enter alone.
  await page.locator('[data-mark="banjska"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-detail="site/banjska"]')).toBeFocused();
  await page.locator('[data-detail] [data-event="september-clash"] a').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-detail="event/september-clash"]')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-detail]')).toHaveCount(0);

  // The filter, the second clock, the window and the date by keyboard.
  await page.getByRole('checkbox', { name: /Armed clash/ }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/hide=armed_clash/);
});

test('typing a date works by keyboard', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await page.getByLabel('Go to').focus();
  // The browser is started in American English: month, day, year.
  await page.keyboard.type('11202023');
  await expect(page.locator('[data-troops]')).toContainText('more than 4,500');
});
