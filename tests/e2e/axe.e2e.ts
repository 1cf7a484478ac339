import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './site.ts';

const STATES: [name: string, query: string, path?: string][] = [
  ['a day with a clash', '?day=2023-05-29&window=day'],
  ['an event opened, all so far', '?day=2023-12-07&window=all&event=september-clash&external=1'],
  ['a silent day, as reported by then', '?day=2023-07-15&window=day&asof=day'],
  ['About the data', '', '/about/']
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, query, path] of STATES) {
    test(`axe finds nothing: ${name}, ${scheme}`, async ({ site, page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      if (path) await page.goto(site.url(query, path));
      else await site.open(query);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    });
  }
}
