import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TOP = fileURLToPath(new URL('../../..', import.meta.url));

/** Fetches what only this benchmark needs, once. */
export function install(): void {
  if (existsSync(`${HERE}node_modules/@deck.gl/aggregation-layers`)) return;
  console.log('Installing what the benchmark compares with, in tests/bench/scrub.');
  const { status } = spawnSync('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32'
  });
  if (status !== 0) throw new Error('npm ci in tests/bench/scrub failed: the benchmark needs what it installs');
}

/** The page as a site would ship it, in memory: by path, without a slash at the front. */
export async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const result = await build({
    configFile: false,
    root: `${HERE}page`,
    logLevel: 'warn',
    // The very library that the map uses, not the one that deck.gl brings along.
    resolve: { alias: { 'maplibre-gl': `${TOP}node_modules/maplibre-gl`, $lib: `${TOP}src/lib` } },
    build: {
      write: false,
      target: 'esnext',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { checks: { pluginTimings: false } }
    }
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) =>
    'output' in built ? built.output : []
  );
  return new Map(outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}
