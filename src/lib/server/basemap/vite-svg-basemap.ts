import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { staticGround } from './svg-basemap.ts';

const NAME = 'virtual:static-ground';
const RESOLVED = `\0${NAME}`;

/**
 * The module `virtual:static-ground`: the generalised basemap as `GroundPiece[]`. A module and not page data, for then it
 * is in the prerendered page once, as the picture, and is fetched only by who comes from another page.
 */
export function staticGroundModule(dir: string = geodataDir()): Plugin {
  return {
    name: 'static-ground',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      for (const source of ['boundaries', 'municipalities', 'relief', 'transport', 'water']) {
        this.addWatchFile(join(resolve(dir), 'basemap', `${source}.geojson`));
      }
      return `export default ${JSON.stringify(staticGround(dir, loadDataset(dir)))};`;
    }
  };
}
