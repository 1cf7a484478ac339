import { expect, test, type Site } from './site.ts';

/** The page as it is laid out on paper. Chromium's own print tells the page first; emulation does not. */
async function print(site: Site, query: string) {
  await site.open(query, { map: false });
  await site.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await site.page.emulateMedia({ media: 'print' });
}

/** Boxes that would cut or scroll what they hold, and what of the list, the record and the head is not laid out. */
const cut = (site: Site) =>
  site.page.evaluate(() => {
    const describe = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim().slice(0, 40)}`;
    const drawn = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true });
    // What is for screen readers only, and the frame of the map, which shows a part of the world by its nature.
    const meant = '.visually-hidden, .stage, .stage *, svg, svg *';
    const boxes = [...document.querySelectorAll('body *')].filter(
      (element) => drawn(element) && !element.matches(meant)
    );
    const clipped = boxes.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const y = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      return y || (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1);
    });
    // What more there is to a claim of an open event stands in the record, once.
    const folded = 'article[data-claim] details *';
    const texts = document.querySelectorAll(
      'h1, [data-counts], .side li:not(.filters *), .record li, .record tr, .record section, .page > footer p'
    );
    return {
      clipped: clipped.map(describe),
      missing: [...texts].filter((element) => !drawn(element) && !element.matches(folded)).map(describe),
      texts: texts.length
    };
  });

for (const query of ['?day=2023-09-24&window=month', '?day=2023-05-29&window=day&event=zvecan-clash']) {
  test(`nothing of ${query} is cut on paper`, async ({ site, page }) => {
    await print(site, query);
    // As wide as A4 between its margins.
    await page.setViewportSize({ width: 695, height: 1000 });
    const { clipped, missing, texts } = await cut(site);
    expect(clipped).toEqual([]);
    expect(missing).toEqual([]);
    expect(texts).toBeGreaterThan(100);
  });
}

test('paper has the day, the window, the list, the record, and nothing to press', async ({ site, page }) => {
  await print(site, '?day=2023-09-24&window=month');
  await expect(page.locator('.controls .now')).toBeVisible();
  await expect(page.locator('.controls .now')).toContainText('24 September 2023');
  await expect(page.locator('[data-coverage]')).toBeVisible();
  await expect(page.locator('#list h2').first()).toHaveText('26 August – 24 September 2023');
  // Folded away on the screen: the events before the window.
  await expect(page.locator('[data-list="past"] [data-event="zvecan-clash"]')).toBeVisible();
  await expect(page.locator('[data-mark="banjska"]')).toBeVisible();
  const pressed = page.locator('input, select, summary, button:not([data-mark] *, [data-mark], [data-pointer])');
  const shown = await pressed.evaluateAll((all) =>
    all.filter((control) => control.checkVisibility()).map((control) => control.outerHTML.slice(0, 120))
  );
  expect(shown.filter((html) => !/^<summary/.test(html))).toEqual([]);
});

test('paper is white and the ink dark, whatever the theme of the screen', async ({ site, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await site.open('?day=2023-09-24&window=month');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(colours).toEqual({ backgroundColor: 'rgba(0, 0, 0, 0)', color: 'rgb(31, 35, 38)' });
});

test('the map is as wide as the paper, with its marks where they are on the screen', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=month', { map: true });
  const shares = () =>
    page.evaluate(() => {
      const stage = document.querySelector('.map .stage')!.getBoundingClientRect();
      return [...document.querySelectorAll('.stage [data-mark]')].map((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return [(x + width / 2 - stage.x) / stage.width, (y + height / 2 - stage.y) / stage.height].map(
          (share) => Math.round(share * 200) / 200
        );
      });
    });
  const screen = await shares();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 695, height: 1000 });
  await expect(async () => {
    const paper = await shares();
    expect(paper).toHaveLength(screen.length);
    for (const [at, mark] of paper.entries())
      for (const axis of [0, 1]) expect(Math.abs(mark[axis]! - screen[at]![axis]!)).toBeLessThan(0.011);
  }).toPass();
  const width = await page.locator('.map .stage').evaluate((stage) => stage.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(600);
  expect(width).toBeLessThanOrEqual(695);
});

test('the page prints to some twenty sheets', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=month');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(8);
  expect(sheets).toBeLessThan(40);
});
