import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './test.ts';
import type { Visit } from './visit.ts';

const DAY = '.now time';
const SLIDER = '[data-slider="day"]';

const mapIs = (visit: Visit, state: string) =>
  visit.until((state) => document.querySelector('[data-map-state]')?.getAttribute('data-map-state') === state, state);
const addressHas = (visit: Visit, part: string) => visit.until((part) => location.search.includes(part), part);
const focus = (visit: Visit, selector: string) =>
  visit.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.focus(), selector);

async function scrubByKeyboard(visit: Visit) {
  await focus(visit, SLIDER);
  await visit.press('End');
  await visit.shows(DAY, '31 December 2023');
  await visit.press('ArrowLeft');
  await visit.shows(DAY, '30 December 2023');
}

test('scrub, choose, filter, search, share and download', async ({ visit, served, folder }) => {
  await visit.open(`${served}?day=2023-05-29&window=day`);
  await visit.shows(DAY, '29 May 2023');
  await mapIs(visit, 'ready');
  await visit.look('desktop');

  await test.step('scrub by keyboard', () => scrubByKeyboard(visit));
  await test.step('scrub by pointer', async () => {
    const { x, y } = await visit.placeOf(SLIDER);
    const end = await visit.evaluate(
      (selector) => document.querySelector(selector)!.getBoundingClientRect().right,
      SLIDER
    );
    await visit.drag({ x: end - 12, y }, { x, y });
    await visit.until((selector) => {
      const { value, min, max } = document.querySelector<HTMLInputElement>(selector)!;
      return Math.abs(Number(value) - (Number(min) + Number(max)) / 2) < 5;
    }, SLIDER);
  });
  await test.step('choose an event, on the map and in the list', async () => {
    await visit.open(`${served}?day=2023-09-24&window=week`);
    await visit.click('[data-mark="banjska"]');
    await visit.until(() => !!document.querySelector('[data-detail="site/banjska"]'));
    await visit.click('[data-detail] [data-event="september-clash"] a');
    await visit.until(() => !!document.querySelector('[data-detail="event/september-clash"]'));
    await visit.press('Escape');
    await visit.until(() => !document.querySelector('[data-detail]'));
  });
  await test.step('filter', async () => {
    await visit.click('label', 'Armed clash');
    await addressHas(visit, 'hide=armed_clash');
    await visit.until(() => !document.querySelector('[data-mark="banjska"]'));
  });
  await test.step('copy the link', async () => {
    await visit.click('button', 'Share and embed');
    await visit.click('dialog button', 'Copy: Link');
    await visit.shows('dialog[open]', 'Copied');
    await visit.press('Escape');
  });
  await test.step('search, for what was copied too', async () => {
    await visit.press('k', true);
    await visit.until(() => !!document.querySelector('dialog[open] input[type="search"]'));
    await visit.press('v', true);
    await visit.shows('dialog[open] input', 'hide=armed_clash');
    await visit.press('a', true);
    await visit.type('banjska');
    await visit.until(() => !!document.querySelector('[data-found="place/banjska"]'));
    await visit.press('Enter');
    await visit.until(() => !!document.querySelector('[data-detail="site/banjska"]'));
  });
  await test.step('download what is shown', async () => {
    await visit.click('#downloads summary');
    await visit.click('[data-make="events.geojson"]');
    const file = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.geojson'));
    await expect.poll(file).toBeTruthy();
    const text = () => readFileSync(join(folder, file()!), 'utf8');
    await expect.poll(text).toMatch(/\}\s*$/);
    expect(JSON.parse(text()).about.filter.query).toContain('hide=armed_clash');
  });
});

test('languages, and the other page', async ({ visit, served }) => {
  await visit.open(`${served}?day=2023-09-24&window=week`);
  for (const [id, date] of [
    ['sq', '24 shtator 2023'],
    ['sr-Cyrl', '24. септембар 2023.']
  ] as const) {
    await visit.click('[data-languages] summary');
    await visit.click(`a[hreflang="${id}"]`);
    await visit.until((id) => document.documentElement.lang === id && !!document.querySelector('[data-hydrated]'), id);
    await visit.shows(DAY, date);
  }
  await visit.look('cyrillic');
  await visit.click('header a[href$="about/"]');
  await visit.until(() => location.pathname.endsWith('/sr-Cyrl/about/') && !!document.querySelector('#boundary'));
  await visit.look('about');
});

test('a phone’s width', async ({ visit, served }) => {
  await visit.resize(390, 844);
  await visit.open(`${served}?day=2023-09-24&window=week`);
  await mapIs(visit, 'ready');
  const tooWide = () => document.documentElement.scrollWidth > innerWidth;
  expect(await visit.evaluate(tooWide)).toBe(false);
  await visit.look('phone');
  await visit.click('[data-mark="banjska"]');
  await visit.until(() => !!document.querySelector('[data-detail="site/banjska"]'));
  expect(await visit.evaluate(tooWide)).toBe(false);
  await visit.look('phone-details');
});

test.describe('without WebGL', () => {
  test.use({ webgl: false });
  test('the drawing is the map', async ({ visit, served }) => {
    await visit.open(`${served}?day=2023-09-24&window=week`);
    await mapIs(visit, 'fallback');
    await visit.look('no-webgl');
    await visit.click('[data-mark="banjska"]');
    await visit.until(() => !!document.querySelector('[data-detail="site/banjska"]'));
    await scrubByKeyboard(visit);
  });
});
