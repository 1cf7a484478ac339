import { besideBox, crossesAntimeridian } from '../../model/longitude.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Feature = GeoJSON.Feature<GeoJSON.Geometry | null, Record<string, unknown> | null>;

/** The features of a file of a data folder's basemap; none where there is no such file. */
export function featuresOf(dir: string, source: string): Feature[] {
  const file = join(dir, 'basemap', `${source}.geojson`);
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }).features;
}

type Bounds = readonly [number, number, number, number];

/**
 * The features on the turn of the globe on which the bounds lie. Each line and ring moves whole: moved point by point, one
 * on the other side of the globe would be torn apart.
 */
export function featuresBeside(dir: string, name: string, bounds: Bounds): Feature[] {
  const features = featuresOf(dir, name);
  if (!crossesAntimeridian(bounds)) return features;
  return features.map((feature) => ({ ...feature, geometry: feature.geometry && turned(feature.geometry, bounds) }));
}

function turned(geometry: GeoJSON.Geometry, bounds: Bounds): GeoJSON.Geometry {
  const line = (positions: GeoJSON.Position[]): GeoJSON.Position[] => {
    const lngs = positions.map(([lng]) => lng!);
    const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
    const moved = besideBox(middle, bounds) - middle;
    return positions.map(([lng, lat]) => [lng! + moved, lat!]);
  };
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: line([geometry.coordinates])[0]! };
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
    default:
      return geometry;
  }
}
