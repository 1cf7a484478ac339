import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatasetInfo } from '../../model/dataset.ts';

/** Relative to the root of the project, where every build starts: the server bundle is in another folder. */
const source = (path: string) => resolve('src/lib', path);

/** Where frameworks keep their types of elements in JSX; TypeScript's own, older place is global. */
const JSX_MODULES = ['react', 'preact', 'solid-js'];

/**
 * The script that other sites load, as one classic script without a hash in its name: pages published years ago still
 * request it. `site`: its address, where it is known. Build only.
 */
export async function embedScript(info: DatasetInfo, site: string | null): Promise<string> {
  // A dynamic import, so that the server bundle does not depend on the bundler.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      ELEMENT: JSON.stringify(info.embed.element),
      TITLE: JSON.stringify(info.title),
      LANGUAGES: JSON.stringify(info.languages),
      YEARS: JSON.stringify(info.parts !== undefined),
      SITE: JSON.stringify(site)
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
  const tag = `'${info.embed.element}'`;
  const jsx = `namespace JSX {\n    interface IntrinsicElements {\n      ${tag}: EmbedProps;\n    }\n  }`;
  const global = `declare global {\n  interface HTMLElementTagNameMap {\n    ${tag}: EmbedElement;\n  }\n  ${jsx}\n}\n`;
  // Each for itself: a project has one of them, and the others cannot be found.
  const frameworks = JSX_MODULES.map((name) => `// @ts-ignore\ndeclare module '${name}' {\n  ${jsx}\n}\n`);
  const whole = element!.replace(/^import type [^;]+;\n+/m, '').replace(/^ *\/\* eslint-.*\n/gm, '');
  return [messages!, whole, global, ...frameworks].join('\n');
}
