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
        listed: element.closest('#list [data-event]') !== null,
        skip: element.matches('.skip') ? element.getAttribute('href') : null,
        left: element.getBoundingClientRect().left,
        top: element.getBoundingClientRect().top,
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
  // Marks are one stop together, and the arrow keys lead from one to the next.
  expect(seen.filter(({ mark }) => mark !== null)).toHaveLength(1);
  const stops = seen.slice(0, seen.findIndex(({ slider }) => slider === 'day') + 1);
  expect(stops.length, 'the slider is near').toBeLessThanOrEqual(10);
  const toFirst = seen.findIndex(({ listed }) => listed) + 1;
  expect(toFirst, 'the first event is near').toBeGreaterThan(0);
  expect(toFirst, 'the first event is near').toBeLessThanOrEqual(15);
  // The links that skip to them are first, and seen once they have the focus.
  expect(seen.slice(0, 2).map(({ skip }) => skip)).toEqual(['#time', '#list']);
  for (const { skip, left, top } of seen.slice(0, 2)) {
    expect(left, skip!).toBeGreaterThanOrEqual(0);
    expect(top, skip!).toBeGreaterThanOrEqual(0);
  }
  expect(seen.some(({ slider }) => slider === 'day')).toBe(true);

  // From the mark to its event to a claim and back, with Enter alone.
  await page.locator('[data-mark][tabindex="0"]').focus();
  const marks = await page.locator('[data-mark]').count();
  for (let i = 0; i < marks && (await focused()).mark !== 'banjska'; i++) await page.keyboard.press('ArrowRight');
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

test('a change is told by what happened: after a step that rests, and while it plays with reduced motion', async ({
  site,
  page
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await site.open('?day=2023-05-28&window=day');
  const told = page.locator('[data-announcement]');
  await page.locator('[data-slider="day"]').press('ArrowRight');
  await expect(told.filter({ hasText: 'Clash at the Zvečan town hall' })).toHaveCount(1);
  await expect(told.filter({ hasText: 'no total stated' })).toHaveCount(0);
  await page.locator('.transport .play').click();
  await expect(told.filter({ hasText: /^30 May 2023: KFOR takes position/ })).toHaveCount(1);
  await page.locator('.transport .play').click();
});

test('typing a date works by keyboard', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await page.getByLabel('Go to').focus();
  // The browser is started in American English: month, day, year.
  await page.keyboard.type('11202023');
  await expect(page.locator('[data-troops]')).toContainText('more than 4,500');
});

test('the main tasks by keyboard alone: find Banjska, who says what, the KFOR level as reported by 30 May, the embed code', async ({
  site,
  page
}) => {
  const { keyboard } = page;
  const focused = page.locator(':focus');
  /** Goes on with the Tab key until what matches has the focus; a page with more stops than this is a trap. */
  async function tabTo(selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    for (let stops = 0; stops < 120; stops++) {
      if (await focused.evaluateAll(([now], wanted) => now?.matches(wanted) ?? false, selector)) return;
      await keyboard.press(key);
    }
    throw new Error(`${selector} was not reached in 120 stops`);
  }
  await site.open('?day=2023-05-29&window=day');

  // Found by search: the map and the list are at its day.
  await keyboard.press('Control+k');
  await expect(page.locator('input[role="combobox"]')).toBeFocused();
  await keyboard.type('banjska');
  await expect(page.locator('[role="option"][aria-selected="true"]')).toBeVisible();
  for (let step = 0; step < 12; step++) {
    if ((await page.locator('[aria-selected="true"]').getAttribute('data-found')) === 'event/september-clash') break;
    await keyboard.press('ArrowDown');
  }
  await keyboard.press('Enter');
  const event = page.locator('[data-detail="event/september-clash"]');
  await expect(event).toBeFocused();
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /September 2023/);

  // Who says what: from the event on to a claim, with its words, its speaker and its line.
  await tabTo('[data-detail] a[href*="?claim="]');
  await keyboard.press('Enter');
  await expect(page.locator('[data-detail^="claim/"]')).toContainText(/line \d+/);

  // The KFOR level as reported by 30 May: the day by the slider, the second clock by its choice.
  await tabTo('[data-slider="day"]', 'Shift+Tab');
  for (const key of [...Array<string>(4).fill('PageDown'), ...Array<string>(3).fill('ArrowRight')])
    await keyboard.press(key);
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /30 May 2023/);
  await tabTo('.as-of input[type="radio"]');
  await keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/asof=day/);
  await expect(page.locator('[data-troops]')).toContainText('KFOR');
  await expect(page.locator('[data-announcement]', { hasText: /^30 May 2023: .+/ })).toHaveCount(1);

  // The embed code, by the dialog's own button.
  await tabTo('[data-share]', 'Shift+Tab');
  await keyboard.press('Enter');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tabTo('dialog button[aria-label*="iframe" i]');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<iframe[^]+day=2023-05-30/);
});
