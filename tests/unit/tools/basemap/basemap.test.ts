import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Geodata } from '../../../../src/lib/server/geodata/authored.ts';
import { featuresNameSource, geojsonIsValid } from '../../../../src/lib/server/geodata/rules/geojson.ts';
import { inside } from '../../../../src/tools/basemap/inside.ts';
import { parseBounds, reachOf, type Box } from '../../../../src/tools/basemap/reach.ts';
import { writeBasemap } from '../../../../src/tools/basemap/write-basemap.ts';

type Bounds = [number, number, number, number];
type Position = [number, number];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function made(bounds: Bounds) {
  const dir = mkdtempSync(join(tmpdir(), 'basemap-'));
  folders.push(dir);
  const written = writeBasemap(bounds, dir);
  const text = (name: string) => readFileSync(join(dir, 'basemap', `${name}.geojson`), 'utf8');
  const of = (name: string) => (JSON.parse(text(name)) as GeoJSON.FeatureCollection).features;
  return { written, text, of, names: Object.keys(written.files).map((name) => name.replace('.geojson', '')) };
}

function positionsOf(geometry: GeoJSON.Geometry): Position[] {
  const flat = (coordinates: unknown): Position[] =>
    typeof (coordinates as unknown[])[0] === 'number'
      ? [coordinates as Position]
      : (coordinates as unknown[]).flatMap(flat);
  return 'coordinates' in geometry ? flat(geometry.coordinates) : [];
}

/** The country that holds a place, by its outline. */
const landAt = (land: GeoJSON.Feature[], at: Position) =>
  land
    .filter(({ geometry }) =>
      (geometry as GeoJSON.MultiPolygon).coordinates.some((rings) => inside(at, rings as unknown as Position[][]))
    )
    .map(({ properties }) => properties?.a3 as string);

/** Regions of every kind: inland, by the sea, over the antimeridian, in the far north, all of the Earth. */
const REGIONS: [string, Bounds][] = [
  ['the Central African Republic', [14.4, 2.2, 27.5, 11.1]],
  ['Fiji, over the antimeridian', [177, -20, -178, -16]],
  ['Svalbard', [10, 76, 34, 84]],
  ['the Earth', [-180, -90, 180, 90]]
];

describe.each(REGIONS)('the basemap of %s', (_name, bounds) => {
  const { written, text, of, names } = made(bounds);
  const { around } = reachOf(bounds);

  test('is small enough to ship, and no more than it needs to be', () => {
    const bytes = names.reduce((sum, name) => sum + Buffer.byteLength(text(name)), 0);
    expect(bytes).toBeLessThan(400_000);
    expect(of('land').length).toBeGreaterThan(0);
    expect(of('places').length).toBeGreaterThan(0);
  });
  test('is GeoJSON of RFC 7946 that names source and licence on each feature, as the check of data asks', () => {
    const geojson = names.map((name) => ({ item: JSON.parse(text(name)) as unknown, file: name, path: '' }));
    const data = { geojson } as unknown as Geodata;
    expect([...geojsonIsValid(data), ...featuresNameSource(data)]).toEqual([]);
  });
  test('has nothing outside of what is around the bounds', () => {
    const within = ([x, y]: Position) =>
      around.some(([w, s, e, n]: Box) => x >= w - 0.01 && x <= e + 0.01 && y >= s - 0.01 && y <= n + 0.01);
    for (const name of names)
      expect(
        of(name)
          .flatMap(({ geometry }) => positionsOf(geometry))
          .filter((at) => !within(at)),
        name
      ).toEqual([]);
  });
  test('names each country on its own ground', () => {
    for (const { geometry, properties } of of('labels')) {
      const [at] = positionsOf(geometry);
      expect(landAt(of('land'), at!), properties?.['name:en']).toContain(properties?.a3);
    }
  });
  test('leaves no river or border so short that it is not seen', () => {
    for (const { geometry } of [...of('boundaries'), ...of('water')])
      expect(positionsOf(geometry).length).toBeGreaterThan(1);
    expect(written.toleranceDegrees).toBeGreaterThan(0);
  });
});

describe('the basemap of the Central African Republic', () => {
  const { of, text } = made([14.4, 2.2, 27.5, 11.1]);
  test('has its ground, its neighbours and the water', () => {
    const land = of('land');
    expect(landAt(land, [18.56, 4.6])).toEqual(['140']);
    expect(landAt(land, [15.04, 12.11])).toEqual(['148']);
    expect(landAt(land, [6, 1])).toEqual([]);
  });
  test('has a border between it and each neighbour, once', () => {
    const pairs = of('boundaries').map(({ properties }) => [properties?.a, properties?.b].sort().join(' – '));
    expect(new Set(pairs).size).toBe(pairs.length);
    const neighbours = ['Cameroon', 'Chad', 'Congo', 'Democratic Republic of the Congo', 'South Sudan', 'Sudan'];
    for (const name of neighbours) expect(pairs, name).toContain(['Central African Republic', name].sort().join(' – '));
  });
  test('has its capital among the first towns, and no town twice', () => {
    const first = of('places').filter(({ properties }) => properties?.rank === 1);
    expect(first.map(({ properties }) => properties?.['name:en'])).toContain('Bangui');
    const sources = of('places').map(({ properties }) => properties?.source as string);
    expect(new Set(sources).size).toBe(sources.length);
  });
  test('is the same when it is made again', () => {
    const again = made([14.4, 2.2, 27.5, 11.1]);
    for (const name of again.names) expect(again.text(name), name).toBe(text(name));
  });
});

test('a line on one side of which the ground has no number in ISO 3166 is drawn as disputed', () => {
  const { of, written } = made([42, 8, 49, 12]);
  const disputed = of('boundaries').filter(({ properties }) => properties?.status === 'disputed');
  expect(disputed.map(({ properties }) => [properties?.a, properties?.b].includes('Somaliland'))).toEqual(
    disputed.map(() => true)
  );
  expect(written.disputed.length).toBe(3);
});

test('the ground of Fiji is on both sides of the antimeridian, and nothing crosses it', () => {
  const { of } = made([177, -20, -178, -16]);
  const fiji = of('land').find(({ properties }) => properties?.a3 === '242')!;
  const lngs = positionsOf(fiji.geometry).map(([lng]) => lng);
  expect([lngs.some((lng) => lng > 177), lngs.some((lng) => lng < -179)]).toEqual([true, true]);
  for (const part of (fiji.geometry as GeoJSON.MultiPolygon).coordinates) {
    const own = part[0]!.map(([lng]) => lng!);
    expect(Math.max(...own) - Math.min(...own)).toBeLessThan(10);
  }
});

describe('bounds', () => {
  test.each([
    [[0, 10, 5, 10], 'south, 10, is not less than north, 10'],
    [[0, 20, 5, 10], 'south, 20, is not less than north, 10'],
    [[0, 86, 5, 89], 'the map’s projection ends at 85.05° of latitude'],
    [[0, -91, 5, 10], 'latitudes go from -90 to 90'],
    [[-200, 0, 5, 10], 'longitudes go from -180 to 180'],
    [[5, 0, 5, 10], 'west and east are the same'],
    [[NaN, 0, 5, 10], 'they are not four numbers']
  ] as [Bounds, string][])('%s are refused: %s', (bounds, why) => expect(() => reachOf(bounds)).toThrow(why));

  test('over the antimeridian are the same with east beyond 180 and with east below west', () => {
    expect(reachOf([177, -20, 182, -16])).toEqual(reachOf([177, -20, -178, -16]));
    expect(reachOf([177, -20, -178, -16]).around).toHaveLength(2);
  });
  test('of all the Earth reach no further than the map', () => {
    expect(reachOf([-180, -90, 180, 90]).around).toEqual([[-180, -85.05, 180, 85.05]]);
  });
  test.each(['5,3,1', '1,2,3,x', '', '1,,3,4'])('"%s" are no four numbers', (text) => {
    expect(() => parseBounds(text)).toThrow('is not four numbers');
  });
});
