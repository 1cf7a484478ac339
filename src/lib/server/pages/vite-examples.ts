import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from '../after-build.ts';
import { geodataDir } from '../geodata/dataset.ts';

/** Whether the data are those that this project publishes. */
const isPublished = (dir: string) => resolve(dir) === resolve('geodata');

/**
 * Takes the pages of `static/docs/` out of the build of another data folder: they show how the map that is published here
 * is embedded.
 */
export const examples = (): Plugin =>
  afterBuild('examples', () => {
    if (!isPublished(geodataDir())) rmSync('build/docs', { recursive: true, force: true });
  });
