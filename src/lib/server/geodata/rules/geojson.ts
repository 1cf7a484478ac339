import { booleanClockwise } from '@turf/boolean-clockwise';
import type { Geodata } from '../authored.ts';
import { shortQuote } from '../problems.ts';
import type { Finding } from './rule.ts';

type Said = Pick<Finding, 'below' | 'found' | 'advice'>;
type Json = Record<string, unknown>;

/** V29: files of geometry are GeoJSON of RFC 7946: WGS84, no crs, closed rings, outer rings anticlockwise. */
export function* geojsonIsValid(data: Geodata): Iterable<Finding> {
  for (const { item, file } of data.geojson) {
    for (const said of collection(item)) yield { at: { file, path: '' }, ...said };
  }
}

/** V51: every feature that is drawn names its source and licence. */
export function* featuresNameSource(data: Geodata): Iterable<Finding> {
  for (const { item, file } of data.geojson) {
    const features = isObject(item) ? list(item.features) : [];
    for (const [index, feature] of features.entries()) {
      const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
      for (const name of ['source', 'licence']) {
        if (typeof properties[name] === 'string' && properties[name].trim() !== '') continue;
        const at = { file, path: `features[${index}].properties` };
        yield { at, below: name, found: `the feature names no ${name}`, advice: 'add it: what is drawn is credited' };
      }
    }
  }
}

function* collection(json: unknown): Iterable<Said> {
  if (!isObject(json)) {
    yield { below: '', found: `${shortQuote(json)} is no FeatureCollection`, advice: 'write an object with features' };
    return;
  }
  if ('crs' in json) yield { below: 'crs', found: 'it names a crs', advice: 'remove it: RFC 7946 is always WGS84' };
  if (json.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    yield {
      below: 'type',
      found: `${shortQuote(json.type)} is no FeatureCollection`,
      advice: 'wrap the features in one'
    };
    return;
  }
  for (const [index, feature] of json.features.entries()) {
    const below = `features[${index}]`;
    if (!isObject(feature) || feature.type !== 'Feature')
      yield { below, found: 'it is no Feature', advice: 'write "type": "Feature"' };
    else if (feature.geometry !== null) yield* geometry(feature.geometry, `${below}.geometry`);
    if (isObject(feature) && isObject(feature.properties) && Array.isArray(feature.properties.label))
      yield* positions([feature.properties.label], `${below}.properties.label`);
    if (
      isObject(feature) &&
      feature.id !== undefined &&
      isObject(feature.properties) &&
      typeof feature.properties.id === 'string' &&
      feature.id !== feature.properties.id
    ) {
      yield {
        below: `${below}.id`,
        found: `${shortQuote(feature.id)} is not its properties.id`,
        advice: `write ${JSON.stringify(feature.properties.id)}`
      };
    }
  }
}

function* geometry(json: unknown, below: string): Iterable<Said> {
  if (!isObject(json)) return void (yield { below, found: 'it is no geometry', advice: 'write an object or null' });
  const at = `${below}.coordinates`;
  switch (json.type) {
    case 'Point':
      return yield* positions([json.coordinates], at);
    case 'LineString':
      return yield* positions(json.coordinates, at);
    case 'MultiLineString':
      return yield* parts(json.coordinates, at, 'lines', positions);
    case 'Polygon':
      return yield* polygon(json.coordinates, at);
    case 'MultiPolygon':
      return yield* parts(json.coordinates, at, 'polygons', polygon);
    default:
      yield {
        below: `${below}.type`,
        found: `the geometry ${shortQuote(json.type)} is not read`,
        advice: 'use points, lines or polygons'
      };
  }
}

function* parts(
  json: unknown,
  below: string,
  what: string,
  check: (json: unknown, below: string) => Iterable<Said>
): Iterable<Said> {
  if (list(json).length === 0)
    yield { below, found: `it has no ${what}`, advice: 'give some, or write "geometry": null' };
  for (const [index, part] of list(json).entries()) yield* check(part, `${below}[${index}]`);
}

function* polygon(rings: unknown, below: string): Iterable<Said> {
  if (list(rings).length === 0)
    yield { below, found: 'it has no rings', advice: 'give some, or write "geometry": null' };
  for (const [index, ring] of list(rings).entries()) {
    const at = `${below}[${index}]`;
    const wrong = [...positions(ring, at)];
    if (wrong.length > 0) {
      yield* wrong;
      continue;
    }
    const points = ring as number[][];
    const [first, last] = [points[0], points.at(-1)];
    if (points.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      yield {
        below: at,
        found: 'the ring is not closed',
        advice: 'end it with its first position; a ring has at least four'
      };
    } else if (booleanClockwise(points) !== index > 0) {
      const [is, wanted] =
        index > 0 ? ['anticlockwise', 'a hole runs clockwise'] : ['clockwise', 'an outer ring runs anticlockwise'];
      yield { below: at, found: `the ring is ${is}`, advice: `reverse it: ${wanted}` };
    }
  }
}

/** The first position that is none: one message per line or ring, not one per vertex. */
function* positions(json: unknown, below: string): Iterable<Said> {
  const bad = list(json).findIndex((position) => !isPosition(position));
  if (!Array.isArray(json) || json.length === 0)
    yield { below, found: 'it has no positions', advice: 'give its coordinates' };
  else if (bad >= 0) {
    const found = `${shortQuote(json[bad])} is no position on Earth`;
    yield { below, found, advice: 'write [longitude, latitude] in degrees' };
  }
}

function isPosition(json: unknown): boolean {
  if (!Array.isArray(json) || json.length < 2) return false;
  const [lng, lat] = json as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function list(json: unknown): unknown[] {
  return Array.isArray(json) ? json : [];
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
