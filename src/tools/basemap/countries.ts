import { mesh } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { ringArea, type Position } from '../../lib/server/basemap/generalise.ts';
import { feature, linesIn, polygonsIn, type Detail } from './collection.ts';
import { inside } from './inside.ts';
import type { Box, Reach } from './reach.ts';
import { arcsOf, arcTouches, objectsOf, polygonsOf, readTopology, withFewerPoints } from './topology.ts';

const FILE = 'world-atlas/countries-10m.json';
/** The source draws who holds the ground, so its lines take the side of no law; the features say so. */
const CREDIT = { source: 'Natural Earth 1:10m (world-atlas 2.0.2), de facto', licence: 'public domain' };

/** The names that the source shortens, or that have changed since. */
const WHOLE: Record<string, string> = {
  'Antigua and Barb.': 'Antigua and Barbuda',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Br. Indian Ocean Ter.': 'British Indian Ocean Territory',
  'Central African Rep.': 'Central African Republic',
  'Clipperton I.': 'Clipperton Island',
  'Cyprus U.N. Buffer Zone': 'UN Buffer Zone in Cyprus',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  eSwatini: 'Eswatini',
  'Fr. Polynesia': 'French Polynesia',
  'Fr. S. Antarctic Lands': 'French Southern and Antarctic Lands',
  'Heard I. and McDonald Is.': 'Heard and McDonald Islands',
  'Indian Ocean Ter.': 'Indian Ocean Territories',
  Macedonia: 'North Macedonia',
  'N. Cyprus': 'Northern Cyprus',
  'N. Mariana Is.': 'Northern Mariana Islands',
  'S. Geo. and the Is.': 'South Georgia and the Islands',
  'S. Sudan': 'South Sudan',
  'St. Pierre and Miquelon': 'Saint Pierre and Miquelon',
  'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
  'W. Sahara': 'Western Sahara'
};

const nameOf = ({ properties }: GeometryObject): string => {
  const { name } = properties as { name: string };
  return WHOLE[name] ?? name.replace(/\bIs\.$/, 'Islands');
};
/** A key of the land: its number in ISO 3166, or its name where it has none. */
const keyOf = (country: GeometryObject): string => (hasCode(country) ? String(country.id) : nameOf(country));
/** Grounds without a number in ISO 3166 are how the source marks what has no agreed status. */
const hasCode = ({ id }: GeometryObject): boolean => id !== undefined && Number(id) > 0;

export type Countries = { land: GeoJSON.Feature[]; boundaries: GeoJSON.Feature[]; labels: GeoJSON.Feature[] };

/** What is seen in the small map alone is drawn that much coarser. */
const BEYOND = 8;

/** The countries around a region, read once, for drawing them in more or less detail. */
export function countriesIn({ around: boxes, moved }: Reach): (detail: Detail) => Countries {
  const whole = readTopology(FILE);
  const near = whole.arcs.map((arc) => arcTouches(arc, boxes));
  const inFrame = whole.arcs.map((arc) => arcTouches(arc, moved));
  // A country around a box may have no arc in it.
  const countries = objectsOf(whole, 'countries').filter(
    (country) => arcsOf(country).some((arc) => near[arc]) || coversCentre(polygonsOf(whole, country), boxes)
  );
  return (detail) => {
    const topology = withFewerPoints(whole, (arc) => ({
      ...detail,
      tolerance: detail.tolerance * (inFrame[arc] ? 1 : BEYOND)
    }));
    return {
      land: countries.flatMap((country) => landOf(topology, country, boxes, detail)),
      boundaries: boundariesOf(topology, countries, boxes, detail),
      labels: countries.flatMap((country) => labelOf(topology, country, boxes, detail))
    };
  };
}

const coversCentre = (polygons: Position[][][], boxes: readonly Box[]): boolean =>
  boxes.some(([west, south, east, north]) =>
    polygons.some((rings) => inside([(west + east) / 2, (south + north) / 2], rings))
  );

function landOf(topology: Topology, country: GeometryObject, boxes: readonly Box[], detail: Detail): GeoJSON.Feature[] {
  const coordinates = polygonsIn(polygonsOf(topology, country), boxes, detail);
  if (coordinates.length === 0) return [];
  return [
    feature(
      { type: 'MultiPolygon', coordinates: coordinates as unknown as number[][][][] },
      {
        kind: 'land',
        a3: keyOf(country),
        ...CREDIT
      }
    )
  ];
}

/** A line for each pair of countries that have one. */
function boundariesOf(
  topology: Topology,
  countries: readonly GeometryObject[],
  boxes: readonly Box[],
  detail: Detail
): GeoJSON.Feature[] {
  const owners = new Map<number, GeometryObject[]>();
  for (const country of countries)
    for (const arc of new Set(arcsOf(country))) owners.set(arc, [...(owners.get(arc) ?? []), country]);
  const pairs = new Map<string, { of: GeometryObject[]; arcs: number[] }>();
  for (const [arc, of] of owners) {
    if (of.length !== 2) continue;
    const key = of.map(keyOf).join(' ');
    const pair = pairs.get(key) ?? { of, arcs: [] };
    pair.arcs.push(arc);
    pairs.set(key, pair);
  }
  return [...pairs.values()].flatMap(({ of, arcs }) => {
    const lines = mesh(topology, { type: 'MultiLineString', arcs: arcs.map((arc) => [arc]) } as never).coordinates;
    const coordinates = linesIn(lines as unknown as Position[][], boxes, detail);
    if (coordinates.length === 0) return [];
    return [
      feature(
        { type: 'MultiLineString', coordinates: coordinates as unknown as number[][][] },
        {
          kind: 'boundary',
          status: of.every(hasCode) ? 'de-facto' : 'disputed',
          a: nameOf(of[0]!),
          b: nameOf(of[1]!),
          ...CREDIT
        }
      )
    ];
  });
}

/** The name of a country, somewhere on what is seen of it: the map puts it where there is room. */
function labelOf(
  topology: Topology,
  country: GeometryObject,
  boxes: readonly Box[],
  detail: Detail
): GeoJSON.Feature[] {
  const polygons = polygonsIn(polygonsOf(topology, country), boxes, detail);
  const largest = polygons.toSorted((a, b) => ringArea(b[0]!) - ringArea(a[0]!))[0];
  if (!largest) return [];
  const name = nameOf(country);
  return [
    feature(
      { type: 'Point', coordinates: [...pointIn(largest)] },
      {
        kind: 'country-label',
        a3: keyOf(country),
        names: { en: name },
        'name:en': name,
        ...CREDIT
      }
    )
  ];
}

/** A point in a polygon: in the middle of its longest stretch on one of some parallels. */
function pointIn(rings: readonly Position[][]): Position {
  const lats = rings[0]!.map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  let best: { at: Position; length: number } = { at: rings[0]![0]!, length: 0 };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    // Not a latitude that vertices are likely to have.
    const lat = south + (north - south) * share + 1.234e-6;
    const crossings = rings
      .flatMap((ring) =>
        ring.slice(1).flatMap(([x, y], at) => {
          const [px, py] = ring[at]!;
          return y > lat !== py > lat ? [px + ((lat - py) / (y - py)) * (x - px)] : [];
        })
      )
      .sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const length = crossings[at + 1]! - crossings[at]!;
      if (length > best.length * 1.3) best = { at: [(crossings[at]! + crossings[at + 1]!) / 2, lat], length };
    }
  }
  return [Number(best.at[0].toFixed(4)), Number(best.at[1].toFixed(4))];
}
