import type { DatasetInfo } from './dataset.ts';
import { encodeOptions, type EmbedOptions } from './embed-options.ts';
import { folderOf, SOURCE } from './language-folder.ts';

/*
 * The links and the code that the share dialog offers. `base` is the site's absolute address with a trailing slash.
 * `query` is the encoded view, or empty for the first view of the latest version.
 */

export const linkTo = (base: string, query: string): string => (query === '' ? base : `${base}?${query}`);

/** What a frame of the map may do: run its program, and open links in windows that are free of the frame. */
export const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The address of the embedded map with its options; the language is part of the path. `path`: of an item’s page. */
export function embedAddress(base: string, query: string, options: EmbedOptions, path = ''): string {
  const all = [query, encodeOptions({ ...options, lang: SOURCE })].filter((part) => part !== '').join('&');
  return `${base}${folderOf(options.lang)}embed/${path}${all && `?${all}`}`;
}

/** The full map in the language of the options. */
const pageAddress = (base: string, query: string, { lang }: EmbedOptions, path = '') =>
  linkTo(base + folderOf(lang) + path, query);

/**
 * The picture of link previews: of the item whose page is at `path` below the folder of a language, or without a path of
 * the map, which has one for all languages.
 */
export const cardAddress = (base: string, folder: string, path = ''): string =>
  `${base}${path && folder + path}card.png`;

/*
 * The codes go through editors that make quotation marks curly and through filters that strip scripts, frames and unknown
 * elements. So they have no quotation marks, and each holds a link that says what it leads to, at the same view.
 */

/** A link to the view, with the title of the map. */
const link = (href: string, info: DatasetInfo) => `<a ${attributes({ href })}>${text(info.title)}</a>`;

/** Code without script: the height of the frame is fixed, and the map fills it. */
export function iframeCode(base: string, query: string, options: EmbedOptions, info: DatasetInfo, path = ''): string {
  const frame = {
    src: embedAddress(base, query, { ...options, height: 'fixed' }, path),
    title: info.title,
    width: '100%',
    height: '700',
    // Many themes say `iframe { height: auto }`, which takes the place of the attribute.
    style: 'border:0;height:700px',
    loading: 'lazy',
    sandbox: SANDBOX
  };
  return `<iframe ${attributes(frame)}></iframe>\n<p>${link(pageAddress(base, query, options, path), info)}</p>`;
}

/** Code by script: the element's attributes are the view's and the options' keys. */
export function scriptCode(base: string, query: string, options: EmbedOptions, info: DatasetInfo): string {
  const { element } = info.embed;
  const params = new URLSearchParams([query, encodeOptions({ ...options, height: 'auto' })].filter(Boolean).join('&'));
  const said = attributes(Object.fromEntries(params));
  const inside = link(pageAddress(base, query, options), info);
  // Not `async`: the element reserves its space before the text below it is rendered.
  return `<script ${attributes({ src: `${base}embed.js` })}></${'script'}>\n<${element}${said && ` ${said}`}>${inside}</${element}>`;
}

/**
 * Code where neither script nor frame is let in: the picture of link previews, which shows the item of `path` or else
 * the opening view, and a link.
 */
export function pictureCode(base: string, query: string, options: EmbedOptions, info: DatasetInfo, path = ''): string {
  const href = pageAddress(base, query, options, path);
  const src = cardAddress(base, folderOf(options.lang), path);
  const picture = { src, alt: info.subtitle, width: '1200', height: '630' };
  return `<p><a ${attributes({ href })}><img ${attributes({ ...picture, style: 'max-width:100%;height:auto' })}></a><br>${link(href, info)}</p>`;
}

const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Without quotation marks: what would end such a value is written by its number. */
const attributes = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${text(value).replace(/[\s"'>`]/g, (char) => `&#${char.charCodeAt(0)};`)}`)
    .join(' ');
