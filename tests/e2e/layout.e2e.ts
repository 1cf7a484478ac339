import { layoutFaults, TARGET_PX } from './layout-faults.ts';
import { expect, test } from './site.ts';

/** Width and height, CSS px. 320 x 256 is a screen of 1280 x 1024 px at 400 %. */
const SCREENS = {
  fine: [
    [320, 256],
    [320, 640],
    [768, 1024],
    [1280, 800],
    [2560, 1440]
  ],
  coarse: [
    [320, 640],
    [390, 844],
    [844, 390],
    [768, 1024]
  ]
} as const;
const PAGES = [
  ['a day', '?day=2023-05-29&window=day'],
  ['an event opened', '?day=2023-09-24&window=all&event=september-clash&external=1'],
  ['embedded', 'embed/?day=2023-05-29'],
  ['About the data', 'about/']
] as const;
/** WCAG 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

for (const pointer of ['fine', 'coarse'] as const) {
  test.describe(`${pointer} pointer`, () => {
    test.use({ hasTouch: pointer === 'coarse' });

    // The longest words are those of Serbian in Cyrillic.
    for (const folder of ['', 'sr-Cyrl/']) {
      for (const [name, path] of PAGES) {
        test(`nothing is cut, too small or on something else at any size: ${name}, ${folder || 'en'}`, async ({
          site,
          page
        }) => {
          if (path === 'about/') await page.goto(site.url('', `/${folder}${path}`));
          else await site.open(`${folder}${path}`);
          const sizes = [...(name === 'embedded' ? [[280, 620] as const] : []), ...SCREENS[pointer]];
          for (const [width, height] of sizes) {
            await page.setViewportSize({ width, height });
            // Two frames: what measures itself has answered.
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            expect.soft(await layoutFaults(page, TARGET_PX[pointer]), `${width} x ${height}`).toEqual([]);
          }
        });
      }
    }
  });
}

test('with more space between lines, words and letters nothing is cut', async ({ site, page }) => {
  for (const path of ['sr-Cyrl/?day=2023-09-24&window=all&event=september-clash', 'sr-Cyrl/embed/?day=2023-05-29']) {
    await site.open(path);
    // As a reader's own style would: the page's policy lets no style element in.
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.push(sheet);
    }, SPACING);
    // A link in the embed's line of text is as high as the reader makes the line.
    const isLine = (fault: string) => path.includes('embed') && /px: <a >/.test(fault);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      // Names on the map are placed by their usual width: wider ones reach under its controls, which stay above them.
      const faults = (await layoutFaults(page, TARGET_PX.fine)).filter(
        (fault) => !/^on each other: <button (chip|pointer)\b/.test(fault) && !isLine(fault)
      );
      expect.soft(faults, `${path}, ${width} px`).toEqual([]);
    }
  }
});

test.describe('a phone held upright', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the date and the slider stay at its foot while the list goes by', async ({ site, page }) => {
    await site.open('?day=2023-09-24&window=all');
    for (const part of ['[data-slider="day"]', 'main time'])
      await expect(page.locator(part).first()).toBeInViewport({ ratio: 1 });
    await page.locator('#list').evaluate((list) => list.scrollIntoView());
    for (const part of ['[data-slider="day"]', '#list [data-event]', 'main time'])
      await expect(page.locator(part).first()).toBeInViewport({ ratio: 1 });
  });
});

test('where there is little height nothing stays in the way', async ({ site, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await site.open('?day=2023-09-24&window=all');
  await page.locator('#list').evaluate((list) => list.scrollIntoView());
  await expect(page.locator('[data-slider="day"]')).not.toBeInViewport();
});
