import type { LngLat } from '../../../lib/model/dataset.ts';

// Places out of a file that the editor has: nothing is fetched from anywhere.

export type GazetteerPlace = { name: string; lngLat: LngLat; geonames: number | null; from: string };
type Shape = GeoJSON.Polygon | GeoJSON.MultiPolygon;
export type NamedArea = { name: string; geometry: Shape };

type Properties = Record<string, unknown>;

/** The name of a feature, by whatever its properties call it. */
function nameOf(properties: Properties): string {
  const names = properties.names;
  if (typeof names === 'object' && names !== null && typeof (names as Properties).en === 'string')
    return (names as Properties).en as string;
  for (const key of ['name:en', 'name', 'NAME', 'shapeName', 'title', 'id'])
    if (typeof properties[key] === 'string' && properties[key] !== '') return properties[key];
  return '';
}

function featuresOf(text: string): GeoJSON.Feature[] {
  const json = JSON.parse(text) as GeoJSON.FeatureCollection | GeoJSON.Feature;
  return json.type === 'FeatureCollection' ? json.features : [json];
}

const wholeOrNull = (value: unknown): number | null => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
};

const isPlace = ([lng, lat]: readonly number[]): boolean =>
  Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90 && !Number.isNaN(lng) && !Number.isNaN(lat);

/** The points of a file: GeoJSON, a table of GeoNames (tabs, no head), or CSV with a head that names its columns. */
export function gazetteerPlaces(text: string, from: string): GazetteerPlace[] {
  if (/^\s*\{/.test(text)) {
    return featuresOf(text).flatMap(({ geometry, properties }): GazetteerPlace[] => {
      const name = nameOf(properties ?? {});
      if (geometry?.type !== 'Point' || name === '') return [];
      const [lng, lat] = geometry.coordinates as [number, number];
      const geonames = wholeOrNull(properties?.geonames ?? properties?.geonameid);
      return isPlace([lng, lat]) ? [{ name, lngLat: [lng, lat], geonames, from }] : [];
    });
  }
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const isGeoNames = lines[0]?.split('\t').length === 19;
  if (isGeoNames) {
    return lines.flatMap((line): GazetteerPlace[] => {
      const [geonames, name, , , lat, lng] = line.split('\t');
      return asPlace(name, lng, lat, geonames, from);
    });
  }
  const separator = ['\t', ';', ','].find((each) => lines[0]?.includes(each)) ?? ',';
  const head = (lines[0] ?? '').split(separator).map((cell) => unquoted(cell).toLowerCase());
  const column = (...names: string[]) => head.findIndex((each) => names.includes(each));
  const [name, lng, lat, id] = [
    column('name', 'label', 'title'),
    column('lng', 'lon', 'long', 'longitude', 'x'),
    column('lat', 'latitude', 'y'),
    column('geonames', 'geonameid', 'geonames_id')
  ];
  if (name === -1 || lng === -1 || lat === -1) throw new Error('its first line names no columns name, lat and lon');
  return lines.slice(1).flatMap((line) => {
    const cells = line.split(separator).map(unquoted);
    return asPlace(cells[name], cells[lng], cells[lat], cells[id], from);
  });
}

const unquoted = (cell: string): string => cell.trim().replace(/^"(.*)"$/, '$1');

function asPlace(
  name: string | undefined,
  lng: string | undefined,
  lat: string | undefined,
  geonames: string | undefined,
  from: string
): GazetteerPlace[] {
  const lngLat: LngLat = [Number(lng || NaN), Number(lat || NaN)];
  return name && isPlace(lngLat) ? [{ name, lngLat, geonames: wholeOrNull(geonames), from }] : [];
}

/** The areas of a GeoJSON file that have a name, by name. Throws where there are none, and says what the file has. */
export function areasIn(text: string): NamedArea[] {
  if ((JSON.parse(text) as { type?: unknown }).type === 'Topology')
    throw new Error('it is TopoJSON; GeoJSON is needed');
  const features = featuresOf(text);
  const shapes = features.flatMap(({ geometry, properties }): NamedArea[] => {
    const isArea = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
    return isArea ? [{ name: nameOf(properties ?? {}), geometry }] : [];
  });
  if (shapes.length === 0 && features.some(({ geometry }) => /LineString/.test(geometry?.type ?? '')))
    throw new Error('it has lines, which have no inside; polygons are needed');
  if (!shapes.every(({ geometry }) => ringsOf(geometry).flat().every(isPlace)))
    throw new Error('its coordinates are not degrees of longitude and latitude (WGS 84)');
  const areas = shapes.filter(({ name }) => name !== '');
  if (areas.length === 0) throw new Error(shapes.length > 0 ? 'its areas have no names' : 'it has no areas');
  return areas.sort((a, b) => a.name.localeCompare(b.name));
}

const ringsOf = (shape: Shape): GeoJSON.Position[][] =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();

/**
 * The shape of several areas together, and where its label stands: in the middle of the largest ring. They stay parts of
 * their own: the lines between them are not taken out.
 */
export function geometryOf(areas: readonly NamedArea[]): { geometry: Shape | null; label: LngLat | null } {
  const polygons = areas.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  );
  if (polygons.length === 0) return { geometry: null, label: null };
  const largest = polygons.map((rings) => boxOf(rings[0]!)).sort((a, b) => b.size - a.size)[0]!;
  const geometry: Shape =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0]! }
      : { type: 'MultiPolygon', coordinates: polygons };
  return { geometry, label: largest.middle };
}

function boxOf(ring: readonly GeoJSON.Position[]): { size: number; middle: LngLat } {
  const [xs, ys] = [ring.map(([x]) => x!), ring.map(([, y]) => y!)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return { size: (east - west) * (north - south), middle: [rounded((west + east) / 2), rounded((south + north) / 2)] };
}
