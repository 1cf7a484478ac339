type Json = Record<string, unknown>;
type Problem = { where: string; problem: string };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What RFC 7946 forbids or requires of a collection of features with points and polygons. */
export function geoJsonProblems(collection: unknown): Problem[] {
  const problems: Problem[] = [];
  const say = (where: string, problem: string) => problems.push({ where, problem });
  if (!isObject(collection) || collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    return [{ where: '', problem: 'not a FeatureCollection' }];
  }
  if ('crs' in collection) say('', 'crs is gone since RFC 7946');
  // Section 7.1: members that define other types have no place here.
  for (const name of ['coordinates', 'geometries', 'geometry', 'properties'])
    if (name in collection) say('', `${name} in a collection`);
  const seen = new Set<unknown>();
  for (const feature of collection.features as unknown[]) {
    if (!isObject(feature) || feature.type !== 'Feature') {
      say('', 'not a Feature');
      continue;
    }
    const where = String(feature.id);
    if (typeof feature.id !== 'string' && typeof feature.id !== 'number') say(where, 'id is neither text nor number');
    if (seen.has(feature.id)) say(where, 'id twice');
    seen.add(feature.id);
    for (const name of ['coordinates', 'geometries', 'features'])
      if (name in feature) say(where, `${name} in a feature`);
    if (!('properties' in feature) || !(feature.properties === null || isObject(feature.properties)))
      say(where, 'no properties member');
    if (!('geometry' in feature)) say(where, 'no geometry member');
    else if (feature.geometry !== null) for (const problem of geometryProblems(feature.geometry)) say(where, problem);
  }
  return problems;
}

function geometryProblems(geometry: unknown): string[] {
  if (!isObject(geometry)) return ['geometry is no object'];
  const { type, coordinates } = geometry as { type: string; coordinates: never };
  if (type === 'Point') return positionProblems(coordinates);
  if (type === 'Polygon') return (coordinates as unknown[]).flatMap(ringProblems);
  if (type === 'MultiPolygon') return (coordinates as unknown[][]).flatMap((polygon) => polygon.flatMap(ringProblems));
  return [`unexpected ${type}`];
}

function positionProblems(position: unknown): string[] {
  const good =
    Array.isArray(position) &&
    position.length === 2 &&
    position.every((number) => Number.isFinite(number)) &&
    Math.abs(position[0]) <= 180 &&
    Math.abs(position[1]) <= 90;
  return good ? [] : [`not a position: ${JSON.stringify(position)}`];
}

/** `order` 0 is the exterior ring, counterclockwise; holes run clockwise. */
function ringProblems(ring: unknown, order: number): string[] {
  const points = ring as [number, number][];
  const bad = points.flatMap(positionProblems);
  if (bad.length) return bad;
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 4 || first![0] !== last![0] || first![1] !== last![1]) return ['ring is not closed'];
  const area = points.slice(1).reduce((sum, [x, y], i) => sum + points[i]![0] * y - x * points[i]![1], 0);
  if (order === 0) return area > 0 ? [] : ['exterior ring is clockwise'];
  return area < 0 ? [] : ['hole is counterclockwise'];
}
