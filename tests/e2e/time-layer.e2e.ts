import { expect, test as base, type Page } from '@playwright/test';
import { addDays } from '../../src/lib/model/day.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { firstView, WINDOW_SIZES, type ViewState } from '../../src/lib/model/view.ts';
import { loadDataset } from '../../src/lib/server/dataset.ts';
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
    yield { ...firstView(dataset.info), day, window: WINDOW_SIZES[day % WINDOW_SIZES.length]! };
  }
}

/** Reads back what the shader draws of each view, in one frame for all: a frame each would take minutes. */
async function expectSame(page: Page, views: readonly ViewState[]) {
  const told = await page.evaluate(([data, asked]) => window.page.compare(data, asked), [dataset, views] as const);
  expect(told).toHaveLength(views.length);
  told.forEach(({ scene, drawn, pickable }, at) => {
    expect(drawn, JSON.stringify(views[at])).toEqual(scene);
    expect(pickable, JSON.stringify(views[at])).toEqual(scene);
  });
  expect(told.some(({ scene }) => scene.length > 2)).toBe(true);
}

test('on every day of the domain the layer draws, and lets be picked, the events of the scene', async ({ layer }) => {
  await expectSame(layer, [...days()]);
});

test('and in 1,000 views at random', async ({ layer }) => {
  const random = numbers(29);
  await expectSame(layer, Array.from({ length: 1000 }, () => randomView(index, random)));
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
    const told = await layer.evaluate(
      async ([shape, at]) => {
        await window.page.openRandom(5, shape, at);
        window.page.show({ from: 19_310, to: 19_339, asOf: null, hiddenKinds: 0b10, pastDays: 30 });
        const { page } = window;
        const rows = await page.drawn();
        return { points: await page.topmost(400), drawn: page.inPicture(rows), pickable: page.inPicture(page.pickable()) };
      },
      [CLUMPS, camera] as const
    );
    expect(told.pickable).toEqual(told.drawn);
    expect(told.points.filter(({ drawn }) => drawn >= 0).length).toBeGreaterThan(20);
    expect(told.points.filter(({ drawn, picked }) => drawn !== picked)).toEqual([]);
  });
}

test('a crowd is one mark, and picking it finds every event that it counts', async ({ layer }) => {
  const told = await layer.evaluate(async () => {
    await window.page.openCrowd(500, { center: [20.8, 43], zoom: 11 });
    window.page.show({ from: 19_510, to: 19_539, asOf: null, hiddenKinds: 0, pastDays: 0 });
    const drawn = await window.page.drawn();
    const { crowds } = window.page.layer;
    return { drawn, counts: crowds.map(({ count }) => count), picked: window.page.picker.at({ x: 240, y: 180 }).sort((a, b) => a - b) };
  });
  expect(told.counts).toHaveLength(1);
  expect(told.counts[0]).toBeGreaterThan(100);
  expect(told.picked).toEqual(told.drawn);
});

test('after its context is lost, the layer added again draws the same', async ({ layer }) => {
  const told = await layer.evaluate(
    async ([shape, camera]) => {
      const { page } = window;
      await page.openRandom(5, shape, camera);
      const view = { from: 19_310, to: 19_339, asOf: null, hiddenKinds: 0, pastDays: 30 };
      page.show(view);
      const before = await page.drawn();
      const { map, layer, precision } = page;
      const extension = (map.getCanvas().getContext('webgl2') as WebGL2RenderingContext).getExtension('WEBGL_lose_context')!;
      const lost = map.once('webglcontextlost');
      extension.loseContext();
      await lost;
      // Only once the event is over may the context be asked back.
      await new Promise((resolve) => setTimeout(resolve, 50));
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
  expect(told.before.length).toBeGreaterThan(20);
  expect(told.after).toEqual(told.before);
});
