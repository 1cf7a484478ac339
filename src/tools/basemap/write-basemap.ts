import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bounds } from '../../lib/map/projection.ts';
import { collectionText, type Detail } from './collection.ts';
import { countriesIn } from './countries.ts';
import { reachOf } from './reach.ts';
import { townsIn } from './towns.ts';
import { watersIn } from './waters.ts';

/** A reader fetches all of it: the shapes get coarser until they are this small, in bytes. */
const MOST_BYTES = 320_000;
/** At first, in parts of the region: a fraction of a pixel of the first view, as the reader zooms in. */
const FINEST = 1 / 8000;
const COARSER = 1.5;

/** What stands in `attribution` and `licences` of `dataset.json` where this basemap is used. */
export const BASEMAP_CREDITS = {
  attribution: [
    { text: 'Natural Earth', href: 'https://www.naturalearthdata.com' },
    { text: 'GeoNames (CC BY 4.0)', href: 'https://www.geonames.org' }
  ],
  licences: [
    {
      what: 'Basemap: land, borders and waters of Natural Earth',
      licence: 'public domain',
      href: 'https://www.naturalearthdata.com/about/terms-of-use/',
      covers: 'geometry'
    },
    {
      what: 'Basemap: towns of GeoNames',
      licence: 'CC BY 4.0',
      href: 'https://creativecommons.org/licenses/by/4.0/',
      covers: 'geometry'
    }
  ]
} as const;

/** What was written: the files by name with their bytes, how many features, and the least deviation kept, in degrees. */
export type Written = {
  files: Record<string, { bytes: number; features: number }>;
  toleranceDegrees: number;
  /** Names on either side of the lines that are drawn as disputed. */
  disputed: string[];
};

/**
 * Writes the basemap of a region into `basemap/` of a data folder: land, borders, names of countries, waters and towns.
 * Other files there stay. `bounds` are those of `dataset.json`, `[west, south, east, north]`; what is around them is
 * drawn as far as it can be seen. Throws a sentence if there can be none for them. Equal bounds give equal files.
 */
export function writeBasemap(bounds: Bounds, dir: string): Written {
  const reach = reachOf(bounds);
  const countries = countriesIn(reach);
  const waters = watersIn(reach.moved);
  let tolerance = Math.max(reach.width * Math.cos((reach.middle * Math.PI) / 180), reach.height) * FINEST;
  const draw = () => {
    const detail: Detail = { tolerance, middle: reach.middle };
    return { ...countries(detail), water: waters(detail) };
  };
  let shapes = draw();
  while (Object.values(shapes).reduce((sum, features) => sum + sizeOf(features), 0) > MOST_BYTES) {
    tolerance *= COARSER;
    shapes = draw();
  }
  const files = { ...shapes, places: townsIn(reach) };
  mkdirSync(join(dir, 'basemap'), { recursive: true });
  for (const [name, features] of Object.entries(files))
    writeFileSync(join(dir, 'basemap', `${name}.geojson`), collectionText(features));
  return {
    files: Object.fromEntries(
      Object.entries(files).map(([name, features]) => [
        `${name}.geojson`,
        { bytes: sizeOf(features), features: features.length }
      ])
    ),
    toleranceDegrees: tolerance,
    disputed: shapes.boundaries.flatMap(({ properties }) =>
      properties?.status === 'disputed' ? [`${properties.a} – ${properties.b}`] : []
    )
  };
}

const sizeOf = (features: readonly GeoJSON.Feature[]) => Buffer.byteLength(collectionText(features));
