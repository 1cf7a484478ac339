import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatasetInfo } from '../../model/dataset.ts';

/** Relative to the root of the project, where every build starts: the server bundle is in another folder. */
const source = (path: string) => resolve('src/lib', path);

/**
 * The script that other sites load, as one classic script without a hash in its name: pages published years ago still
 * request it. Build only.
 */
export async function embedScript(info: DatasetInfo): Promise<string> {
  // A dynamic import, so that the server bundle does not depend on the bundler.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      ELEMENT: JSON.stringify(info.embed.element),
      TITLE: JSON.stringify(info.title),
      LANGUAGES: JSON.stringify(info.languages)
    },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: source('embed-host/embed.ts'), formats: ['iife'], name: 'embeddedMap' },
      rollupOptions: { output: { extend: true } }
    }
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the embed script was not built');
  return output.output[0].code;
}

/** The types of the messages and of the element, as one file without imports. Build only. */
export function embedTypes(info: DatasetInfo): string {
  const [messages, element] = ['model/embed-contract.ts', 'embed-host/element-contract.ts'].map((path) =>
    readFileSync(source(path), 'utf8')
  );
  const global = `declare global {\n  interface HTMLElementTagNameMap {\n    '${info.embed.element}': EmbedElement;\n  }\n}\n`;
  return [messages!, element!.replace(/^import type [^;]+;\n+/m, ''), global].join('\n');
}
