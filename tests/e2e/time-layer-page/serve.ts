import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serveBuild, SUB_PATH } from '../static-server.ts';

/** Builds the page of the time layer and serves it. `close` takes both away. */
export async function serveTimeLayer(): Promise<{ url: string; close: () => void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'time-layer-'));
  const root = fileURLToPath(new URL('.', import.meta.url));
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2022', chunkSizeWarningLimit: 5000 }
  });
  const { server, origin } = await serveBuild(outDir);
  return {
    url: `${origin}${SUB_PATH}/index.html`,
    close: () => {
      server.close();
      rmSync(outDir, { recursive: true });
    }
  };
}
