import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { pageEntries } from './src/lib/server/entries.ts';
import { geodata } from './src/lib/server/vite-geodata.ts';
import { messageModules } from './src/lib/server/vite-messages.ts';
import { staticGroundModule } from './src/lib/server/vite-static-ground.ts';

export default defineConfig({
  plugins: [geodata(), pageEntries(['map', 'embed', 'about']), messageModules(), staticGroundModule(), sveltekit()]
});
