import type { DatasetInfo } from './dataset.ts';
import { encodeOptions, type EmbedOptions } from './embed-options.ts';
import { folderOf, SOURCE } from './language-folder.ts';

/*
 * What the share dialog hands out: links and code to paste. `base` is the site's absolute address with a slash at its
 * end; `query` the encoded view, or empty for the first view of whatever version is there.
 */

export const linkTo = (base: string, query: string): string => (query === '' ? base : `${base}?${query}`);

/** A link that names the data version it was made with; the page says so on arrival if the data has changed since. */
export function linkToVersion(base: string, query: string, version: string): string {
  return `${base}?${[query, `v=${encodeURIComponent(version)}`].filter((part) => part !== '').join('&')}`;
}

/** The address of the embedded map with its options; its language is its folder. */
export function embedAddress(base: string, query: string, options: EmbedOptions): string {
  const all = [query, encodeOptions({ ...options, lang: SOURCE })].filter((part) => part !== '').join('&');
  return linkTo(`${base}${folderOf(options.lang)}embed/`, all);
}

/** Code without a script: the frame's height is fixed, and the map fills it. */
export function iframeCode(base: string, query: string, options: EmbedOptions, info: DatasetInfo): string {
  const src = embedAddress(base, query, { ...options, height: 'fixed' });
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
  // Not `async`: the element keeps its room free before the text below it is drawn.
  return `<script ${attribute('src', `${base}embed.js`)}></${'script'}>\n<${element}${attributes}></${element}>`;
}

const attribute = (name: string, value: string) =>
  `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
