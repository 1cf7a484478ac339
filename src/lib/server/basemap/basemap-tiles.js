import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * JavaScript, as svelte.config.js needs it, too.
 */

/**
 * The tiles that a data folder names in `dataset.json`; `null` for none, and where the file cannot be read: the check of
 * the data says so.
 *
 * @param {string} dir
 * @returns {import('../../map/maplibre/tiles.ts').TileOptions | null}
 */
export function basemapTiles(dir) {
  try {
    return JSON.parse(readFileSync(join(dir, 'dataset.json'), 'utf8')).basemap ?? null;
  } catch {
    return null;
  }
}

/**
 * The other origins that a map with these tiles asks, for `connect-src`; none where they lie beside the site.
 *
 * @param {import('../../map/maplibre/tiles.ts').TileOptions | null | undefined} tiles
 * @returns {string[]}
 */
export function originsOf(tiles) {
  if (!tiles) return [];
  const addresses = 'pmtiles' in tiles ? [tiles.pmtiles] : [tiles.style, ...(tiles.connect ?? [])];
  return [...new Set(addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address).origin))];
}
