import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { call, ELEMENT, hydrated, inside, test as hosted } from './embedding-host.ts';
import { expect, test } from './site.ts';

type Told = { id: string; title: string; text: string; claims: string[]; day: string };
const { chapters } = JSON.parse(readFileSync('geodata/story.json', 'utf8')) as { chapters: Told[] };
const [first, second] = chapters as [Told, Told];
const last = chapters.at(-1)!;

const moments = (page: Page) => page.locator('[data-chapters]');
const current = (page: Page) => moments(page).locator('[aria-current="step"]');
const caption = (page: Page) => page.locator('[data-caption] article:visible');
const step = (page: Page, to: 'previous' | 'next') => moments(page).locator(`[data-step="${to}"]`);

/** The page shows a chapter: in the row, in the caption, in the address, and by its day. */
async function shows(page: Page, { id, title, text, day }: Told) {
  await expect(current(page)).toContainText(title);
  await expect(caption(page)).toHaveCount(1);
  await expect(caption(page)).toContainText(text);
  await expect(page.locator('.now time')).toHaveAttribute('datetime', day);
  await expect(page).toHaveURL(new RegExp(`\\?chapter=${id}$`));
}

test('buttons go through all moments; the address follows, and brings each back', async ({ site, page }) => {
  await site.open();
  await expect(current(page)).toHaveCount(0);
  for (const chapter of chapters) {
    await step(page, 'next').click();
    await shows(page, chapter);
  }
  await expect(step(page, 'next')).toHaveAttribute('aria-disabled', 'true');
  // The button keeps the focus, whatever opens beside it.
  await expect(step(page, 'next')).toBeFocused();
  await step(page, 'previous').click();
  await shows(page, chapters.at(-2)!);
  await page.reload();
  await shows(page, chapters.at(-2)!);
  await page.goBack();
  await shows(page, last);
});

test('arrow keys go through all moments from one stop of the tab key', async ({ site, page }) => {
  await site.open();
  await moments(page).getByRole('link').first().focus();
  for (const chapter of chapters) {
    await page.keyboard.press('ArrowRight');
    await shows(page, chapter);
    await expect(current(page)).toBeFocused();
  }
  await page.keyboard.press('Home');
  await shows(page, first);
  await expect(moments(page).locator('a[tabindex="0"]')).toHaveCount(1);
  await expect(page.locator('[data-announcement]').filter({ hasText: first.title })).toHaveCount(1);
});

test('a caption leads to its claims, and what the reader chooses leaves the chapter', async ({ site, page }) => {
  await site.open(`?chapter=${second.id}`);
  const links = caption(page).getByRole('link');
  await expect(links).toHaveCount(second.claims.length);
  await links.first().click();
  await expect(page.locator(`[data-detail="claim/${second.claims[0]}"]`)).toBeVisible();
  await expect(page).toHaveURL(/claim=/);
  await expect(current(page)).toHaveCount(0);
  await page.goBack();
  await shows(page, second);
  await page.locator('[data-slider="day"]').press('ArrowRight');
  await expect(current(page)).toHaveCount(0);
  await expect(page.locator('[data-caption]')).toHaveCount(0);
});

test('“Play the year” begins at the first event, and is one with the play button', async ({ site, page }) => {
  await site.open(`?chapter=${last.id}`);
  const year = moments(page).getByRole('button', { name: 'Play the year' });
  await year.click();
  await expect(page.locator('.now time')).toHaveAttribute('datetime', /^2023-04-/);
  await expect(current(page)).toHaveCount(0);
  const pause = page.locator('.transport').getByRole('button', { name: 'Pause', exact: true });
  await expect(moments(page).getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await pause.click();
  await expect(year).toBeVisible();
});

test('all captions have the height of the tallest: nothing below them moves', async ({ site, page }) => {
  await site.open(`?chapter=${first.id}`);
  const height = () => page.locator('[data-caption]').evaluate((box) => box.getBoundingClientRect().height);
  const before = await height();
  for (const chapter of chapters.slice(1)) {
    await step(page, 'next').click();
    await shows(page, chapter);
    expect(await height()).toBe(before);
  }
});

test('a chapter has a camera of its own', async ({ site, page }) => {
  const clash = chapters.find(({ id }) => id === 'armed-clash')!;
  await site.open(`?day=${clash.day}&window=day`);
  const apart = () =>
    page.evaluate(() => {
      const [a, b] = ['banjska', 'gate-one'].map((id) =>
        document.querySelector(`[data-mark="${id}"]`)!.getBoundingClientRect()
      );
      return Math.hypot(a!.x - b!.x, a!.y - b!.y);
    });
  const before = await apart();
  await moments(page).getByRole('link', { name: clash.title }).click();
  await shows(page, clash);
  await expect.poll(apart).toBeGreaterThan(before * 1.2);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a swipe over the caption goes on and back, and the slider stays where it is', async ({ site, page }) => {
    await site.open(`?chapter=${first.id}`);
    await shows(page, first);
    const client = await page.context().newCDPSession(page);
    const swipe = async (dx: number) => {
      const { x, y, width, height } = (await page.locator('[data-caption]').boundingBox())!;
      const [from, at] = [x + width / 2 - dx / 2, y + height / 2];
      const points = (along: number) => [{ x: from + dx * along, y: at }];
      await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
      for (const along of [0.25, 0.5, 0.75, 1])
        await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(along) });
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const slider = () => page.locator('[data-slider="day"]').evaluate((input) => input.getBoundingClientRect().y);
    const before = await slider();
    await swipe(-120);
    await shows(page, second);
    await swipe(120);
    await shows(page, first);
    await swipe(-30);
    await shows(page, first);
    expect(await slider()).toBe(before);
    await page.locator('[data-caption] > button').click();
    await expect(page.locator('[data-caption]')).toHaveCount(0);
    expect(await slider()).toBe(before);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a moment has its caption in the record, and leads to its own page', async ({ site, page }) => {
    // The browser blocks the page's scripts.
    site.expected.push(/^failed: .*\.js$/);
    await page.goto(site.url());
    const link = moments(page).getByRole('link', { name: second.title });
    await expect(page.locator(`#chapter-${second.id}`)).toContainText(second.text);
    await link.click();
    await expect(page).toHaveURL(site.url('', `/chapter/${second.id}/`));
  });
});

test('on paper the moments stand in the record, and their row does not', async ({ site, page }) => {
  await site.open(`?chapter=${second.id}`);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(moments(page)).toBeHidden();
  await expect(page.locator('[data-caption]')).toBeHidden();
  for (const { id, text } of chapters) await expect(page.locator(`#chapter-${id}`)).toContainText(text);
  await expect(page.locator('#record [id^="chapter-"]').first()).toBeVisible();
});

hosted('an embed shows the moments where it is asked to, in the room kept for it', async ({ host, page }) => {
  hosted.slow();
  for (const lang of ['en', 'sq', 'sr-Cyrl'])
    for (const width of lang === 'en' ? [1200, 701, 520, 400, 340, 280] : [1200, 520, 280]) {
      await page.setViewportSize({ width, height: 1200 });
      await host.open(
        `<style>body{margin:0}</style><script src="${host.map}embed.js"></script><${ELEMENT} chapter="${second.id}" story="1" lang="${lang}"></${ELEMENT}>`
      );
      const frame = inside(page);
      await hydrated(frame);
      await expect(frame.locator('[data-caption] article:visible')).toHaveCount(1);
      const reserved = await page.locator(ELEMENT).evaluate((map) => map.getBoundingClientRect().height);
      const parts = await frame
        .locator('[data-embed]')
        .evaluate((embed) => [...embed.children].reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
      expect(parts, `${lang}, ${width} px`).toBeLessThanOrEqual(reserved);
    }
});

hosted('a page opens a moment of the embed, and hears of it', async ({ host, page }) => {
  await host.open(`<script src="${host.map}embed.js"></script><${ELEMENT} story="1"></${ELEMENT}>`);
  const frame = inside(page);
  await hydrated(frame);
  await expect(frame.locator('[data-caption] article:visible')).toHaveCount(0);
  await call(page, 'openChapter', second.id);
  await expect(frame.locator('[data-chapters] [aria-current="step"]')).toContainText(second.title);
  await expect(frame.locator('[data-caption] article:visible')).toContainText(second.text);
  const state = () =>
    page.locator(ELEMENT).evaluate((map) => (map as unknown as { state: { chapter: string | null } }).state.chapter);
  await expect.poll(state).toBe(second.id);
  await frame.locator('[data-chapters] [data-step="next"]').click();
  await expect.poll(state).toBe(chapters[2]!.id);
  await call(page, 'openChapter', null);
  await expect.poll(state).toBeNull();
});
