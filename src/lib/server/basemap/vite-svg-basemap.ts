import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { svgBasemap } from './svg-basemap.ts';

const NAME = 'virtual:svg-basemap';
const RESOLVED = `\0${NAME}`;

/**
 * The module `virtual:svg-basemap`: the generalised basemap as `BasemapPiece[]`. A module, not page data: then the
 * prerendered page contains it only once, as SVG, and it is fetched only when needed after a navigation in the browser.
 */
export function svgBasemapModule(dir: string = geodataDir()): Plugin {
  return {
    name: 'svg-basemap',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      for (const source of ['boundaries', 'municipalities', 'relief', 'transport', 'water']) {
        this.addWatchFile(join(resolve(dir), 'basemap', `${source}.geojson`));
      }
      return `export default ${JSON.stringify(svgBasemap(dir, loadDataset(dir)))};`;
    }
  };
}
