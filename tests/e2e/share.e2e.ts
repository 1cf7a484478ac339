import { english } from '../../src/lib/i18n/catalogues.ts';
import { expect, test } from './site.ts';

test('the share dialog hands out this state or the latest, with a preview, and closes', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=week', { map: false });
  await page.getByRole('button', { name: 'Share and embed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share and embed' });
  const field = (label: RegExp) => dialog.getByLabel(label).and(dialog.locator('textarea'));
  await expect(field(/^Link$/)).toHaveValue(`${site.url()}?day=2023-09-24&window=week`);
  await expect(field(/^Link to data version/)).toHaveValue(/&v=\d/);
  await expect(field(/^Embed with a script/)).toHaveValue(/day=2023-09-24 window=week>/);
  await expect(field(/^Picture and link/)).toHaveValue(/\?day=2023-09-24&amp;window=week><img src=\S+card\.png /);
  await expect(dialog.locator('iframe').contentFrame().locator('h1 time')).toHaveText('24 September 2023');

  await dialog.getByLabel('Controls').selectOption('minimal');
  await expect(field(/^Embed with an iframe/)).toHaveValue(/&amp;controls=minimal&amp;height=fixed/);
  await dialog.getByLabel(english.t('share.what.latest')).check();
  await expect(field(/^Link$/)).toHaveValue(site.url());
  await expect(field(/^Link to data version/)).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share and embed' })).toBeFocused();
});

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
