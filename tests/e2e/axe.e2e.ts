import type { Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './site.ts';

const FOLDERS = ['', 'sq/', 'sr-Latn/', 'sr-Cyrl/'];
const STATES: [name: string, query: string][] = [
  ['a day with a clash', '?day=2023-05-29&window=day'],
  ['an event opened, all so far', '?day=2023-12-07&window=all&event=september-clash&external=1'],
  ['a silent day, as reported by then', '?day=2023-07-15&window=day&asof=day'],
  ['a key moment', '?chapter=zvecan'],
  ['embedded with key moments', 'embed/?chapter=total&story=1'],
  ['embedded', 'embed/?day=2023-09-24&event=september-clash']
];

/** `record`: with the record of all claims, which is long and the same in every state of a language and theme. */
async function expectNothing(page: Page, where: string, { record = false } = {}) {
  expect.soft(await axeViolations(page, record ? [] : ['#record']), where).toEqual([]);
}

for (const folder of FOLDERS) {
  // Colours do not depend on the language; the letters of both scripts are checked in both themes.
  const themes = folder === '' || folder === 'sr-Cyrl/' ? (['light', 'dark'] as const) : (['light'] as const);
  for (const colorScheme of themes) {
    test(`axe finds nothing: ${folder || 'en'}, ${colorScheme}`, async ({ site, page }) => {
      await page.emulateMedia({ colorScheme });
      // Their parts are the same in every language; the words of the list and of an opened event are in each.
      for (const [at, [name, query]] of (folder === '' ? STATES : STATES.slice(0, 2)).entries()) {
        await site.open(`${folder}${query}`);
        await expectNothing(page, name, { record: at === 0 });
      }
      await page.goto(site.url('', `/${folder}about/`));
      await expectNothing(page, 'About the data');
    });
  }

  test(`axe finds nothing in the dialogs: ${folder || 'en'}`, async ({ site, page }) => {
    await site.open(folder);
    await page.locator('[data-search]').click();
    await page.locator('input[role="combobox"]').fill('banjska');
    await page.locator('[data-found]').first().waitFor();
    await expectNothing(page, 'search');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('[data-share]').click();
    await page.locator('dialog[open] textarea').first().waitFor();
    await expectNothing(page, 'share');
  });
}

test('axe finds nothing in forced colours and less motion, on a phone', async ({ site, page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await site.open('?day=2023-09-24&window=all');
  await expectNothing(page, 'the map');
  await site.open('?chapter=armed-clash');
  await expectNothing(page, 'a key moment');
});

const DETAILS: [name: string, query: string][] = [
  ['an event', 'day=2023-05-29&window=day&asof=2023-05-30&event=zvecan-clash'],
  ['a claim', 'claim=postsen-08'],
  ['an article', 'article=unidentified-2023-11-20'],
  ['a place', 'day=2023-11-27&window=all&site=gate-one&external=1&names=sr-Cyrl']
];
for (const [where, folder, colorScheme, width, height] of [
  ['beside the map', '', 'light', 1280, 800],
  ['in the sheet of a phone', 'sr-Cyrl/', 'dark', 390, 844]
] as const)
  test(`axe finds nothing in the details ${where}`, async ({ site, page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    for (const [name, query] of DETAILS) {
      await site.open(`?${query}`, { folder });
      await page.locator('[data-detail]').waitFor();
      await page.evaluate(() =>
        document.querySelectorAll<HTMLDetailsElement>('#list details').forEach((fold) => (fold.open = true))
      );
      await expectNothing(page, name);
    }
  });
