import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isVersion } from '../../model/url.ts';

/** Earlier builds, each in a folder named by the version of its data, from `FROZEN_DIR`; `null` where none are kept. */
export const frozenDir = (): string | null => process.env.FROZEN_DIR || null;

/** The versions of the data that a build keeps at `v/<version>/`, oldest first. Throws where a folder holds no build. */
export function frozenVersions(dir: string | null = frozenDir()): string[] {
  if (dir === null) return [];
  const versions = readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : []
  );
  for (const version of versions) {
    if (!isVersion(version))
      throw new Error(`${join(dir, version)}: a folder of FROZEN_DIR is named by its version, e.g. 1.0.0`);
    if (!existsSync(join(dir, version, 'index.html')))
      throw new Error(`${join(dir, version)}: no index.html; put a whole build there`);
  }
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
