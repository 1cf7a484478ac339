import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../../src/lib/model/dataset.ts';
import {
  coverZoom,
  fitCamera,
  fromMercator,
  growBounds,
  mercatorBox,
  projector,
  toMercator,
  type Bounds
} from '../../../src/lib/map/projection.ts';

const bounds: Bounds = [20.42, 42.82, 20.98, 43.28];
const range = { min: 0, max: 22 };

describe('Web Mercator', () => {
  test('agrees with EPSG:3857 at 45° north and at the edge of the world', () => {
    const half = 20_037_508.342789244;
    expect((0.5 - toMercator([0, 45]).y) * 2 * half).toBeCloseTo(5_621_521.486, 2);
    expect(toMercator([-180, 85.0511287798066])).toEqual({ x: 0, y: expect.closeTo(0, 12) });
    expect(toMercator([0, 0])).toEqual({ x: 0.5, y: expect.closeTo(0.5, 12) });
  });
  test('comes back from the plane to where it was', () => {
    for (let lat = -80; lat <= 80; lat += 7.3) {
      const [lng, back] = fromMercator(toMercator([lat * 2, lat]));
      expect(lng).toBeCloseTo(lat * 2, 10);
      expect(back).toBeCloseTo(lat, 10);
    }
  });
});

describe('the camera', () => {
  test('puts places where MapLibre 6.17 put them (map.project at this camera)', () => {
    const project = projector(
      { center: [20.70000000000004, 43.050503003949736], zoom: 9.447313453531065 },
      { width: 1000, height: 675 }
    );
    const golden: [LngLat, number, number][] = [
      [[20.84, 42.9091], 639.001735879904, 529.4026368242723],
      [[20.69953, 43.22525], 499.5333513152158, 99.73286773366692],
      [[21.16408, 42.66388], 960.7708970511401, 861.1580170029916]
    ];
    for (const [lngLat, x, y] of golden) {
      expect(project(lngLat).x).toBeCloseTo(x, 3);
      expect(project(lngLat).y).toBeCloseTo(y, 3);
    }
  });
  test('fits bounds as map.cameraForBounds does', () => {
    const { center, zoom } = fitCamera(bounds, { width: 1000, height: 675 }, range);
    expect(center[0]).toBeCloseTo(20.7, 9);
    expect(center[1]).toBeCloseTo(43.050431244, 6);
    expect(zoom).toBeCloseTo(9.558346536, 6);
  });
  test('shows the whole bounds, touching the frame on two sides, whatever the shape of the map', () => {
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 500 },
      { width: 300, height: 300 }
    ]) {
      const project = projector(fitCamera(bounds, size, range), size);
      const northWest = project([bounds[0], bounds[3]]);
      const southEast = project([bounds[2], bounds[1]]);
      const margins = [northWest.x, northWest.y, size.width - southEast.x, size.height - southEast.y];
      expect(Math.min(...margins)).toBeCloseTo(0, 6);
      expect(margins[0]).toBeCloseTo(margins[2]!, 6);
      expect(margins[1]).toBeCloseTo(margins[3]!, 6);
    }
  });
  test('is what an SVG with the same box as its viewBox shows', () => {
    const size = { width: 640, height: 480 };
    const box = mercatorBox(bounds);
    const scale = Math.min(size.width / box.width, size.height / box.height);
    const at = toMercator([20.84, 42.9091]);
    const inSvg = {
      x: (at.x - box.x) * scale + (size.width - box.width * scale) / 2,
      y: (at.y - box.y) * scale + (size.height - box.height * scale) / 2
    };
    const onMap = projector(fitCamera(bounds, size, range), size)([20.84, 42.9091]);
    expect(onMap.x).toBeCloseTo(inSvg.x, 4);
    expect(onMap.y).toBeCloseTo(inSvg.y, 4);
  });
  test('keeps its zoom in range', () => {
    expect(fitCamera(bounds, { width: 50, height: 50 }, { min: 8, max: 12 }).zoom).toBe(8);
    expect(fitCamera(bounds, { width: 50_000, height: 50_000 }, { min: 8, max: 12 }).zoom).toBe(12);
  });
  test('at the cover zoom sees nothing outside the bounds, and something just below it', () => {
    const size = { width: 1280, height: 500 };
    const zoom = coverZoom(bounds, size);
    const middle = fitCamera(bounds, size, range).center;
    const west = (z: number) => projector({ center: middle, zoom: z }, size)([bounds[0], middle[1]]).x;
    expect(west(zoom)).toBeCloseTo(0, 4);
    expect(west(zoom - 0.1)).toBeGreaterThan(0);
  });
});

test('bounds grow by a share of their own size on each side', () => {
  expect(growBounds([0, 10, 10, 30], 0.5)).toEqual([-5, 0, 15, 40]);
});
