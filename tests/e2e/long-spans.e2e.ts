import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import sirv from 'sirv';
import { isoDay, parseDay } from '../../src/lib/model/day.ts';
import type { DayWindow } from '../../src/lib/model/time.ts';
import { syntheticDataset } from '../synthetic/dataset.ts';
import { syntheticColumns } from '../synthetic/generate.ts';
import { axeViolations } from './axe-violations.ts';
import { listen } from './listen.ts';
import { pageWith } from './page-data.ts';
import { expect, test as base } from './site.ts';
import { BUILD, SUB_PATH } from './static-server.ts';

/* The built page with made-up events over other spans of time: `?span=day` or another, two centuries without it. */

const span = (from: string, to: string): DayWindow => ({ from: parseDay(from)!, to: parseDay(to)! });
const SPANS = {
  day: span('1914-06-28', '1914-06-28'),
  week: span('1914-06-28', '1914-07-04'),
  months: span('1914-06-15', '1914-08-14'),
  year: span('1914-01-01', '1914-12-31'),
  years: span('1908-03-10', '1920-02-28'),
  centuries: span('1823-05-02', '2023-12-31')
};
const ROWS = { day: 12, week: 12, months: 60, year: 300, years: 300, centuries: 1500 };

const pageOver = (domain: DayWindow, rows: number) =>
  pageWith((like) => {
    const made = syntheticDataset(like, syntheticColumns({ rows, domain, uncertain: 0.1 }));
    return { ...made, info: { ...made.info, domain, firstView: { ...made.info.firstView, day: domain.to } } };
  });

const test = base.extend<object, { served: { server: Server; origin: string } }>({
  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const files = sirv(BUILD, { dev: true });
      const pages = new Map<string, string>();
      const pageOf = (name: keyof typeof SPANS) =>
        pages.get(name) ?? pages.set(name, pageOver(SPANS[name], ROWS[name])).get(name)!;
      const server = createServer((request, response) => {
        request.url = request.url!.slice(SUB_PATH.length);
        if (!/^\/(\?|$)/.test(request.url)) return files(request, response, () => void response.writeHead(404).end());
        const name = /span=(\w+)/.exec(request.url)?.[1] ?? 'centuries';
        response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(name as keyof typeof SPANS));
      });
      const origin = await listen(server);
      await use({ server, origin });
      server.close();
    },
    { scope: 'worker' }
  ]
});

const slider = '[data-slider="day"]';
const ends = (element: Element) =>
  [(element as HTMLInputElement).min, (element as HTMLInputElement).value, (element as HTMLInputElement).max].map(
    Number
  );
const days = (...iso: string[]) => iso.map((day) => parseDay(day)!);

test('in two centuries the axis is zoomed to a year or a month, where each day can be chosen, and a link keeps it', async ({
  site,
  page
}) => {
  await site.open('?day=1914-06-28&window=all');
  const day = page.locator(slider);
  expect(await day.evaluate(ends)).toEqual(days('1823-05-02', '1914-06-28', '2023-12-31'));
  const size = page.getByRole('combobox', { name: 'The axis shows' });
  await expect(size.locator('option')).toHaveText(['everything', 'a century', 'a decade', 'a year', 'a month']);
  await size.selectOption('year');
  expect(await day.evaluate(ends)).toEqual(days('1914-01-01', '1914-06-28', '1914-12-31'));
  await expect(page).toHaveURL(/day=1914-06-28&window=all&axis=year$/);
  // The lanes are on the same axis.
  const months = page.locator('[data-lane="events"] .months line');
  await expect(months).toHaveCount(12);
  await size.selectOption('month');
  expect(await day.evaluate(ends)).toEqual(days('1914-06-01', '1914-06-28', '1914-06-30'));
  // A click on the axis chooses a single day.
  const box = (await day.boundingBox())!;
  const thumb = await day.evaluate((element) => parseFloat(getComputedStyle(element).getPropertyValue('--thumb')));
  const at = thumb / 2 + ((box.width - thumb) * 13) / 29;
  await page.mouse.click(box.x + at, box.y + box.height / 2);
  await expect(day).toHaveAttribute('aria-valuetext', /^14 June 1914/);
  await expect(page).toHaveURL(/day=1914-06-14&window=all&axis=month$/);
  await page.goBack();
  await expect(size).toHaveValue('year');
  // Its sender's view.
  await expect(page).toHaveURL(/axis=year/);
  await page.reload();
  await expect(size).toHaveValue('year');
  expect((await day.evaluate(ends))[0]).toBe(parseDay('1914-01-01'));
});

test('by keyboard the axis turns to the next year at its end, and a page leads further on a longer axis', async ({
  site,
  page
}) => {
  await site.open('?day=1914-12-31&window=week&axis=year');
  const day = page.locator(slider);
  await day.focus();
  await page.keyboard.press('ArrowRight');
  await expect(day).toHaveAttribute('aria-valuetext', /^1 January 1915/);
  expect(await day.evaluate(ends)).toEqual(days('1915-01-01', '1915-01-01', '1915-12-31'));
  await page.keyboard.press('ArrowLeft');
  expect(await day.evaluate(ends)).toEqual(days('1914-01-01', '1914-12-31', '1914-12-31'));
  await page.keyboard.press('PageUp');
  await expect(day).toHaveAttribute('aria-valuetext', /^30 January 1915/);
  await expect(page.locator('[data-slider="from"]')).toHaveAttribute('aria-valuetext', /24 January 1915/);
  await page.getByRole('combobox', { name: 'The axis shows' }).selectOption('decade');
  await day.focus();
  await page.keyboard.press('PageDown');
  await expect(day).toHaveAttribute('aria-valuetext', /^30 January 1914/);
  await expect(page.getByText('Page Up and Page Down by 365 days')).toBeAttached();
});

test('above the axis the whole is seen with its events, and dragging there moves the day and what the axis shows', async ({
  site,
  page
}) => {
  await site.open('?day=1914-06-28&window=month&axis=year');
  const whole = page.locator('[data-whole]');
  await expect(whole.getByRole('img', { name: /^Events from 2 May 1823 to 31 December 2023$/ })).toBeVisible();
  await expect(whole.locator('path.certain')).toHaveCount(1);
  const frame = whole.locator('rect');
  const before = (await frame.boundingBox())!;
  const box = (await whole.boundingBox())!;
  await page.mouse.move(before.x + 1, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(before.x + 200, box.y + 8, { steps: 5 });
  await page.mouse.up();
  const [from, day, to] = await page.locator(slider).evaluate(ends);
  expect(from!).toBeGreaterThan(parseDay('1930-01-01')!);
  expect(isoDay(from as never).slice(5)).toBe('01-01');
  expect(day! >= from! && day! <= to!).toBe(true);
  const after = (await frame.boundingBox())!;
  expect(after.x - before.x).toBeGreaterThan(180);
});

test('at the width of a phone the whole, its choice and the slider fit, and no rule of accessibility is broken', async ({
  site,
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await site.open('?day=1914-06-28&window=month&axis=month');
  await expect(page.locator('[data-whole] svg')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await axeViolations(page)).toEqual([]);
});

/** Where the letters and lines of an axis stand, px: letters by their ends. */
const axisOf = (page: Page) =>
  page.locator('.deck .slider svg').evaluateAll((drawings) => ({
    labels: drawings
      .flatMap((drawing) => [...drawing.querySelectorAll('text')])
      .map((text) => text.getBoundingClientRect())
      .map(({ left, right }) => ({ left, right }))
      .sort((a, b) => a.left - b.left),
    days: drawings
      .flatMap((drawing) => [...drawing.querySelectorAll('path[data-filtered]')])
      .flatMap((path) => [...path.getAttribute('d')!.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x)))
  }));

for (const width of [320, 390, 1280])
  test(`over a day, a week, two months, a year, twelve years and two centuries no label of the axis touches another, at ${width} px`, async ({
    site,
    page
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const name of Object.keys(SPANS)) {
      await site.open(name === 'centuries' ? '' : `?span=${name}`);
      const { labels, days } = await axisOf(page);
      expect(labels.length, name).toBeGreaterThan(0);
      labels.slice(1).forEach(({ left }, at) => expect(left, name).toBeGreaterThan(labels[at]!.right + 2));
      // Beyond it they are clipped.
      const deck = (await page.locator('.deck .slider').first().boundingBox())!;
      expect(labels.at(-1)!.right, name).toBeLessThanOrEqual(deck.x + deck.width);
      days.slice(1).forEach((x, at) => expect(x - days[at]!, name).toBeGreaterThan(name === 'centuries' ? 2.9 : 0));
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

test('a window that is as long as the domain is offered once, and a link that asks for a longer one shows what it did', async ({
  site,
  page
}) => {
  const choices = page.locator('.choices fieldset').filter({ hasText: 'Show' });
  await site.open('?span=week&day=1914-06-30&window=month');
  await expect(choices.locator('label')).toHaveText(['this day', 'the year so far']);
  await expect(choices.getByRole('radio', { name: 'the year so far' })).toBeChecked();
  await expect(page.locator('#list h2')).toHaveText('28–30 June 1914');
  await expect(page).toHaveURL(/window=month/);
  await site.open('?span=day&window=week');
  await expect(page.locator(slider)).toBeVisible();
  await expect(choices).toHaveCount(0);
  await expect(page.locator('#list h2')).toHaveText('Sunday, 28 June 1914');
});

test('a domain of one day has its slider in the middle, and nothing to zoom', async ({ site, page }) => {
  await site.open('?span=day');
  const day = page.locator(slider);
  expect(await day.evaluate(ends)).toEqual(days('1914-06-28', '1914-06-28', '1914-06-28'));
  const box = (await day.boundingBox())!;
  const tick = (await page.locator('.deck .slider line').first().boundingBox())!;
  expect(Math.abs(box.x + box.width / 2 - tick.x)).toBeLessThan(1.5);
  await expect(page.getByRole('combobox', { name: 'The axis shows' })).toHaveCount(0);
  await expect(page.locator('[data-slider="from"]')).toBeHidden();
  await expect(page.locator('.deck').getByText('28', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});
