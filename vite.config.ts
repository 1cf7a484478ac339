import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { geodata } from './src/lib/server/vite-geodata.ts';
import { staticGroundModule } from './src/lib/server/vite-static-ground.ts';

export default defineConfig({
  plugins: [geodata(), staticGroundModule(), sveltekit()]
});
