import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { BASEMAP } from '../geodata/read.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { basemapTiles } from './basemap-tiles.js';
import { basemapFacts } from './basemap-facts.ts';

const NAME = 'virtual:basemap-files';

/**
 * The module `virtual:basemap-files`: the addresses of those files of the data folder's basemap that are there, which
 * become hashed assets, and what is so of them as a whole. `no-inline`: a small file must not become a `data:` URL, which
 * the Content-Security-Policy refuses to fetch.
 */
export function basemapFiles(dir: string = geodataDir()): Plugin {
  const folder = resolve(dir, 'basemap');
  return {
    name: 'basemap-files',
    config: () => ({
      // The folder may lie outside the project.
      server: { fs: { allow: [normalizePath(resolve(dir))] } },
      define: { 'import.meta.env.BASEMAP_TILES': JSON.stringify(basemapTiles(dir)) }
    }),
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      // The names of countries stand in the pages: they are placed where there is room.
      const there = BASEMAP.filter((name) => name !== 'labels' && existsSync(join(folder, `${name}.geojson`)));
      for (const name of there) this.addWatchFile(join(folder, `${name}.geojson`));
      const from = (name: string) => JSON.stringify(`${normalizePath(join(folder, name))}.geojson?url&no-inline`);
      return [
        ...there.map((name) => `import ${name} from ${from(name)};`),
        `export const urls = { ${there.join(', ')} };`,
        `export const facts = ${JSON.stringify(basemapFacts(dir, loadDataset(dir)))};`
      ].join('\n');
    }
  };
}
