import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { basemapFiles } from './src/lib/server/basemap/vite-basemap-files.ts';
import { uniqueKeys } from './tests/fuzz/unique-keys.ts';
import { otherRegion } from './tests/other-region.ts';

const region = otherRegion();
if (region !== null) {
  console.log(`Left out: tests/geodata, which is about the data in geodata/, not about ${region}.`);
  // What tests the program reads the data that it was written for.
  delete process.env.GEODATA_DIR;
}

export default defineConfig({
  plugins: [uniqueKeys(), basemapFiles(), svelte({ configFile: false })],
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  test: {
    include: ['unit', 'fuzz', ...(region === null ? ['geodata'] : [])].map((folder) => `tests/${folder}/**/*.test.ts`),
    // Tests change nothing that they share: modules are read once for all.
    isolate: false,
    // All processors: what runs beside (types, lint) is done long before, and the longest file waits for programs.
    maxWorkers: '100%',
    // Nothing is asserted about time: a machine may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
});
