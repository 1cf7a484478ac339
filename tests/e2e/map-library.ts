import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BUILD } from './static-server.ts';

const CHUNKS = join(BUILD, '_app/immutable/chunks');

/** The file that MapLibre comes in, by its hashed name. */
const FILE = readdirSync(CHUNKS).find((name) =>
  readFileSync(join(CHUNKS, name), 'utf8').includes('GPUInitializationError')
)!;

export const isMapLibrary = (url: URL) => url.pathname.endsWith(`/${FILE}`);

/**
 * Keeps MapLibre on its way until it is asked for: software WebGL takes seconds of every page that draws a map, and most
 * tests are about what the reader has before that. Returns what lets it come.
 */
export async function holdMapLibrary(page: Page): Promise<() => void> {
  let release = () => {};
  const asked = new Promise<void>((resolve) => (release = resolve));
  await page.route(isMapLibrary, async (route) => {
    await asked;
    await route.continue();
  });
  return release;
}
