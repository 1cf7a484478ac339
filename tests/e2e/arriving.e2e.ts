import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

/** Wraps the text of the page as Chrome’s translator does, and goes on doing so with text that is new. */
function translate(page: Page) {
  return page.evaluate(() => {
    const known = new WeakSet<Node>();
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!parent || text.data.trim() === '' || parent.closest('font, script, style, svg, [translate="no"]'))
          continue;
        const outer = document.createElement('font');
        outer.append(document.createElement('font'));
        outer.firstElementChild!.textContent = `«${text.data}»`;
        known.add(outer);
        text.replaceWith(outer);
      }
    };
    wrap(document.body);
    new MutationObserver((records) => {
      for (const { target, type, addedNodes } of records) {
        if (type === 'characterData') wrap(target.parentNode ?? target);
        for (const node of addedNodes) if (!known.has(node) && node.isConnected) wrap(node.parentNode ?? node);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** Letters and digits alone: a translation adds its own marks, and spaces may fall elsewhere. */
const words = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());

test('a page that the browser translates goes on following the slider', async ({ site, page }) => {
  const SHOWN = [
    '.now',
    '#list [data-list], #list h2, #list [data-counts]',
    '[data-troops]',
    '[data-coverage]',
    '.overlay .mark'
  ];
  const shown = async () => Promise.all(SHOWN.map((selector) => words(page, selector)));
  const slider = page.locator('[data-slider="day"]');
  /** Through days with and without events, filters, details and back. */
  const tour = async () => {
    const seen: unknown[] = [];
    for (const press of ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']) {
      await slider.press(press);
      await page.waitForFunction(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))
      );
      seen.push(await shown());
    }
    await page.locator('.filters input').first().click();
    seen.push(await shown());
    await page.locator('.filters input').first().click();
    return [...seen, await shown()];
  };
  await site.open('?day=2023-05-29&window=day');
  const plain = await tour();
  await site.open('?day=2023-05-29&window=day');
  await translate(page);
  await expect(page.locator('.now')).toContainText('«');
  expect(await tour()).toEqual(plain);
  await expect(page.locator('.now')).toContainText('«');
});
