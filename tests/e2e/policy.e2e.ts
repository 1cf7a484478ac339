import { expect, test } from './site.ts';

/*
 * No text becomes markup or the address of a script. A violation is an error in the console, which `site` fails on, in
 * frames too.
 */

test('nothing on any page breaks its policy, and what text should not do it cannot do', async ({ site, page }) => {
  page.setDefaultTimeout(60_000);
  await page.goto(site.url('', '/about/'));
  await page.locator('h1').waitFor();
  site.letMapCome();
  for (const [folder, query] of [
    ['event/zvecan-clash/', ''],
    ['sr-Cyrl/embed/', '?day=2023-09-24&story=1&troops=1'],
    ['embed/chapter/zvecan/', '']
  ] as const) {
    await site.open(query, { folder });
    await page.locator('[data-map-state="ready"]').waitFor();
  }

  // The page, with all that opens in it.
  await site.open('?day=2023-09-24&window=all&event=september-clash&external=1', { map: true });
  await page.locator('[data-detail]').waitFor();
  await page.locator('#downloads summary').first().click();
  await page.locator('[data-picture]').waitFor();
  await page.locator('[data-search]').click();
  await page.locator('input[role="combobox"]').fill('banjska');
  await page.locator('[data-found]').first().waitFor();
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
  await page.locator('[data-share]').click();
  await expect(page.locator('dialog[open] iframe').contentFrame().locator('[data-hydrated]')).toBeAttached();
  await page.keyboard.press('Escape');
  await page.locator('.filters input').first().click();
  await page.locator('[data-slider="day"]').press('PageUp');
  await page.locator('#record').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-island="lost"]')).toHaveCount(0);
  expect(site.problems).toEqual([]);

  site.expected.push(/The action has been blocked/);
  const done = await page.evaluate(() => {
    const script = document.querySelector<HTMLScriptElement>('script[src]')!.src;
    const tries: [string, () => unknown][] = [
      ['markup', () => (document.createElement('p').innerHTML = '<b>x</b>')],
      ['a script', () => (document.createElement('script').src = script)],
      ['the text of a script', () => (document.createElement('script').text = '1')],
      ['a worker of another address', () => new Worker(script)],
      ['a policy of another name', () => window.trustedTypes!.createPolicy('other', { createScriptURL: String })],
      ['another default', () => window.trustedTypes!.createPolicy('default', { createScriptURL: String })]
    ];
    return tries.flatMap(([what, run]) => {
      try {
        run();
        return what;
      } catch {
        return [];
      }
    });
  });
  expect(done).toEqual([]);
});

test('the policy stands before everything that it is for', async ({ page, site }) => {
  const html = await (await page.request.get(site.url())).text();
  expect(html.indexOf('content-security-policy')).toBeGreaterThan(0);
  expect(html.indexOf('content-security-policy')).toBeLessThan(html.search(/<(script|link|style)/));
});
