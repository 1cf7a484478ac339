import { describe, expect, test } from 'vitest';
import { landNames } from '../../../../src/lib/map/names/land-names.ts';
import { fitCamera, type Bounds, type Camera, type Size } from '../../../../src/lib/map/projection.ts';
import { gridOf } from '../../../../src/lib/map/svg/basemap-pieces.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { svgBasemapNames, svgSurroundings } from '../../../../src/lib/server/basemap/svg-basemap.ts';

const dataset = loadDataset('geodata');
const basemap = {
  pieces: [],
  names: svgBasemapNames('geodata', dataset),
  surroundings: svgSurroundings('geodata', dataset)
};
const size: Size = { width: 860, height: 430 };
const under = (camera: Camera, form = 'en', at = size) =>
  landNames({
    basemap,
    grid: gridOf(dataset.info.firstView.bounds),
    sites: dataset.sites,
    form,
    camera,
    size: at
  });
const showing = (bounds: Bounds, at = size) => fitCamera(bounds, at, { min: 7.5, max: 12 });
const textsOf = (names: ReturnType<typeof under>) => names.map(({ lines }) => lines.join(' '));
const home = showing(dataset.info.firstView.bounds);

describe('the names of lands', () => {
  test('in the first view are those that are seen, in the reader’s form', () => {
    expect(textsOf(under(home))).toEqual(expect.arrayContaining(['SERBIA', 'KOSOVO']));
    expect(textsOf(under(home, 'sr-Cyrl'))).toEqual(expect.arrayContaining(['СРБИЈА', 'КОСОВО']));
    expect(textsOf(under(home, 'sq'))).toEqual(expect.arrayContaining(['SERBIA', 'KOSOVA']));
  });
  test('are whole in the frame, and none lies on another or on a site', () => {
    for (const bounds of [
      dataset.info.firstView.bounds,
      dataset.info.bounds,
      [19.5, 42.6, 20.6, 43.2],
      [20.6, 41.8, 21.6, 42.4],
      [20.5, 43.1, 21.2, 43.6]
    ] as Bounds[]) {
      for (const at of [size, { width: 390, height: 340 }]) {
        const names = under(showing(bounds, at), 'sq', at);
        expect(names.length).toBeGreaterThan(0);
        for (const { box, key } of names) {
          const inside = box.x > 0 && box.y > 0 && box.x + box.width < at.width && box.y + box.height < at.height;
          expect(inside, key).toBe(true);
          for (const other of names.filter((each) => each.key !== key)) {
            const apart =
              box.x >= other.box.x + other.box.width ||
              other.box.x >= box.x + box.width ||
              box.y >= other.box.y + other.box.height ||
              other.box.y >= box.y + box.height;
            expect(apart, `${key} and ${other.key}`).toBe(true);
          }
        }
      }
    }
  });
  test('of municipalities stand only where the town of that name is out of view', () => {
    const municipalities = (camera: Camera, at = size) =>
      under(camera, 'en', at)
        .filter(({ kind }) => kind === 'municipality')
        .flatMap(({ lines }) => lines);
    expect(municipalities(showing(dataset.info.bounds))).toEqual([]);
    const { lngLat } = basemap.names.find(({ kind, names }) => kind === 'municipality' && names.en === 'Zvečan')!;
    expect(municipalities({ center: lngLat, zoom: 12 }, { width: 300, height: 160 })).toEqual(['ZVEČAN']);
  });
  test('stay where they were while the map moves a little', () => {
    const first = under(home);
    const last = new Map(first.map(({ key, lngLat }) => [key, lngLat]));
    const moved = landNames({
      basemap,
      grid: gridOf(dataset.info.firstView.bounds),
      sites: dataset.sites,
      form: 'en',
      camera: { ...home, center: [home.center[0] + 0.01, home.center[1]] },
      size,
      last
    });
    for (const { key, lngLat } of moved) if (last.has(key)) expect(lngLat, key).toBe(last.get(key));
  });
});
