import type { Page } from '@playwright/test';
import { ELEMENT, expect, inside, test } from './embedding-host.ts';
import { findShell } from './find-browser.ts';

// Browsers keep some 16 contexts of the graphics card for all frames; here two, so that few maps are enough.
test.use({
  launchOptions: {
    executablePath: findShell() ?? undefined,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--max-active-webgl-contexts=2']
  }
});

const stateOf = (page: Page, nth: number) => inside(page, nth).locator('[data-map-state]');
const READY = /^ready$/;

test('maps that are removed free their contexts, and one that loses its own shows the drawing', async ({
  host,
  page
}) => {
  await page.setViewportSize({ width: 400, height: 2300 });
  const mount = () => page.evaluate((name) => document.body.append(document.createElement(name)), ELEMENT);
  await host.open(`<script src="${host.map}embed.js"></script><${ELEMENT}></${ELEMENT}>`);
  host.letMapCome();
  await expect(stateOf(page, 0)).toHaveAttribute('data-map-state', READY);
  await mount();
  await expect(stateOf(page, 1)).toHaveAttribute('data-map-state', READY);
  await page
    .locator(ELEMENT)
    .nth(1)
    .evaluate((map) => map.remove());
  await mount();
  await expect(stateOf(page, 1)).toHaveAttribute('data-map-state', READY);
  // Had the removed one kept its context, this one would have lost its own.
  await expect(stateOf(page, 0)).toHaveAttribute('data-map-state', READY);

  await mount();
  await expect(stateOf(page, 2)).toHaveAttribute('data-map-state', READY);
  // The browser takes the context that was drawn with the longest ago.
  const lost = async () => {
    const states = await Promise.all([0, 1].map((nth) => stateOf(page, nth).getAttribute('data-map-state')));
    return states.findIndex((state) => state !== 'ready');
  };
  await expect.poll(lost).not.toBe(-1);
  const without = inside(page, await lost());
  await expect(without.locator('.stage svg').first()).toBeVisible();
  await expect(without.locator('.maplibregl-map')).toBeHidden();
});
