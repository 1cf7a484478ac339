import { readFileSync } from 'node:fs';
import type { Dataset, DatasetEvent, Site } from '../../src/lib/model/dataset.ts';
import { addDays } from '../../src/lib/model/day.ts';
import { numbers } from '../unit/random-view.ts';
import { expect, test, type Site as OpenedSite } from './site.ts';

/*
 * The built page with another data set in it: 10,000 events at 300 sites, in place of those that it was built with.
 */

const EVENTS = 10_000;
const SITES = 300;
const DATA = /(<script[^>]*id="data"[^>]*>)([\s\S]*?)(<\/script>)/;

const html = readFileSync('build/index.html', 'utf8');

function withManyEvents(dataset: Dataset): Dataset {
  const random = numbers(41);
  const below = (count: number) => Math.floor(random.next().value * count);
  const { domain, bounds } = dataset.info;
  const [west, south, east, north] = bounds;
  const sites = Array.from({ length: SITES }, (_, at): Site => {
    const lngLat: Site['lngLat'] = [
      west + (east - west) * random.next().value,
      south + (north - south) * random.next().value
    ];
    return { ...dataset.sites[0]!, id: `site-${at}`, names: { en: `Site ${at}` }, lngLat, context: false };
  });
  const claim = dataset.claims.find(({ quantities }) => quantities.length === 0)!;
  const days = Array.from({ length: EVENTS }, () => addDays(domain.from, below(domain.to - domain.from + 1))).sort(
    (a, b) => a - b
  );
  const events = days.map((day, at): DatasetEvent => {
    const last = addDays(day, below(4) === 0 ? below(9) : 0);
    return {
      id: `event-${at}`,
      kind: dataset.codes.kinds[below(dataset.codes.kinds.length)]!.id,
      title: `Event ${at}`,
      date: {
        edtf: '',
        earliest: day,
        latest: last,
        softEarliest: day,
        softLatest: last,
        approximate: false,
        uncertain: false,
        basis: 'made up'
      },
      extent: 'within',
      planned: false,
      places: [{ ref: `site-${below(SITES)}`, basis: 'article', precision: 'village' }],
      claims: [{ id: claim.id, role: 'about', basis: 'article' }],
      labels: []
    };
  });
  return { ...dataset, sites, events };
}

async function open(site: OpenedSite, query: string, { map = false } = {}) {
  const data = JSON.parse(DATA.exec(html)![2]!);
  const text = JSON.stringify({ ...data, dataset: withManyEvents(data.dataset) }).replaceAll('<', '\\u003c');
  const body = html.replace(DATA, (_, open: string, __: string, close: string) => open + text + close);
  await site.page.route('**/some/sub/path/?*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await site.open(query, { map });
}

test('with many sites the map draws counts and symbols, which can be picked, and the list is the way for the keyboard', async ({
  site,
  page
}) => {
  await open(site, '?day=2023-06-30&window=week', { map: true });
  await expect(page.locator('.mark[data-mark]')).toHaveCount(0);
  const list = page.locator('[data-list="events"]');
  const first = list.locator('[data-event]').first();
  const total = Number(await first.getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(150);
  // Where nothing is, nothing is found; somewhere something is: a count, which parts as the map shows its places, or an
  // event.
  const canvas = page.locator('.maplibregl-canvas');
  const box = (await canvas.boundingBox())!;
  const frame = page.locator('[data-locator] .shown');
  let zoomed = 0;
  let found: string | null = null;
  for (let at = 0; at < 400 && !found; at++) {
    const [x, y] = [box.x + 20 + ((at * 37) % (box.width - 120)), box.y + 20 + ((at * 53) % (box.height - 60))];
    await page.mouse.move(x, y);
    if ((await canvas.evaluate((canvas) => (canvas as HTMLElement).style.cursor)) !== 'pointer') continue;
    const before = await frame.getAttribute('width');
    await page.mouse.click(x, y);
    const detail = page.locator('[data-detail]');
    await expect
      .poll(async () => (await detail.count()) > 0 || (await frame.getAttribute('width')) !== before)
      .toBe(true);
    if ((await detail.count()) > 0) found = await detail.getAttribute('data-detail');
    else zoomed++;
  }
  expect(zoomed).toBeGreaterThan(0);
  expect(found).toMatch(/^(event\/event|site\/site)-/);
});

test('a long list is in the document only as far as it is seen, and says how long it is', async ({ site, page }) => {
  await open(site, '?day=2023-06-30&window=all');
  const items = page.locator('[data-list="events"] [data-event]');
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  const total = Number(await items.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(4000);
  expect(await items.count()).toBeLessThan(120);
  const side = page.locator('#list');
  await side.evaluate(
    (panel) => (panel.scrollTop = panel.querySelector('[data-list="events"]')!.getBoundingClientRect().height / 2)
  );
  await expect.poll(async () => Number(await items.first().getAttribute('aria-posinset'))).toBeGreaterThan(total / 3);
  const positions = await items.evaluateAll((all) => all.map((item) => Number(item.getAttribute('aria-posinset'))));
  expect(positions).toEqual(positions.map((_, at) => positions[0]! + at));
});

test('the timeline has bars, which answer to the filters and not to the slider', async ({ site, page }) => {
  await open(site, '?day=2023-06-30&window=day');
  const bars = () =>
    page
      .locator('[data-bars]')
      .evaluateAll((paths) => paths.map((path) => `${path.getAttribute('data-bars')} ${path.getAttribute('d')}`));
  await expect(page.locator('[data-bars]')).toHaveCount(8);
  const all = await bars();
  await page.locator('[data-slider="day"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-slider="day"]')).toHaveAttribute('aria-valuetext', /1 July/);
  expect(await bars()).toEqual(all);
  await page.locator('.filters input[type="checkbox"]').first().click();
  await expect.poll(bars).not.toEqual(all);
});
