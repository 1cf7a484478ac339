import { expect, test } from 'vitest';
import {
  frameOf,
  fromWorld,
  projectWorld,
  toWorld,
  unitsPerMetre,
  WORLD
} from '../../../../../src/lib/map/maplibre/time-layer/world.ts';
import { flatMatrix, SIZE as size } from './flat-matrix.ts';
import { projector } from '../../../../../src/lib/map/projection.ts';

test.each([4, 9.3, 14, 20])(
  'places are projected as the page projects its marks, to a tenth of a pixel, at zoom %d',
  (zoom) => {
    const center: [number, number] = [20.8, 43];
    const frame = frameOf(flatMatrix(center, zoom), center, { size, pixelRatio: 1, zoom });
    const project = projector({ center, zoom }, size);
    for (const [dx, dy] of [
      [0, 0],
      [100, 50],
      [-390, 240],
      [399, -249]
    ] as const) {
      const degrees = 360 / (512 * 2 ** zoom);
      const lngLat: [number, number] = [center[0] + dx * degrees, center[1] + dy * degrees * 0.7];
      const expected = project(lngLat);
      const at = projectWorld(frame, ...toWorld(lngLat))!;
      expect(Math.abs(at.x - expected.x)).toBeLessThan(0.1);
      expect(Math.abs(at.y - expected.y)).toBeLessThan(0.1);
    }
  }
);

test('a metre is as many units as a degree of longitude says', () => {
  const [west] = toWorld([20, 43]);
  const [east] = toWorld([21, 43]);
  const metresOfDegree = 111_320 * Math.cos((43 * Math.PI) / 180);
  expect((unitsPerMetre(43) * metresOfDegree) / (east - west)).toBeCloseTo(1, 3);
});

test('places beyond the world are at its edge', () => {
  expect(toWorld([180, 89.9])).toEqual([WORLD - 1, 0]);
});

test('world units lead back to their place, to a few centimetres', () => {
  for (const [lng, lat] of [
    [20.8, 43],
    [-179.9, -60],
    [0, 0],
    [179.9, 84]
  ] as const) {
    const [east, north] = fromWorld(toWorld([lng, lat]));
    expect(east).toBeCloseTo(lng, 6);
    expect(north).toBeCloseTo(lat, 6);
  }
});
