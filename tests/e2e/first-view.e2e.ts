import { readFileSync } from 'node:fs';
import { axeViolations } from './axe-violations.ts';
import { findShell } from './find-browser.ts';
import { isMapLibrary } from './map-library.ts';
import { atRest, different } from './pixels.ts';
import { expect, Site, test } from './site.ts';

const html = readFileSync('build/index.html', 'utf8');
const withoutScript = html.replace(/<script[\s\S]*?<\/script>/g, '');
const WORKER = /maplibre-gl-worker[^/]*\.js$/;
const PAGE = '**/some/sub/path/';
const NOT_FOUND = { status: 404, body: 'not found' };

/** The page as without script, in a browser where axe and measurements still run. */
async function openWithoutScript(site: Site) {
  await site.page.route(PAGE, (route) => route.fulfill({ contentType: 'text/html', body: withoutScript }));
  await site.page.goto(site.url());
}

/** The reader scrubs, selects a site, and follows it to a claim. */
async function expectToWork({ page }: Site) {
  const slider = page.locator('[data-slider="day"]');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /30 May 2023/);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-mark="zvecan-municipal-building"]')).toHaveAttribute('data-presence', 'certain');
  await page.locator('[data-mark="zvecan-municipal-building"]').click();
  await page.locator('[data-detail] [data-event="zvecan-clash"] a').first().click();
  await expect(page.locator('[data-detail="event/zvecan-clash"]')).toContainText('BlazeTrends, line 5');
  await page.keyboard.press('Escape');
}

async function expectFallback(site: Site) {
  await expect(site.page.locator('[data-map-state="fallback"]')).toBeVisible();
  await expect(site.page.locator('[data-static-map="basemap"]')).toBeVisible();
  await expect(site.page.getByRole('status').filter({ hasText: /cannot (be )?zoom/ })).toBeVisible();
  await expectToWork(site);
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  // The browser blocks the page's scripts.
  test.beforeEach(({ site }) => {
    site.expected.push(/^failed: .*\.js$/);
  });

  test('map, time panel, list, claims and sources are readable', async ({ site, page }) => {
    await page.goto(site.url());
    await expect(page.locator('[data-static-map="whole"]')).toBeVisible();
    await expect(page.locator('[data-drawn="zvecan-municipal-building"]')).toBeVisible();
    await expect(page.locator('[data-lane="events"] svg').first()).toBeVisible();
    await expect(page.locator('[data-troop-chart] svg')).toBeVisible();
    await expect(page.locator('#list')).toContainText('Clash at the Zvečan town hall');
    await expect(page.locator('#record table').first()).toContainText('4,500');
    await expect(page.locator('noscript')).toBeVisible();
    for (const id of ['event-september-clash', 'claim-ocnal-15', 'article-ocnal-2023-11-27']) {
      await expect(page.locator(`#${id}`)).toBeVisible();
    }
  });

  test('islands that are never hydrated have their styles', async ({ site, page }) => {
    await page.goto(site.url());
    const sizeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
    expect(await sizeOf('#record .soft')).toBe('13px');
    const [symbol, words] = await page
      .locator('.filters li:has(svg)')
      .first()
      .evaluate((item) => {
        const range = document.createRange();
        range.selectNodeContents(item.lastChild!);
        return [item.querySelector('svg')!.getBoundingClientRect(), range.getBoundingClientRect()].map(
          ({ top, bottom }) => ({ top, bottom })
        );
      });
    expect(words!.top, 'beside its symbol').toBeLessThan(symbol!.bottom);
  });

  test('nothing that needs a script is shown', async ({ site, page }) => {
    await page.goto(site.url());
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
  });

  test('a mark on the map leads to its event in the record', async ({ site, page }) => {
    await page.goto(site.url());
    await page.locator('[data-drawn="zvecan-municipal-building"]').click();
    await expect(page).toHaveURL(/#event-zvecan-clash$/);
    await expect(page.locator('#event-zvecan-clash')).toBeInViewport();
  });
});

test('every event, claim and article that the page points to is on it', () => {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
  expect(targets.filter((target) => target.startsWith('event-')).length).toBeGreaterThan(0);
  expect(targets.filter((target) => target.startsWith('claim-')).length).toBeGreaterThan(50);
  expect(targets.filter((target) => !ids.has(target))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page without script, ${colorScheme}`, async ({ site, page }) => {
    await page.emulateMedia({ colorScheme });
    await openWithoutScript(site);
    expect(await axeViolations(page)).toEqual([]);
  });
}

test.describe('before and after MapLibre takes over', () => {
  test('sites stand where they stood, drawn or as buttons, within 1 px', async ({ site, page }) => {
    await openWithoutScript(site);
    const centres = () =>
      page.evaluate(() => {
        const stage = document.querySelector('.stage')!.getBoundingClientRect();
        const drawn = [...document.querySelectorAll<SVGGElement>('[data-drawn] > g:first-of-type')].flatMap((group) => {
          const { e, f } = group.getScreenCTM()!;
          return [[group.parentElement!.getAttribute('data-drawn')!, e - stage.x, f - stage.y] as const];
        });
        const buttons = [...document.querySelectorAll('.mark[data-mark]')].map((mark) => {
          const { x, y, width, height } = mark.getBoundingClientRect();
          return [mark.getAttribute('data-mark')!, x + width / 2 - stage.x, y + height / 2 - stage.y] as const;
        });
        return Object.fromEntries([...drawn, ...buttons].map(([id, x, y]) => [id, { x, y }]));
      });
    const drawn = await centres();
    await page.unroute(PAGE);
    await site.open('');
    const before = await centres();
    await site.mapDrawn();
    const after = await centres();
    expect(Object.keys(before)).toContain('zvecan-municipal-building');
    for (const [id, at] of Object.entries(before)) {
      for (const other of [drawn[id]!, after[id]!]) {
        expect(Math.abs(other.x - at.x), id).toBeLessThanOrEqual(1);
        expect(Math.abs(other.y - at.y), id).toBeLessThanOrEqual(1);
      }
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the two maps look the same, ${colorScheme}`, async ({ site, page, context }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await site.open('?day=2023-05-29&window=day');
      await page.evaluate(() => document.fonts.ready);
      const drawn = await page.locator('.stage').screenshot();
      await site.mapDrawn();
      const mapped = await atRest(page.locator('.stage'));
      const { blocks, mean } = await different(context, drawn, mapped);
      // Names of rivers come with MapLibre only, and blurred edges and letters differ by a shade.
      expect(mean, 'mean difference of a colour channel, of 255').toBeLessThan(3);
      expect(blocks, 'share of blocks of 8 px that differ by more than 24 of 255').toBeLessThan(0.03);
    });
  }

  test('zooming before MapLibre has loaded moves the SVG map, and MapLibre starts there', async ({ site, page }) => {
    await site.open('');
    const mark = page.locator('[data-mark="zvecan-municipal-building"]');
    const first = (await mark.boundingBox())!;
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(async () => (await mark.boundingBox())!.y).not.toBe(first.y);
    const zoomed = (await mark.boundingBox())!;
    await site.mapDrawn();
    const mapped = (await mark.boundingBox())!;
    expect(Math.hypot(mapped.x - zoomed.x, mapped.y - zoomed.y)).toBeLessThanOrEqual(1);
  });
});

test.describe('without MapLibre', () => {
  test('with its file missing, the reader can still scrub, select and read', async ({ site, page }) => {
    site.expected.push(/404/);
    await page.route(isMapLibrary, (route) => route.fulfill(NOT_FOUND));
    await site.open('?day=2023-05-29&window=day');
    await expectFallback(site);
  });

  test('with its worker missing, the reader can still scrub, select and read', async ({ site, page }) => {
    site.expected.push(/404/, /^failed: .*maplibre-gl-worker/);
    await page.route(WORKER, (route) => route.fulfill(NOT_FOUND));
    site.letMapCome();
    await site.open('?day=2023-05-29&window=day');
    await expectFallback(site);
  });

  test('without WebGL, the library is not even fetched, and the reader can still scrub, select and read', async ({
    playwright,
    served
  }) => {
    const browser = await playwright.chromium.launch({
      executablePath: findShell() ?? undefined,
      args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis', '--disable-background-networking', '--no-first-run']
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const site = new Site(page, served.origin);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await site.open('?day=2023-05-29&window=day');
    await expectFallback(site);
    expect(asked.filter((url) => isMapLibrary(new URL(url)))).toEqual([]);
    expect(site.problems).toEqual([]);
    await browser.close();
  });

  test('with the context lost mid-scrub the SVG map returns immediately, and MapLibre when the context does', async ({
    site,
    page
  }) => {
    await site.open('?day=2023-05-28&window=day', { map: true });
    await page.locator('[data-slider="day"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-map-state]').evaluate((view) => {
      const states: string[] = ((window as unknown as { states: string[] }).states = []);
      new MutationObserver(() => states.push(view.getAttribute('data-map-state')!)).observe(view, {
        attributeFilter: ['data-map-state']
      });
    });
    const context = await page.locator('.maplibregl-canvas').evaluateHandle((canvas) => {
      const extension = (canvas as HTMLCanvasElement).getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
      extension.loseContext();
      return extension;
    });
    // For the four seconds that the context has to come back, whenever the test comes to look.
    await expectToWork(site);
    await expectFallback(site);
    expect(await page.evaluate(() => (window as unknown as { states: string[] }).states)).toEqual([
      'loading',
      'fallback'
    ]);
    await context.evaluate((extension) => extension.restoreContext());
    await page.locator('[data-map-state="ready"]').waitFor();
    await expectToWork(site);
  });
});

test('the social card is a PNG of 1200 by 630', () => {
  const png = readFileSync('build/card.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});
