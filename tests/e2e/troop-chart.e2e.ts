import { expect, test, type Site } from './site.ts';

const chart = (site: Site) => site.page.locator('[data-troop-chart]');
const marks = (site: Site) => chart(site).locator('[data-mark-key]');

test('every mark opens the claim that it shows', async ({ site, page }) => {
  await site.open('?day=2023-12-31&window=all');
  const all = await marks(site).evaluateAll((each) =>
    each.map((mark) => [mark.getAttribute('data-mark-key')!, mark.getAttribute('data-claim')!.split(' ')] as const)
  );
  expect(all.length).toBeGreaterThan(8);
  for (const [key, claims] of all) {
    const mark = chart(site).locator(`[data-mark-key="${key}"]`);
    await mark.dispatchEvent('click', { button: 0 });
    await expect(page.locator(`[data-detail="claim/${claims[0]}"]`)).toBeVisible();
    await expect(mark).toHaveAttribute('aria-current', 'true');
  }
});

test('the total is pressed where it stands, and its words too', async ({ site, page }) => {
  await site.open('?day=2023-11-20');
  await chart(site).getByText('more than 4,500 from 27 countries, 20 Nov').click();
  await expect(page).toHaveURL(/claim=unidentified-14/);
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /20 November 2023/);
});

test('the marks are one tab stop; arrows go from one to the next, Enter opens', async ({ site, page }) => {
  await site.open('?day=2023-11-20');
  expect(
    await marks(site).evaluateAll((all) => all.filter((mark) => mark.getAttribute('tabindex') === '0').length)
  ).toBe(1);
  await marks(site).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(marks(site).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(marks(site).last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-detail="claim/unidentified-14"]')).toBeVisible();
});

test('a line follows the pointer, and the words above tell its day; nothing moves', async ({ site, page }) => {
  await site.open('?day=2023-12-31&window=all');
  const readout = chart(site).locator('[data-readout]');
  const svg = chart(site).locator('svg').first();
  await svg.scrollIntoViewIfNeeded();
  await expect(readout).toContainText('31 December 2023');
  const before = (await svg.boundingBox())!;
  for (const [share, told] of [
    [0.2, 'no total stated in these articles up to this day'],
    [0.7, '700 decided, 700 possibly sent, deployed (no number)'],
    [0.97, 'last stated']
  ] as const) {
    await page.mouse.move(before.x + before.width * share, before.y + 6);
    await expect(readout.locator('p').first()).toContainText(told);
    expect((await svg.boundingBox())!).toEqual(before);
  }
  await page.mouse.move(before.x + before.width * 0.5, before.y - 200);
  await expect(readout).toContainText('31 December 2023');
});

test('dragging over the chart scrubs', async ({ site, page }) => {
  await site.open('?day=2023-12-31&window=all');
  const svg = chart(site).locator('svg').first();
  await svg.scrollIntoViewIfNeeded();
  const box = (await svg.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.9, box.y + 70);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, box.y + 70, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /(February|March|April) 2023/);
});

test('the table has every statement of the chart, each with its claim', async ({ site, page }) => {
  await site.open('?day=2023-12-31&window=all');
  await page.locator('[data-troop-table] summary').click();
  const rows = page.locator('[data-troop-table] tbody tr');
  await expect(rows.filter({ hasText: 'more than 4,500' })).toContainText('unidentified news site, line');
  const claims = async (selector: string) =>
    new Set(
      (
        await page.locator(selector).evaluateAll((all) => all.map((each) => each.getAttribute('data-claim') ?? ''))
      ).flatMap((ids) => ids.split(' '))
    );
  expect(await claims('[data-troop-table] [data-claim]')).toEqual(await claims('[data-troop-chart] [data-mark-key]'));
  await rows.filter({ hasText: 'more than 4,500' }).getByRole('link').click();
  await expect(page.locator('[data-detail="claim/unidentified-14"]')).toBeVisible();
});

test('external strengths stand beside it with their layer, marked external, and lead to their source', async ({
  site
}) => {
  await site.open('?day=2023-12-31&window=all');
  await expect(chart(site).locator('[data-external]')).toHaveCount(0);
  const height = (await chart(site).boundingBox())!.height;
  await site.open('?day=2023-12-31&window=all&external=1');
  const first = chart(site).locator('[data-external]').first();
  await expect(first).toHaveAttribute('href', /^https:/);
  await expect(first).toHaveAttribute('aria-label', /^outside source/);
  expect((await chart(site).boundingBox())!.height).toBe(height);
});

test('it is on paper, as wide as the sheet, with its words and without its table', async ({ site, page }) => {
  await site.open('?day=2023-11-20');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 695, height: 1000 });
  const svg = chart(site).locator('svg').first();
  await expect(svg).toBeVisible();
  await expect(svg).toContainText('more than 4,500 from 27 countries, 20 Nov');
  await expect(chart(site).locator('[data-readout]')).toContainText('stated for this day');
  await expect(page.locator('[data-troop-table]')).toBeHidden();
  const box = (await svg.boundingBox())!;
  expect(box.width).toBeLessThanOrEqual(695);
});

test('an embed has it where it is asked for; marks lead to the full map', async ({ site, page }) => {
  await page.goto(site.url('?day=2023-11-20', '/embed/'));
  await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await expect(chart(site)).toHaveCount(0);
  await page.goto(site.url('?day=2023-11-20&troops=1', '/embed/'));
  await expect(marks(site).first()).toHaveAttribute('href', /claim=unidentified-14/);
  await expect(marks(site).first()).toHaveAttribute('target', '_blank');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('marks lead to the claim in the record', async ({ site, page }) => {
    site.expected.push(/^failed: .*\.js$/);
    await page.goto(site.url());
    const href = await marks(site).first().getAttribute('href');
    expect(href).toBe('#claim-unidentified-14');
    await expect(page.locator(href!)).toBeAttached();
  });
});
