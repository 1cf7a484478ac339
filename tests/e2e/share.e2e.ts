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
