import { expect, test as base, type Page } from '@playwright/test';
import { addDays } from '../../src/lib/model/day.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { firstView, WINDOW_PRESETS, type ViewState } from '../../src/lib/model/view.ts';
import type { Theme } from '../../src/lib/ui/palette.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { randomColumns } from '../unit/model/random-columns.ts';
import { numbers, randomView } from '../unit/random-view.ts';
import type {} from './time-layer-page/page.ts';
import { serveTimeLayer } from './time-layer-page/serve.ts';

/** The layer on a map of its own, built from the same modules; an error of the page or of a shader fails the test. */
const test = base.extend<{ layer: Page }, { served: { url: string } }>({
  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const served = await serveTimeLayer();
      await use(served);
      served.close();
    },
    { scope: 'worker' }
  ],
  layer: async ({ page, served }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(served.url);
    await page.waitForFunction(() => 'page' in window);
    await use(page);
    expect(problems).toEqual([]);
  }
});

const dataset = loadDataset();
const index = indexDataset(dataset);
const { domain } = dataset.info;

function* days() {
  for (let day = domain.from; day <= domain.to; day = addDays(day, 1)) {
    yield { ...firstView(dataset.info), day, window: WINDOW_PRESETS[day % WINDOW_PRESETS.length]! };
  }
}

/** Reads back what the shader draws of each view, in one frame for all: a frame each would take minutes. */
async function expectSame(page: Page, views: readonly ViewState[]) {
  const result = await page.evaluate(([data, asked]) => window.page.compare(data, asked), [dataset, views] as const);
  expect(result).toHaveLength(views.length);
  result.forEach(({ scene, drawn, pickable }, at) => {
    expect(drawn, JSON.stringify(views[at])).toEqual(scene);
    expect(pickable, JSON.stringify(views[at])).toEqual(scene);
  });
  expect(result.some(({ scene }) => scene.length > 2)).toBe(true);
}

test('on every day of the domain the layer draws, and lets be picked, the events of the scene', async ({ layer }) => {
  await expectSame(layer, [...days()]);
});

test('and in 1,000 views at random', async ({ layer }) => {
  const random = numbers(29);
  await expectSame(
    layer,
    Array.from({ length: 1000 }, () => randomView(index, random))
  );
});

const CLUMPS = { events: 600, kinds: 11, places: 40, days: 200, firstDay: 19_300 };
const { lng, lat } = randomColumns(CLUMPS, numbers(5));
const center: [number, number] = [lng[200]!, lat[200]!];
const CAMERAS = [
  { center, zoom: 9 },
  { center, zoom: 10.3, bearing: 40, pitch: 55 },
  { center, zoom: 16.7, bearing: -120 }
];
for (const camera of CAMERAS) {
  test(`what is drawn topmost is what is picked first, under ${JSON.stringify(camera)}`, async ({ layer }) => {
    const result = await layer.evaluate(
      async ([shape, at]) => {
        await window.page.openRandom(5, shape, at);
        window.page.show({ from: 19_310, to: 19_339, asOf: null, hiddenKinds: 0b10, pastDays: 30 });
        const { page } = window;
        const rows = await page.drawn();
        return {
          points: await page.topmost(400),
          drawn: page.inPicture(rows),
          pickable: page.inPicture(page.pickable())
        };
      },
      [CLUMPS, camera] as const
    );
    expect(result.pickable).toEqual(result.drawn);
    expect(result.points.filter(({ drawn }) => drawn >= 0).length).toBeGreaterThan(20);
    expect(result.points.filter(({ drawn, picked }) => drawn !== picked)).toEqual([]);
  });
}

test('a cluster is one mark, and picking it finds every event that it counts', async ({ layer }) => {
  const result = await layer.evaluate(async () => {
    await window.page.openCluster(500, { center: [20.8, 43], zoom: 11 });
    window.page.show({ from: 19_510, to: 19_539, asOf: null, hiddenKinds: 0, pastDays: 0 });
    const drawn = await window.page.drawn();
    const { clusters } = window.page.layer;
    return {
      drawn,
      counts: clusters.map(({ count }) => count),
      picked: window.page.picker.at({ x: 240, y: 180 }).sort((a, b) => a - b)
    };
  });
  expect(result.counts).toHaveLength(1);
  expect(result.counts[0]).toBeGreaterThan(100);
  expect(result.picked).toEqual(result.drawn);
});

test('after its context is lost, the layer added again draws the same', async ({ layer }) => {
  const result = await layer.evaluate(
    async ([shape, camera]) => {
      const { page } = window;
      await page.openRandom(5, shape, camera);
      const view = { from: 19_310, to: 19_339, asOf: null, hiddenKinds: 0, pastDays: 30 };
      page.show(view);
      const before = await page.drawn();
      const { map, layer, precision } = page;
      const extension = (map.getCanvas().getContext('webgl2') as WebGL2RenderingContext).getExtension(
        'WEBGL_lose_context'
      )!;
      const lost = map.once('webglcontextlost');
      extension.loseContext();
      await lost;
      // Only once the event is over may the context be asked back.
      await new Promise((resolve) => setTimeout(resolve));
      const restored = map.once('webglcontextrestored');
      extension.restoreContext();
      await restored;
      await map.once('idle');
      map.addLayer(precision);
      map.addLayer(layer);
      page.show(view);
      return { before, after: await page.drawn() };
    },
    [CLUMPS, CAMERAS[0]!] as const
  );
  expect(result.before.length).toBeGreaterThan(20);
  expect(result.after).toEqual(result.before);
});

test('dragging fast over 10,000 events shows every day asked for, each with its own events', async ({ layer }) => {
  const asked = Array.from({ length: 95 }, (_, i) => 19_320 + Math.round(90 + 80 * Math.sin(i / 7)));
  const shown = await layer.evaluate(
    async ([shape, at, days]) => {
      await window.page.openRandom(8, shape, at);
      return window.page.drag(days, 7);
    },
    [{ events: 10_000, kinds: 11, places: 900, days: 200, firstDay: 19_300 }, { center, zoom: 8.5 }, asked] as const
  );
  expect(shown.map(({ day }) => day)).toEqual(asked);
  expect(shown.filter(({ drawn, expected }) => drawn !== expected)).toEqual([]);
  expect(Math.min(...shown.map(({ drawn }) => drawn))).toBeGreaterThan(50);
});

const MANY_CAMERAS = [
  { center: [20.8, 43], zoom: 8.2 },
  { center: [20.7, 42.97], zoom: 9.4 },
  { center: [20.8, 43], zoom: 10.6, bearing: 30, pitch: 50 },
  { center: [20.688, 43.164], zoom: 12 }
] satisfies { center: [number, number]; zoom: number; bearing?: number; pitch?: number }[];

test('where events are many, each in the frame is drawn in one way: as a symbol, or in the count of its cell', async ({
  layer
}) => {
  const result = await layer.evaluate(async (cameras) => {
    const { page } = window;
    await page.openMany(20_000, cameras[0]!);
    const seen = [];
    for (const camera of cameras) {
      await page.moveTo(camera);
      for (const [from, to, asOf, hiddenKinds] of [
        [19_500, 19_529, null, 0],
        [19_400, 19_580, 19_520, 0b101],
        [19_510, 19_510, null, 0]
      ] as const) {
        page.many.show({ from, to, asOf, hiddenKinds, pastDays: 0 });
        seen.push(await page.ways());
      }
    }
    return seen;
  }, MANY_CAMERAS);
  for (const { expected, symbols, crowds } of result) {
    const drawn = [...symbols, ...crowds.flatMap(({ rows }) => rows)];
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(expected.filter((row) => !drawn.includes(row))).toEqual([]);
    for (const { count, events, picked, rows, offPx } of crowds) {
      expect(count).toBe(events);
      expect(picked).toEqual(rows);
      // What keeps off counts knows where they are.
      expect(offPx).toBeLessThan(0.5);
    }
  }
  expect(result.filter(({ crowds }) => crowds.length > 2).length).toBeGreaterThan(3);
  expect(result.filter(({ symbols }) => symbols.length > 10).length).toBeGreaterThan(3);
});

for (const theme of ['light', 'dark'] as const) {
  test(`counts and symbols look as they did: a country, a road, a town, ${theme}`, async ({ browser, served }) => {
    const page = await browser.newPage({ viewport: { width: 480, height: 360 }, deviceScaleFactor: 2 });
    await page.goto(served.url);
    await page.waitForFunction(() => 'page' in window);
    await page.evaluate(([camera, theme]) => window.page.openMany(20_000, camera, theme), [
      MANY_CAMERAS[0]!,
      theme
    ] as const);
    for (const [name, camera] of [
      ['country', MANY_CAMERAS[0]!],
      ['road', MANY_CAMERAS[1]!],
      ['town', MANY_CAMERAS[3]!]
    ] as const) {
      await page.evaluate(async (camera) => {
        await window.page.moveTo(camera);
        const { many } = window.page;
        many.show({ from: 19_500, to: 19_529, asOf: null, hiddenKinds: 0, pastDays: 0 });
        await window.page.drawn();
        many.mark(many.symbolRows[0] ?? null, null);
        await window.page.drawn();
      }, camera);
      await expect(page).toHaveScreenshot(`many-${name}-${theme}-2.png`, { maxDiffPixelRatio: 0.01, scale: 'device' });
    }
    await page.close();
  });
}

const SCENES = {
  spiderfied: {
    page: (theme: Theme) =>
      window.page.openRandom(
        5,
        { events: 600, kinds: 11, places: 40, days: 200, firstDay: 19_300 },
        { center: [20.8, 43], zoom: 9.6 },
        theme
      ),
    from: 19_310,
    to: 19_339
  },
  pitched: {
    page: (theme: Theme) =>
      window.page.openRandom(
        5,
        { events: 600, kinds: 11, places: 40, days: 200, firstDay: 19_300 },
        { center: [20.8, 43], zoom: 10.4, pitch: 55, bearing: 30 },
        theme
      ),
    from: 19_310,
    to: 19_339
  },
  badges: {
    page: (theme: Theme) => window.page.openBadges({ center: [20.8, 43], zoom: 9.6 }, theme),
    from: 19_310,
    to: 19_339
  },
  cluster: {
    page: (theme: Theme) => window.page.openCluster(500, { center: [20.8, 43], zoom: 14 }, theme),
    from: 19_510,
    to: 19_539
  }
};
for (const [name, { page: openScene, from, to }] of Object.entries(SCENES)) {
  for (const theme of ['light', 'dark'] as const) {
    // Badges are small: where they can be read in light, they can in dark.
    for (const ratio of name === 'badges' && theme === 'dark' ? [] : [1, 2]) {
      test(`it looks as it did: ${name}, ${theme}, ${ratio} device pixels in one`, async ({ browser, served }) => {
        const page = await browser.newPage({ viewport: { width: 480, height: 360 }, deviceScaleFactor: ratio });
        await page.goto(served.url);
        await page.waitForFunction(() => 'page' in window);
        await page.evaluate(openScene, theme);
        await page.evaluate(
          async ([first, last, scene]) => {
            const { layer } = window.page;
            window.page.show({ from: first, to: last, asOf: null, hiddenKinds: 0, pastDays: 30 });
            await window.page.drawn();
            const rows = window.page.inPicture(layer.store.rowsIn(layer.view));
            if (scene !== 'cluster') layer.mark(rows[2]!, rows[5]!);
            await window.page.drawn();
          },
          [from, to, name] as const
        );
        // Of another graphics card the edges would differ: these are of software WebGL.
        await expect(page).toHaveScreenshot(`${name}-${theme}-${ratio}.png`, {
          maxDiffPixelRatio: 0.01,
          scale: 'device'
        });
        await page.close();
      });
    }
  }
}
