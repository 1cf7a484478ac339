import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on the page, one line for each rule with the elements it names. It runs in the page itself:
 * `@axe-core/playwright` hands every element that passed to a second page, which took five times as long. Frames are
 * pages of their own and left out.
 */
export async function axeViolations(page: Page, exclude: readonly string[] = []): Promise<string[]> {
  await page.evaluate(SOURCE);
  return page.evaluate(
    async (left) => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(
        { include: ['html'], exclude: [...left, 'iframe'] },
        {
          iframes: false,
          resultTypes: ['violations'],
          // An experiment of axe’s, and a criterion of WCAG (2.5.3): what is seen of a name is in it, for those who speak it.
          rules: { 'label-content-name-mismatch': { enabled: true } }
        }
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    },
    [...exclude]
  );
}
