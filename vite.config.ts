import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { islands } from './src/lib/islands/vite-islands.ts';
import { basemapFiles } from './src/lib/server/basemap/vite-basemap-files.ts';
import { svgBasemapModule } from './src/lib/server/basemap/vite-svg-basemap.ts';
import { examples } from './src/lib/server/pages/vite-examples.ts';
import { downloads } from './src/lib/server/pages/vite-downloads.ts';
import { datasetFiles } from './src/lib/server/pages/vite-datasets.ts';
import { frozenBuilds } from './src/lib/server/frozen/vite-frozen.ts';
import { geodata } from './src/lib/server/geodata/vite-geodata.ts';
import { licences } from './src/lib/server/licences/vite-licences.ts';
import { messageModules } from './src/lib/server/messages/vite-messages.ts';

export default defineConfig({
  plugins: [
    geodata(),
    datasetFiles(),
    islands(),
    messageModules(),
    svgBasemapModule(),
    basemapFiles(),
    licences(),
    downloads(),
    sveltekit(),
    examples(),
    frozenBuilds()
  ],
  build: {
    // tests/budget watches the sizes.
    chunkSizeWarningLimit: Infinity,
    // Most of a build is SvelteKit's prerendering: its time is no fault of a plugin.
    rolldownOptions: { checks: { bundlerTimings: false } }
  },
  environments: {
    // Nothing is gained on the server by chunks of their own.
    ssr: { build: { rolldownOptions: { checks: { ineffectiveDynamicImport: false } } } }
  }
});
