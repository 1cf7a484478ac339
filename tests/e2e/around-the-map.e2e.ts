import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const PRISTINA = '?day=2023-11-20&window=day';
const ALL = '?window=all';
const pointer = (page: Page, id: string) => page.locator(`[data-pointer="${id}"]`);
const tip = (page: Page) => page.locator('[data-tip]');
const boxesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    })
  );

async function expectApart(page: Page, where: string) {
  const around = await boxesOf(page, '.pointer');
  const inTheWay = [...(await boxesOf(page, '.mark')), ...(await boxesOf(page, '.top-right'))];
  expect(around.length, where).toBeGreaterThan(0);
  for (const [at, a] of around.entries()) {
    for (const b of [...inTheWay, ...around.slice(at + 1)]) {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      expect(apart, `${where}: ${JSON.stringify([a, b])}`).toBe(true);
    }
  }
}

test('a place off the map has a pointer at the edge that says where it is and opens its event', async ({
  site,
  page
}) => {
  await site.open(PRISTINA);
  const pristina = pointer(page, 'pristina');
  await expect(pristina).toHaveAccessibleName(
    /^Pristina, Visit or meeting, \d+ km, off the map to the south(-east)?, 1 event/
  );
  await expect(page.locator('[data-pointer]')).toHaveCount(1);
  await pristina.click();
  await expect(page).toHaveURL(/event=stoltenberg-in-pristina/);
  await expect(pristina).toHaveAttribute('aria-pressed', 'true');
});

test('a pointer to several events opens the place', async ({ site, page }) => {
  await site.open(ALL);
  await pointer(page, 'brussels-nato-hq').click();
  await expect(page).toHaveURL(/site=brussels-nato-hq/);
});

test('pointers follow the day, come after the marks, and cover neither marks nor controls', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await expect(page.locator('[data-locator]')).toBeVisible();
  await expect(page.locator('[data-pointer]')).toHaveCount(0);
  for (const [width, height] of [
    [1280, 1000],
    [390, 844]
  ] as const) {
    await page.setViewportSize({ width, height });
    await site.open(ALL);
    await pointer(page, 'oslo').waitFor();
    const order = await page
      .locator('.overlay button')
      .evaluateAll((all) => all.map((each) => each.hasAttribute('data-mark')));
    expect(order.lastIndexOf(true)).toBe(order.filter(Boolean).length - 1);
    await expectApart(page, `${width} px`);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.locator('[data-mark="pristina"]').waitFor();
    await expectApart(page, `${width} px, zoomed out`);
  }
});

test('a place that comes into view is a mark there and no pointer', async ({ site, page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await site.open(PRISTINA);
  await pointer(page, 'pristina').waitFor();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(page.locator('[data-mark="pristina"]')).toBeVisible();
  await expect(pointer(page, 'pristina')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reset view' }).click();
  await expect(pointer(page, 'pristina')).toBeVisible();
});

test('a card beside the mark says what happened: under the pointer, until it leaves or Escape', async ({
  site,
  page
}) => {
  await site.open(ALL);
  await page.locator('[data-locator]').waitFor();
  const mark = page.locator('[data-mark="zvecan-municipal-building"]');
  await mark.hover();
  await expect(tip(page)).toContainText('Clash at the Zvečan town hall');
  await expect(tip(page)).toContainText('29 May 2023');
  await expect(tip(page)).toHaveAttribute('aria-hidden', 'true');
  // It stays under the pointer.
  await page.clock.install();
  await tip(page).hover();
  await page.clock.runFor(1000);
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.resume();
  await expect(tip(page)).toHaveCount(0);
  await mark.hover();
  await expect(tip(page)).toBeVisible();
  await page.locator('h1').hover();
  await expect(tip(page)).toHaveCount(0);
});

test('the card comes with the keyboard too, and the first Escape is for it alone', async ({ site, page }) => {
  await site.open('?window=all&event=september-clash');
  await page.locator('[data-locator]').waitFor();
  const [first, second] = [page.locator('[data-mark]').first(), page.locator('[data-mark]').nth(1)];
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  await expect(tip(page)).toHaveAttribute('data-tip', (await second.getAttribute('data-mark'))!);
  const frame = (await page.locator('.stage').boundingBox())!;
  const box = (await tip(page).boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(frame.x);
  expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
  await page.keyboard.press('Escape');
  await expect(tip(page)).toHaveCount(0);
  await expect(page).toHaveURL(/event=september-clash/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/event=/);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a mark opens without a card', async ({ site, page }) => {
    await site.open(ALL);
    await page.locator('[data-locator]').waitFor();
    await page.locator('[data-mark="leposavic"]').tap();
    await expect(page).toHaveURL(/leposavic/);
    await expect(tip(page)).toHaveCount(0);
  });
});
