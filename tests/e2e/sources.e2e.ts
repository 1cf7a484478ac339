import type { Page } from '@playwright/test';
import { english } from '../../src/lib/i18n/catalogues.ts';
import { expect, test } from './site.ts';

test('what was known when: each step sets the second clock to its day, and leads to its claim', async ({
  site,
  page
}) => {
  await site.open('?day=2023-05-29&window=day&event=zvecan-clash');
  const steps = page.locator('[data-steps="injured|kfor|"] li');
  await expect(steps).toHaveText([
    /30 May 2023\s+30\s.*BlazeTrends, line 5/,
    /about 7 December 2023\s+30 to 93\s.*new: 93/
  ]);
  const figure = page.locator('[data-figure="injured|kfor|"]');
  const early = steps.getByRole('button', { name: 'Show what was known by 30 May 2023' });

  await early.click();
  await expect(page).toHaveURL(/asof=2023-05-30/);
  await expect(figure.locator('.range')).toHaveText('30');
  await expect(page.locator('[data-detail]'), 'nothing that came later is told').not.toContainText('93');
  await expect(steps.nth(1)).toContainText(english.t('detail.steps.later'));
  await steps.getByRole('button', { name: 'by 8 December 2023' }).click();
  await expect(figure.locator('.range')).toHaveText('30 to 93');
  await early.click();
  await early.click();
  await expect(page).not.toHaveURL(/asof=/);

  await steps.getByRole('link', { name: 'serbia.postsen.com' }).click();
  await expect(page.locator('[data-detail="claim/postsen-08"]')).toBeVisible();
});

test('an article without an address says so, and a text that it follows is linked', async ({ site, page }) => {
  await site.open('?article=unidentified-2023-11-20');
  const detail = page.locator('[data-detail]');
  await expect(detail).toContainText(english.t('article.unlinked.publisher'));
  await expect(detail.getByRole('link', { name: 'www.intellinews.com' })).toHaveAttribute('href', /-302065$/);
  await site.open('?claim=blazetrends-06');
  await expect(page.locator('[data-detail]')).toContainText(english.t('article.unlinked.address'));
});

test('a claim is shared from its card: the dialog has its link, and closes to where the reader was', async ({
  site,
  page
}) => {
  await site.open('?day=2023-05-29&window=day&event=zvecan-clash');
  const share = page.locator('[data-claim="blazetrends-07"] [data-share-claim]');
  const link = page
    .getByRole('dialog')
    .getByLabel(english.t('share.link'), { exact: true })
    .and(page.locator('textarea'));
  await share.click();
  await expect(link).toHaveValue(`${site.url()}?day=2023-05-29&window=day&claim=blazetrends-07`);
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
  await expect(page).toHaveURL(/event=zvecan-clash/);
  // The button of the head shares the view as it is, as before.
  await page.locator('[data-share]').click();
  await expect(link).toHaveValue(`${site.url()}event/zvecan-clash/`);
});

/** Whether an element lies within what the details scroll in, and how far they are scrolled. */
const seen = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector)!;
    let scroller: Element | null = element.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
    const [box, frame] = [element.getBoundingClientRect(), scroller!.getBoundingClientRect()];
    return box.top >= frame.top - 1 && box.bottom <= Math.min(frame.bottom, innerHeight) + 1;
  }, selector);

for (const [where, width, height, scroller] of [
  ['beside the map', 1280, 800, '.side'],
  ['in the sheet of a phone', 390, 844, '.sheet']
] as const)
  test(`a claim opened from far down an event shows its head; Back returns to where the reader was, ${where}`, async ({
    site,
    page
  }) => {
    await page.setViewportSize({ width, height });
    await site.open('?day=2023-05-29&window=day&event=zvecan-clash');
    const top = () => page.locator(scroller).evaluate((element) => Math.round(element.scrollTop));
    const alone = page.locator('[data-claim="postsen-08"]').getByRole('link', { name: english.t('claim.alone') });
    await alone.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const before = await top();
    expect(before).toBeGreaterThan(300);
    await alone.click();
    await expect(page.locator('[data-detail="claim/postsen-08"]')).toBeVisible();
    for (const part of ['[data-detail] h2', '[data-back]']) expect(await seen(page, part), part).toBe(true);
    await expect(page).toHaveURL(/claim=/);
    await page.goBack();
    await expect(page.locator('[data-detail="event/zvecan-clash"]')).toBeVisible();
    await expect.poll(top).toBe(before);
    await expect(alone).toBeFocused();
  });
