import { expect, test } from './site.ts';

test('closed while its preview loads, the dialog lets it load to the end, unseen', async ({ site, page }) => {
  await site.open();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.js$/, async (route) => {
    if (route.request().frame() !== page.mainFrame()) await held;
    await route.continue();
  });
  const frames = page.locator('dialog iframe');
  await page.locator('[data-share]').click();
  await expect(frames).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(frames).toBeHidden();
  await expect(frames).toHaveCount(1);
  release();
  await expect(frames).toHaveCount(0);
});

test('on a phone all of the dialog is seen without scrolling sideways', async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.open();
  await page.locator('[data-share]').click();
  await expect(page.locator('dialog[open] iframe')).toBeVisible();
  const width = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.querySelector('dialog[open]')!;
    return scrollWidth - clientWidth;
  });
  expect(width).toBe(0);
});
