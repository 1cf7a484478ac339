import { expect, test } from 'vitest';
import {
  firstBounds,
  growBounds,
  isInFrame,
  keepWithin,
  projector,
  zoomRange,
  type Bounds
} from '../../../src/lib/map/projection.ts';
import type { LngLat } from '../../../src/lib/model/dataset.ts';
import { boxBeside, eastwards, placeBeside } from '../../../src/lib/model/longitude.ts';

const SIZES = [
  { width: 900, height: 500 },
  { width: 390, height: 420 },
  { width: 320, height: 640 }
];

const REGIONS: [string, Bounds, Bounds, number, LngLat[]][] = [
  [
    'tall and narrow',
    [34.2, 29.4, 35.9, 33.4],
    [34.2, 29.4, 35.9, 33.4],
    0,
    [
      [35.58, 33.28],
      [34.95, 29.56]
    ]
  ],
  [
    'larger than its lowest zoom',
    [35.5, 32.3, 42.4, 37.4],
    [35.5, 32.3, 42.4, 37.4],
    7,
    [
      [35.6, 32.4],
      [42.3, 37.3]
    ]
  ],
  [
    'the world',
    [-180, -60, 180, 80],
    [-180, -60, 180, 80],
    0,
    [
      [-179, -59],
      [179, 79]
    ]
  ],
  [
    'over the antimeridian',
    [177, -19, -178, -16],
    [177, -19, -178, -16],
    7,
    [
      [177.2, -18.1],
      [-178.2, -16.4]
    ]
  ],
  [
    'with a first view of a part',
    [-10, 70, 40, 85],
    [10, 75, 30, 80],
    5,
    [
      [-9, 70.1],
      [39, 84.9]
    ]
  ]
];

test.each(REGIONS)('%s: all places can be seen at once', (_, authored, firstView, min, places) => {
  const bounds = eastwards(authored);
  const info = { bounds, firstView: { bounds: boxBeside(firstView, bounds) }, zoom: { min, max: 12 } };
  const maxBounds = growBounds(bounds, 1.1);
  for (const size of SIZES) {
    const range = zoomRange(info, maxBounds, size);
    const [west, south, east, north] = firstBounds(bounds);
    const middle: LngLat = [(west + east) / 2, (south + north) / 2];
    // What MapLibre asks for: the middle as it counts longitudes.
    const asked = { center: [((middle[0] + 540) % 360) - 180, middle[1]] as LngLat, zoom: range.min };
    const project = projector(keepWithin(asked, size, bounds, range), size);
    for (const place of places) expect(isInFrame(project(placeBeside(place, bounds)), size)).toBe(true);
  }
});

test('a frame stays in its bounds, and these in its middle where they do not fill it', () => {
  const bounds: Bounds = [10, 40, 12, 42];
  const size = { width: 600, height: 300 };
  const near = keepWithin({ center: [50, 80], zoom: 9 }, size, bounds, { min: 2, max: 12 });
  const corner = projector(near, size)([12, 42]);
  expect([corner.x, corner.y].map(Math.round)).toEqual([600, 0]);
  const far = keepWithin({ center: [50, 80], zoom: 0 }, size, bounds, { min: 2, max: 12 });
  expect(far.zoom).toBe(2);
  expect(far.center[0]).toBeCloseTo(11);
});

test('a box and a place lie on the turn of the box they belong to', () => {
  expect(eastwards([177, -19, -178, -16])).toEqual([177, -19, 182, -16]);
  expect(boxBeside([-179, -18, -178.5, -17], [177, -19, 182, -16])).toEqual([181, -18, 181.5, -17]);
  expect(placeBeside([-178.8, -18], [177, -19, 182, -16])).toEqual([181.2, -18]);
  expect(placeBeside([-178.8, -18], [-180, -60, 180, 80])).toEqual([-178.8, -18]);
});
