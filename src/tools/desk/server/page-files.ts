import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import type { Answer } from './http.ts';

/** The files of the page by their paths on the server. */
export type PageFiles = ReadonlyMap<string, Answer>;

const inProject = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2'
};

/**
 * Builds the page, in memory. Not served by Vite from its sources: that would offer every file of the project to whoever
 * gets through, keep a socket open, and need scripts and styles inside the page.
 */
export async function pageFiles(): Promise<PageFiles> {
  const result = await build({
    configFile: false,
    root: inProject('src/tools/desk/page'),
    publicDir: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false })],
    resolve: { alias: { $lib: inProject('src/lib') } },
    build: {
      write: false,
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { checks: { bundlerTimings: false } }
    }
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  return new Map(
    outputs.map((file) => {
      const body = file.type === 'chunk' ? file.code : file.source;
      return [`/${file.fileName}`, { body, type: TYPES[extname(file.fileName)] ?? 'application/octet-stream' }];
    })
  );
}
