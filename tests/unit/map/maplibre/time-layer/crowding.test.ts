import { describe, expect, test } from 'vitest';
import { levelAt, squarePx } from '../../../../../src/lib/map/maplibre/time-layer/cell-grid.ts';
import { cellsOf } from '../../../../../src/lib/map/maplibre/time-layer/cells.ts';
import { rangeText } from '../../../../../src/lib/map/maplibre/time-layer/clusters.ts';
import { blockInView, cellsIn, isCrowded, shareOf } from '../../../../../src/lib/map/maplibre/time-layer/crowding.ts';
import { frameOf, projectWorld, toWorld } from '../../../../../src/lib/map/maplibre/time-layer/world.ts';
import { EventStore } from '../../../../../src/lib/model/event-store.ts';
import { finished } from '../../../../../src/lib/model/steps.ts';
import { syntheticColumns } from '../../../../synthetic/generate.ts';
import { flatMatrix, SIZE } from './flat-matrix.ts';

const columns = syntheticColumns({ rows: 4000, seed: 7 });
const store = new EventStore(columns);

const frameAt = (center: [number, number], zoom: number) =>
  frameOf(flatMatrix(center, zoom), center, { size: SIZE, pixelRatio: 1, zoom });

describe.each([
  [[20.8, 43], 9],
  [[20.8, 43], 11.4],
  [[columns.lng[9]!, columns.lat[9]!], 12.49]
] as [[number, number], number][])('around %j at zoom %d', (center, zoom) => {
  const frame = frameAt(center, zoom);
  const cells = finished(cellsOf(store, levelAt(zoom)));
  const inView = new Set(cellsIn(cells, blockInView(frame, cells.level)));

  test('every event in the frame is in a cell in view', () => {
    let seen = 0;
    for (let row = 0; row < columns.length; row++) {
      const at = projectWorld(frame, ...toWorld([columns.lng[row]!, columns.lat[row]!]))!;
      if (at.x < 0 || at.y < 0 || at.x > SIZE.width || at.y > SIZE.height) continue;
      seen++;
      expect(inView.has(cells.of[row]!)).toBe(true);
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('nothing far outside the frame is in view', () => {
    const far = 2 * squarePx(cells.level, zoom);
    for (let row = 0; row < columns.length; row++) {
      const at = projectWorld(frame, ...toWorld([columns.lng[row]!, columns.lat[row]!]))!;
      if (at.x < -far || at.y < -far || at.x > SIZE.width + far || at.y > SIZE.height + far)
        expect(inView.has(cells.of[row]!)).toBe(false);
    }
  });
});

test('as one zooms in, a level has ever fewer crowds, and in the end none', () => {
  const crowds = [8.5, 9.5, 10.5, 11.5, 12.5, 13.5].map((zoom) => {
    const cells = finished(cellsOf(store, levelAt(zoom)));
    return Array.from({ length: cells.counted }, (_, cell) => cell).filter((cell) =>
      isCrowded(cells, cell, 0.1, zoom, 0)
    ).length;
  });
  expect(crowds[0]).toBeGreaterThan(5);
  expect(crowds.at(-1)).toBeLessThan(crowds[0]!);
  const cells = finished(cellsOf(store, levelAt(9)));
  for (const zoom of [8.8, 9, 9.7]) {
    for (let cell = 0; cell < cells.counted; cell++)
      if (isCrowded(cells, cell, 0.1, zoom, 0)) expect(isCrowded(cells, cell, 0.1, zoom - 0.3, 0)).toBe(true);
  }
});

test('with all kinds hidden nothing is crowded', () => {
  const cells = finished(cellsOf(store, levelAt(9)));
  for (let cell = 0; cell < cells.counted; cell++) expect(isCrowded(cells, cell, 1, 9, 2 ** 32 - 1)).toBe(false);
});

test('a window of all days has all events, of half of the days about half, and the shortest a tenth', () => {
  const share = (days: number) => shareOf(store, { from: 20_000 - days + 1, to: 20_000, asOf: null, hiddenKinds: 0 });
  expect(share(600)).toBe(1);
  expect(share(182)).toBeGreaterThan(0.4);
  expect(share(182)).toBeLessThan(0.65);
  expect(share(1)).toBe(0.1);
});

test('a view over the antimeridian has the squares of both sides', () => {
  const frame = frameAt([180, 0], 6);
  const { x, columns: width } = blockInView(frame, levelAt(6));
  const inRow = 2 ** levelAt(6);
  const inView = (column: number) => (((column - x) % inRow) + inRow) % inRow < width;
  expect(inView(0)).toBe(true);
  expect(inView(inRow - 1)).toBe(true);
  expect(inView(inRow / 2)).toBe(false);
});

test.each([
  [4, 4, '4'],
  [4, 6, '4–6'],
  [0, 1, '0–1'],
  [987, 999, '987–999'],
  [987, 1000, '987–1k'],
  [987, 1001, '987–2k'],
  [12_345, 12_345, '12k'],
  [12_345, 12_400, '12k–13k'],
  [999_000, 1_200_000, '999k–2M']
])('from %i certain to %i in all is %s', (certain, most, text) => {
  expect(rangeText(certain, most)).toBe(text);
});
