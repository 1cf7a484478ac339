import { expect, test } from 'vitest';
import { areasIn, gazetteerPlaces, geometryOf } from '../../../../../src/tools/desk/page/gazetteer-file.ts';

const GEONAMES = ['42', 'Old Mill', 'Old Mill', '', '10.5', '20.25', ...Array.from({ length: 13 }, () => 'x')].join(
  '\t'
);

test('a table of GeoNames gives latitude first', () => {
  expect(gazetteerPlaces(GEONAMES, 'XX.txt')).toEqual([
    { name: 'Old Mill', lngLat: [20.25, 10.5], geonames: 42, from: 'XX.txt' }
  ]);
});

test('a table is read by the names of its columns, whatever their order', () => {
  const csv = 'latitude;name;longitude\n10.5;"Quay Hall";20.25\n95;Nowhere;20\n;Empty;\n';
  expect(gazetteerPlaces(csv, 'x.csv')).toEqual([
    { name: 'Quay Hall', lngLat: [20.25, 10.5], geonames: null, from: 'x.csv' }
  ]);
  expect(() => gazetteerPlaces('a,b\n1,2', 'x.csv')).toThrow(/names no columns/);
});

const square = (name: string, west: number, size: number) => ({
  type: 'Feature',
  properties: { shapeName: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + size, 0],
        [west + size, size],
        [west, size],
        [west, 0]
      ]
    ]
  }
});

test('several areas are one shape, with its label in the largest', () => {
  const areas = areasIn(
    JSON.stringify({ type: 'FeatureCollection', features: [square('B', 0, 1), square('A', 4, 2)] })
  );
  expect(areas.map(({ name }) => name)).toEqual(['A', 'B']);
  const { geometry, label } = geometryOf(areas);
  expect(geometry?.type).toBe('MultiPolygon');
  expect(geometry?.coordinates).toHaveLength(2);
  expect(label).toEqual([5, 1]);
  expect(geometryOf([])).toEqual({ geometry: null, label: null });
});

const feature = (type: string, coordinates: unknown, properties = {}) =>
  JSON.stringify({ type: 'Feature', properties, geometry: { type, coordinates } });
const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0]
];

test.each([
  ['lines', feature('LineString', RING, { name: 'A' }), 'lines, which have no inside'],
  ['points', feature('Point', [0, 0], { name: 'A' }), 'no areas'],
  ['areas without names', feature('Polygon', [RING]), 'no names'],
  ['metres', feature('Polygon', [RING.map(([x, y]) => [x! * 5e6, y! * 5e6])], { name: 'A' }), 'not degrees'],
  ['TopoJSON', '{ "type": "Topology" }', 'GeoJSON is needed'],
  ['no JSON', 'name,shape', 'JSON']
])('a file with %s gives no area, and says why', (_what, text, why) => {
  expect(() => areasIn(text)).toThrow(why);
});
