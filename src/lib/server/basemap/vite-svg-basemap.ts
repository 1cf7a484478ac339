import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { basemapFile } from './basemap-file.ts';
import { svgBasemap, svgSurroundings } from './svg-basemap.ts';

const MODULES = { 'virtual:svg-basemap': svgBasemap, 'virtual:svg-surroundings': svgSurroundings };
const SOURCES = ['boundaries', 'land', 'municipalities', 'relief', 'transport', 'water'];

const isOurs = (id: string): id is keyof typeof MODULES => id in MODULES;

/**
 * The modules `virtual:svg-basemap` and `virtual:svg-surroundings`: the generalised basemap, and what is around it, as
 * `BasemapPiece[]`. Modules, not page data: then the prerendered page contains the basemap only once, as SVG, and in the
 * browser they are fetched only when needed.
 */
export function svgBasemapModule(dir: string = geodataDir()): Plugin {
  return {
    name: 'svg-basemap',
    resolveId: (id) => (isOurs(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id.slice(1);
      if (!id.startsWith('\0') || !isOurs(name)) return undefined;
      for (const source of SOURCES) this.addWatchFile(join(resolve(dir), 'basemap', `${source}.geojson`));
      return `export default ${JSON.stringify(MODULES[name](dir, loadDataset(dir)))};`;
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      const { fileName, source } = basemapFile(svgBasemap(dir, loadDataset(dir)));
      this.emitFile({ type: 'asset', fileName, source });
    }
  };
}
