import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import clockwise from '@turf/boolean-clockwise';
import inside from '@turf/boolean-point-in-polygon';
import distance from '@turf/distance';
import type { Feature, FeatureCollection, Geometry, Point, Polygon, MultiPolygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));
const reference = join(resolve(project, process.env['SHARED_DIR'] ?? '../shared'), 'geo');
const absent = !existsSync(join(reference, 'sites.geojson'));

type Properties = Record<string, unknown>;
type Features<G extends Geometry | null = Geometry> = Feature<G, Properties>[];

const collection = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Geometry, Properties>;
const ours = <G extends Geometry = Geometry>(name: string) =>
  collection(join(project, 'geodata', name)).features as Features<G>;
const theirs = <G extends Geometry = Geometry>(name: string) =>
  collection(join(reference, name)).features as Features<G>;

const basemapFiles = readdirSync(join(project, 'geodata/basemap')).filter((name) => name.endsWith('.geojson'));
const files = ['sites.geojson', 'areas.geojson', ...basemapFiles.map((name) => `basemap/${name}`)];

const sites = ours<Point>('sites.geojson');
const areas = ours<Polygon | MultiPolygon>('areas.geojson');
const boundaries = ours('basemap/boundaries.geojson');
const municipalities = ours('basemap/municipalities.geojson');
const land = ours<Polygon | MultiPolygon>('basemap/land.geojson');
const disputed = boundaries.filter((line) => line.properties['status'] === 'disputed');

const site = (id: string) => sites.find((feature) => feature.id === id)!;
const area = (id: string) => areas.find((feature) => feature.id === id)!;
const landOf = (a3: string) =>
  land.find((feature) => feature.properties['a3'] === a3)! as Feature<Polygon | MultiPolygon>;
const joins = (line: Feature<Geometry, Properties>, pair: string[]) =>
  pair.includes(line.properties['a'] as string) && pair.includes(line.properties['b'] as string);

/** The parts of a geometry: lines as they are, polygons as their rings, points as one position. */
function partsOf(geometry: Geometry | null): Position[][] {
  switch (geometry?.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

const metresPerDegree = 111_195;

/**
 * Metres from `p` to the nearest point of the parts, on a plane around `p`: good to a metre in a kilometre,
 * and thirty times as fast as turf, which matters at some ten million segments.
 */
function distanceToParts(p: Position, parts: Position[][]): number {
  const ky = metresPerDegree;
  const kx = ky * Math.cos((p[1]! * Math.PI) / 180);
  let least = Infinity;
  for (const part of parts) {
    for (let i = 0; i + 1 < part.length; i++) {
      const ax = (part[i]![0]! - p[0]!) * kx;
      const ay = (part[i]![1]! - p[1]!) * ky;
      const dx = (part[i + 1]![0]! - p[0]!) * kx - ax;
      const dy = (part[i + 1]![1]! - p[1]!) * ky - ay;
      const length2 = dx * dx + dy * dy;
      const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
      least = Math.min(least, (ax + t * dx) ** 2 + (ay + t * dy) ** 2);
    }
  }
  return Math.sqrt(least);
}

/** Every vertex, and points between them at most `stepM` apart. */
function along(parts: Position[][], stepM: number): Position[] {
  return parts.flatMap((part) =>
    part.flatMap((a, i) => {
      const b = part[i + 1];
      if (!b) return [a];
      const steps = Math.max(1, Math.ceil(distance(a, b, { units: 'meters' }) / stepM));
      return Array.from({ length: steps }, (_, k) => [
        a[0]! + ((b[0]! - a[0]!) * k) / steps,
        a[1]! + ((b[1]! - a[1]!) * k) / steps
      ]);
    })
  );
}

const furthest = (points: Position[], parts: Position[][]) =>
  points.reduce((most, p) => Math.max(most, distanceToParts(p, parts)), 0);
const describeLine = (line: Feature<Geometry, Properties>) =>
  ['a', 'b', 'name:en', 'ref', 'kind']
    .map((key) => line.properties[key])
    .filter(Boolean)
    .join(' ');

/** Lines that stray further than they say, each with its distance. */
function astray(lines: Features, referenceOf: (line: Feature<Geometry, Properties>) => Position[][]): string[] {
  return lines.flatMap((line) => {
    const m = furthest(along(partsOf(line.geometry), 200), referenceOf(line));
    const toleranceM = line.properties['toleranceM'] as number;
    return m <= toleranceM ? [] : [`${describeLine(line)}: ${Math.round(m)} m off, ${toleranceM} m stated`];
  });
}

describe(`against the reference geography${absent ? ' (not beside the project: skipped)' : ''}`, () => {
  const references: Record<string, string> = { 'gate-one': 'gate-1-jarinje', 'brussels-nato-hq': 'nato-hq' };

  test.skipIf(absent)('every site lies where the reference has it, within the accuracy it states', () => {
    const known = new Map(theirs<Point>('sites.geojson').map((feature) => [feature.properties['id'], feature]));
    const off = sites.flatMap((feature) => {
      const id = feature.id as string;
      const match = known.get(references[id] ?? id);
      if (!match) return [`${id}: not in the reference`];
      const m = distance(feature, match, { units: 'meters' });
      return m <= (feature.properties['accuracyM'] as number) ? [] : [`${id}: ${Math.round(m)} m off`];
    });
    expect(off).toEqual([]);
  });

  test.skipIf(absent)('no site claims to be more accurate than the reference says', () => {
    const known = new Map(
      theirs('sites.geojson').map(({ properties }) => [properties['id'], properties['accuracy_m'] as number])
    );
    for (const { id, properties } of sites) {
      expect(properties['accuracyM'], String(id)).toBeGreaterThanOrEqual(known.get(references[id!] ?? id)!);
    }
  });

  test.skipIf(absent)('every boundary lies within its tolerance of the reference', () => {
    const lines = theirs('boundary-lines.geojson');
    const countries = theirs('countries.geojson');
    // Kosovo's lines are measured against the full-detail ring; the others against the rings of both countries,
    // as the reference has pair lines with holes in them there.
    const referenceOf = (line: Feature<Geometry, Properties>) =>
      line.properties['a'] === 'XKX'
        ? lines
            .filter((known) => joins(known, ['XKX', line.properties['b'] as string]))
            .flatMap((known) => partsOf(known.geometry))
        : countries
            .filter((known) => [line.properties['a'], line.properties['b']].includes(known.properties['a3']))
            .flatMap((known) => partsOf(known.geometry));
    expect(astray(boundaries, referenceOf)).toEqual([]);
  });

  test.skipIf(absent)('the disputed line leaves out no bend larger than its tolerance', () => {
    const known = theirs('boundary-lines.geojson').filter((line) => joins(line, ['XKX', 'SRB']));
    const drawn = disputed.flatMap((line) => partsOf(line.geometry));
    const most = furthest(known.flatMap((line) => partsOf(line.geometry)).flat(), drawn);
    expect(most).toBeLessThanOrEqual(disputed[0]!.properties['toleranceM'] as number);
    expect(disputed[0]!.properties['toleranceM']).toBeLessThanOrEqual(100);
  });

  test.skipIf(absent)('every municipal line lies within its tolerance of the reference', () => {
    const known = theirs('municipal-lines.geojson');
    const lines = municipalities.filter(({ properties }) => properties['kind'] === 'municipality-line');
    const referenceOf = (line: Feature<Geometry, Properties>) =>
      known
        .filter((other) => joins(other, [line.properties['a'] as string, line.properties['b'] as string]))
        .flatMap((other) => partsOf(other.geometry));
    expect(astray(lines, referenceOf)).toEqual([]);
  });

  test.skipIf(absent)('the northern areas follow the reference, by 100 m', () => {
    const known = [
      ...theirs('municipal-lines.geojson').filter(({ properties }) => properties['north']),
      ...theirs('boundary-lines.geojson').filter((line) => joins(line, ['XKX', 'SRB']))
    ].flatMap((line) => partsOf(line.geometry));
    for (const id of ['four-northern-municipalities', 'northern-kosovo']) {
      expect(furthest(along(partsOf(area(id).geometry), 200), known), id).toBeLessThanOrEqual(100);
    }
  });

  test.skipIf(absent)('every river lies within its tolerance of the reference', () => {
    const known = theirs('rivers.geojson');
    const rivers = ours('basemap/water.geojson').filter(({ properties }) => properties['kind'] === 'river');
    const referenceOf = (river: Feature<Geometry, Properties>) =>
      known
        .filter(({ properties }) => properties['name_sr_latn'] === river.properties['name:sr-Latn'])
        .flatMap((line) => partsOf(line.geometry));
    expect(astray(rivers, referenceOf)).toEqual([]);
  });

  test.skipIf(absent)('every road and the railway lie within their tolerance of the reference', () => {
    const roads = theirs('roads-approx.geojson');
    const railway = theirs('railway-schematic.geojson').filter(({ geometry }) => geometry.type === 'LineString');
    const referenceOf = (line: Feature<Geometry, Properties>) =>
      (line.properties['kind'] === 'railway'
        ? railway
        : roads.filter(({ properties }) => properties['ref_tm'] === line.properties['ref'])
      ).flatMap((known) => partsOf(known.geometry));
    expect(astray(ours('basemap/transport.geojson'), referenceOf)).toEqual([]);
  });
});

describe('the basemap', () => {
  test('weighs at most 250 kB gzipped', () => {
    const bytes = basemapFiles.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(project, 'geodata/basemap', name))).length,
      0
    );
    expect(bytes).toBeLessThanOrEqual(250_000);
  });

  test.each(files)('%s says on every feature where it comes from and under which licence', (name) => {
    for (const feature of ours(name)) {
      expect(feature.properties['source'], describeLine(feature)).toMatch(/\S/);
      expect(feature.properties['licence'], describeLine(feature)).toMatch(/\S/);
    }
  });

  test.each(files)('%s is plain RFC 7946: no crs, longitude first, at most five decimals', (name) => {
    const text = readFileSync(join(project, 'geodata', name), 'utf8');
    expect(JSON.parse(text)).not.toHaveProperty('crs');
    expect(text).not.toMatch(/\d\.\d{6}/);
    for (const feature of ours(name)) {
      for (const [lng, lat] of partsOf(feature.geometry).flat()) {
        if (feature.properties['offMap'] === true) continue;
        expect(lng! > 18.8 && lng! < 22.7 && lat! > 41.6 && lat! < 44.6, `${describeLine(feature)} ${lng} ${lat}`).toBe(
          true
        );
      }
    }
  });

  test.each(files)('%s winds outer rings counterclockwise and holes clockwise, and closes them', (name) => {
    for (const { geometry } of ours(name)) {
      const polygons =
        geometry?.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry?.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      for (const rings of polygons) {
        rings.forEach((ring, i) => {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(clockwise(ring)).toBe(i > 0);
        });
      }
    }
  });

  test('draws the line between Kosovo and Serbia once, and as disputed', () => {
    expect(boundaries.filter((line) => joins(line, ['XKX', 'SRB']))).toEqual(disputed);
    expect(disputed).toHaveLength(1);
    expect(partsOf(disputed[0]!.geometry)).toHaveLength(1);
  });

  test('runs no other line along the disputed one', () => {
    const [drawn] = partsOf(disputed[0]!.geometry);
    const tripoints = [drawn![0]!, drawn!.at(-1)!];
    const others = [...boundaries.filter((line) => !disputed.includes(line)), ...municipalities];
    const doubled = others.flatMap((line) =>
      partsOf(line.geometry).flatMap((part) => {
        // Where lines meet they are near each other: at the ends of either, within 2 km.
        const meetings = line.properties['kind'] === 'boundary' ? tripoints : [part[0]!, part.at(-1)!];
        return along([part], 200)
          .filter((p) => distanceToParts(p, [drawn!]) < 200)
          .filter((p) => meetings.every((end) => distance(p, end) > 2))
          .map((p) => `${describeLine(line)} at ${p.map((x) => x.toFixed(4)).join(', ')}`);
      })
    );
    expect(doubled).toEqual([]);
  });

  test('has land beneath the disputed line and right beside it, with no gap', () => {
    const points = along(partsOf(disputed[0]!.geometry), 250);
    const bare = points.flatMap(([lng, lat]) =>
      [
        [0, 0],
        [0.002, 0],
        [-0.002, 0],
        [0, 0.0015],
        [0, -0.0015]
      ]
        .map(([dx, dy]) => [lng! + dx!, lat! + dy!])
        .filter((p) => !land.some((country) => inside(p, country)))
    );
    expect(bare).toEqual([]);
  });

  test('lays Kosovo over Serbia, as the strip of Serbia beneath it is not to be seen', () => {
    const order = land.map(({ properties }) => properties['a3']);
    expect(order.indexOf('XKX')).toBe(order.length - 1);
    expect(inside([20.6128, 43.2852], landOf('SRB'))).toBe(true);
    expect(inside([20.8047, 43.1046], landOf('XKX'))).toBe(true);
    expect(inside([20.8047, 43.1046], landOf('SRB'))).toBe(false);
  });

  test('labels no place twice: a place on the map stands 1.5 km or more from every site', () => {
    const onMap = sites.filter(({ properties }) => properties['offMap'] === false);
    for (const place of ours<Point>('basemap/places.geojson')) {
      for (const other of onMap) {
        expect(distance(place, other), `${describeLine(place)} and ${other.id}`).toBeGreaterThanOrEqual(1.5);
      }
    }
  });

  test('marks as schematic what is not surveyed: the lake, the roads, the railway', () => {
    const features = [...ours('basemap/water.geojson'), ...ours('basemap/transport.geojson')];
    for (const feature of features.filter(({ properties }) => properties['kind'] !== 'river')) {
      expect(feature.properties['schematic'], describeLine(feature)).toBe(true);
    }
    expect(features.filter(({ properties }) => properties['kind'] === 'lake')).toHaveLength(1);
  });
});

describe('names', () => {
  const forms = ['en', 'sq', 'sr-Latn', 'sr-Cyrl'];
  const named = files.flatMap((name) =>
    ours(name).filter(
      ({ properties }) => 'names' in properties || /^(place|.*-label|river|lake)$/.test(String(properties['kind']))
    )
  );

  test('every named feature has its name in English, Albanian and both Serbian scripts', () => {
    expect(named.length).toBeGreaterThan(100);
    for (const feature of named) {
      const names = feature.properties['names'] as Record<string, string>;
      expect(Object.keys(names)).toEqual(forms);
      for (const form of forms) expect(names[form], `${feature.id ?? describeLine(feature)} ${form}`).toMatch(/\S/);
    }
  });

  test('Serbian Cyrillic is written in Cyrillic only, and the Latin forms in Latin only', () => {
    for (const feature of named) {
      const names = feature.properties['names'] as Record<string, string>;
      expect(names['sr-Cyrl']).not.toMatch(/\p{Script=Latin}/u);
      for (const form of ['en', 'sq', 'sr-Latn']) expect(names[form]).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  test('the basemap repeats its names flat, as map expressions read them', () => {
    for (const feature of named.filter(({ id }) => id === undefined)) {
      const names = feature.properties['names'] as Record<string, string>;
      for (const form of forms) expect(feature.properties[`name:${form}`]).toBe(names[form]);
    }
  });
});

describe('the sites and areas', () => {
  test('have their slug both as feature id and as property, each once', () => {
    const ids = [...sites, ...areas].map(({ id, properties }) => {
      expect(properties['id']).toBe(id);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      return id;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('put a site off the map exactly when it lies outside the study area', () => {
    for (const { id, geometry, properties } of sites) {
      const [lng, lat] = geometry.coordinates;
      const within = lng! >= 20.3 && lng! <= 21.1 && lat! >= 42.6 && lat! <= 43.35;
      expect(properties['offMap'], String(id)).toBe(!within);
    }
  });

  test('place Gate One at the crossing on the line, not at the village of Jarinje', () => {
    const gate = site('gate-one').geometry.coordinates;
    expect(distance(gate, [20.71667, 43.20722])).toBeGreaterThan(1.5);
    expect(distanceToParts(gate, partsOf(disputed[0]!.geometry))).toBeLessThanOrEqual(
      site('gate-one').properties['accuracyM'] as number
    );
  });

  test('place Banjska in Zvečan, not at its namesake near Vushtrri', () => {
    expect(site('banjska').properties['geonames']).toBe(792910);
    expect(distance(site('banjska'), [20.9537, 42.8588])).toBeGreaterThan(10);
  });

  test('hold the northern towns in the northern area, and the city of Mitrovica and Raška outside it', () => {
    const north = area('northern-kosovo') as Feature<Polygon>;
    for (const id of [
      'leposavic',
      'zvecan',
      'zvecan-municipal-building',
      'zubin-potok',
      'north-mitrovica',
      'banjska'
    ]) {
      expect(inside(site(id), north), id).toBe(true);
    }
    for (const id of ['mitrovica', 'raska', 'novi-pazar']) expect(inside(site(id), north), id).toBe(false);
  });

  test('label an area inside its own shape, and leave one without a shape unlabelled', () => {
    for (const { id, geometry, properties } of areas) {
      const label = properties['label'] as Position | null;
      if (geometry) expect(inside(label!, geometry), String(id)).toBe(true);
      else expect(label, String(id)).toBeNull();
    }
  });
});
