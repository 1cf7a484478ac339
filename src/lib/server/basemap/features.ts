import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Feature = GeoJSON.Feature<GeoJSON.Geometry | null, Record<string, unknown> | null>;

/** The features of a file of a data folder's basemap; none where there is no such file. */
export function featuresOf(dir: string, source: string): Feature[] {
  const file = join(dir, 'basemap', `${source}.geojson`);
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }).features;
}
