import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { pageEntries } from './src/lib/server/entries.ts';
import { geodata } from './src/lib/server/geodata/vite-geodata.ts';
import { messageModules } from './src/lib/server/messages/vite-messages.ts';
import { svgBasemapModule } from './src/lib/server/basemap/vite-svg-basemap.ts';

export default defineConfig({
  plugins: [geodata(), pageEntries(['map', 'embed', 'about']), messageModules(), svgBasemapModule(), sveltekit()]
});
