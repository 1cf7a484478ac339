import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bounds } from '../../lib/map/projection.ts';
import { writeBasemap } from '../basemap/write-basemap.ts';

/**
 * Writes a basemap into a data folder that has none: one that is there may have been changed by hand. Returns what was
 * done, for people. `before`: the bounds that the folder had, `null` for a new one.
 */
export function addBasemap(dir: string, bounds: Bounds, before: Bounds | null): string {
  if (existsSync(join(dir, 'basemap'))) {
    if (before === null || String(before) === String(bounds)) return 'Basemap: the one that is there.';
    // Written with `=`: a west that begins with a minus would read as another option.
    const again = `npm run basemap -- --bounds=${bounds.join(',')} --out ${dir}`;
    return `Basemap: the one that is there, for other bounds. For a new one:\n  ${again}`;
  }
  try {
    const { files, disputed } = writeBasemap(bounds, dir);
    const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    return [
      `Basemap: ${Math.ceil(bytes / 1000)} kB. Look at every border. Dashed, as disputed:`,
      ...(disputed.length > 0 ? disputed.map((pair) => `  ${pair}`) : ['  none'])
    ].join('\n');
  } catch (error) {
    // The data are whole without one.
    return `No basemap: ${error instanceof Error ? error.message : String(error)}`;
  }
}
