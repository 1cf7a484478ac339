import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { geodata } from './src/lib/server/vite-geodata.ts';

export default defineConfig({
  plugins: [geodata(), sveltekit()]
});
