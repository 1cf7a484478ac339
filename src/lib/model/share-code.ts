import type { DatasetInfo } from './dataset.ts';
import { encodeOptions, type EmbedOptions } from './embed-options.ts';
import { folderOf, SOURCE } from './language-folder.ts';

/*
 * The links and the code that the share dialog offers. `base` is the site's absolute address with a trailing slash.
 * `query` is the encoded view, or empty for the first view of the latest version.
 */

/** The address of the embedded map with its options; the language is part of the path. `path`: of an item’s page. */
export function embedAddress(base: string, query: string, options: EmbedOptions, path = ''): string {
  const all = [query, encodeOptions({ ...options, lang: SOURCE })].filter((part) => part !== '').join('&');
  return `${base}${folderOf(options.lang)}embed/${path}${all && `?${all}`}`;
}

/** Code without script: the height of the frame is fixed, and the map fills it. */
export function iframeCode(base: string, query: string, options: EmbedOptions, info: DatasetInfo, path = ''): string {
  const src = embedAddress(base, query, { ...options, height: 'fixed' }, path);
  const attributes = [
    ['src', src],
    ['title', info.title],
    ['width', '100%'],
    ['height', '700'],
    ['loading', 'lazy'],
    ['sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox']
  ] as const;
  return `<iframe ${attributes.map(([name, value]) => attribute(name, value)).join(' ')}></iframe>`;
}

/** Code by script: the element's attributes are the view's and the options' keys. */
export function scriptCode(base: string, query: string, options: EmbedOptions, info: DatasetInfo): string {
  const { element } = info.embed;
  const params = new URLSearchParams([query, encodeOptions({ ...options, height: 'auto' })].filter(Boolean).join('&'));
  const attributes = [...params].map(([name, value]) => ` ${attribute(name, value)}`).join('');
  // Not `async`: the element reserves its space before the text below it is rendered.
  return `<script ${attribute('src', `${base}embed.js`)}></${'script'}>\n<${element}${attributes}></${element}>`;
}

const attribute = (name: string, value: string) =>
  `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
