import { english } from '../../src/lib/i18n/catalogues.ts';
import { isoDay, type Day } from '../../src/lib/model/day.ts';
import { expect, test, type Site } from './site.ts';

const slider = (site: Site) => site.page.locator('[data-slider="day"]');

/** Moves the slider with the mouse to a share of its length, in several steps, as a hand does. */
async function drag(site: Site, from: number, to: number) {
  const box = (await slider(site).boundingBox())!;
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  await site.page.mouse.move(...at(from));
  await site.page.mouse.down();
  for (let step = 1; step <= 8; step++) await site.page.mouse.move(...at(from + ((to - from) * step) / 8));
  await site.page.mouse.up();
}

const urlDay = (site: Site) => new URL(site.page.url()).searchParams.get('day');

/** Waits until the address has caught up with the slider: it is written when interaction rests. */
async function rested(site: Site): Promise<string> {
  await expect
    .poll(async () => {
      const day = Number(await slider(site).inputValue());
      return urlDay(site) === isoDay(day as Day);
    })
    .toBe(true);
  return urlDay(site)!;
}

test('dragging, stepping and typing the date end in the same scene', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await drag(site, 0.41, 0.73);
  const dragged = { day: await rested(site), scene: await site.scene() };
  expect(dragged.day).toMatch(/^2023-(0[6-9]|1\d)/);

  await site.open(`?day=${dragged.day}&window=day`);
  await expect.poll(() => site.scene()).toEqual(dragged.scene);

  await site.open('?day=2023-05-29&window=day');
  await page.getByLabel('Go to').fill(dragged.day);
  await expect.poll(() => site.scene()).toEqual(dragged.scene);
});

test('stepping by arrows ends in the same scene as typing the date', async ({ site, page }) => {
  await site.open('?day=2023-05-26&window=day');
  await slider(site).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await page.waitForURL(/day=2023-05-30/);
  const stepped = await site.scene();
  await site.open('?day=2023-05-30&window=day');
  await expect.poll(() => site.scene()).toEqual(stepped);
});

test('playing moves whole days, stops on request, and ends in the scene of that date', async ({ site, page }) => {
  await site.open('?day=2023-09-20&window=day');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(slider(site)).not.toHaveAttribute('aria-valuetext', /20 September 2023/);
  await page.locator('.transport').getByRole('button', { name: 'Pause', exact: true }).click();
  const played = { day: await rested(site), scene: await site.scene() };
  await site.open(`?day=${played.day}&window=day`);
  await expect.poll(() => site.scene()).toEqual(played.scene);
});

test('arrows, PageUp, PageDown, Home and End move the slider', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await slider(site).focus();
  const press = async (key: string, shown: RegExp) => {
    await page.keyboard.press(key);
    await expect(slider(site)).toHaveAttribute('aria-valuetext', shown);
  };
  await press('ArrowRight', /30 May 2023/);
  await press('ArrowLeft', /29 May 2023/);
  await press('Home', /1 January 2023/);
  await press('End', /31 December 2023/);
  await press('PageDown', /1 December 2023|30 November 2023/);
  await press('PageUp', /31 December 2023/);
});

test('the step buttons go from event to event', async ({ site, page }) => {
  await site.open('?day=2023-05-29&window=day');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(slider(site)).toHaveAttribute('aria-valuetext', /30 May 2023/);
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(slider(site)).toHaveAttribute('aria-valuetext', /24 September 2023/);
  await page.getByRole('button', { name: 'Previous event' }).click();
  await expect(slider(site)).toHaveAttribute('aria-valuetext', /30 May 2023/);
});

test('the as-of day can follow the slider', async ({ site, page }) => {
  await site.open('?day=2023-05-30&window=week');
  await page.getByRole('radio', { name: english.t('time.asOf.day') }).check({ force: true });
  await expect(page).toHaveURL(/asof=day/);
  await expect(page.locator('#list [data-event="zvecan-clash"]')).toContainText(/injured:\s+KFOR\s+30\b/);
  await expect(page.locator('#list [data-event="zvecan-clash"]')).not.toContainText('93');
});

test('Back undoes a selection, and reload keeps the state', async ({ site, page }) => {
  await site.open('?day=2023-09-24&window=day');
  await page.locator('[data-mark="banjska"]').click();
  await expect(page).toHaveURL(/site=banjska/);
  await page.reload();
  await expect(page.locator('[data-detail="site/banjska"]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-detail]')).toHaveCount(0);
  await page.goForward();
  await expect(page.locator('[data-detail="site/banjska"]')).toBeVisible();
});

const STATES = [
  '?day=2023-05-30&window=week&asof=day&event=zvecan-clash',
  '?day=2023-09-24&window=month&site=banjska&names=sr-Cyrl',
  '?day=2023-11-24&window=all&asof=2023-11-21&hide=statement,vote',
  '?day=2023-12-07&window=day&article=postsen-2023-12-07&without=topwar-2023-09-29&external=1',
  '?day=2023-11-27&window=day&claim=ocnal-17'
];
for (const state of STATES) {
  test(`a link copied in the state ${state} reopens it`, async ({ site, page, context }) => {
    await site.open(state);
    const link = page.url();
    const other = await context.newPage();
    await other.goto(link);
    await other.locator('[data-hydrated]').waitFor({ state: 'attached' });
    await expect(other.locator('[data-slider="day"]')).toHaveAttribute(
      'aria-valuetext',
      (await slider(site).getAttribute('aria-valuetext'))!
    );
    await expect.poll(() => other.locator('#list').innerText()).toBe(await page.locator('#list').innerText());
    expect(new URL(link).search).toBe(state);
    await other.close();
  });
}

test('unknown values in an address are left out, and their keys listed', async ({ site, page }) => {
  await site.open('?day=2023-02-30&event=nowhere');
  const note = page.getByRole('status').filter({ hasText: 'day=2023-02-30' });
  await expect(note).toContainText('event, day=');
  await expect(note).not.toContainText('nowhere');
});
