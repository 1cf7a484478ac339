import { expect, test } from './site.ts';

/**
 * The accessibility tree in order, recorded in tests/e2e/aria. Read a change aloud before you record it
 * (`npx playwright test aria --update-snapshots`): every line should make sense without seeing the page.
 */
const STATES = [
  ['a-day', '?day=2023-05-29&window=day', 'main'],
  ['an-event', '?day=2023-09-24&window=day&event=september-clash', '#list'],
  ['embedded', 'embed/?day=2023-09-24', '[data-embed]']
] as const;

for (const [name, query, part] of STATES) {
  test(`read aloud in order: ${name}`, async ({ site, page }) => {
    await site.open(query, { map: part !== '#list' });
    await expect(page.locator(part)).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}
