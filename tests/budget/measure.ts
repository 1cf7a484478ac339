import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Sizes of a built site in bytes, as transferred. Fonts are already compressed, everything else is gzipped. `page`:
 * without its styles and without what holds the data; `claim`: of that, the share of one claim.
 */
export type Sizes = Record<'page' | 'claim' | 'script' | 'style' | 'fonts' | 'basemap' | 'embed', number>;

const gzip = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;
const gzipFile = (file: string) => gzip(readFileSync(file));
const sum = (files: Iterable<string>, size: (file: string) => number) =>
  [...files].reduce((total, file) => total + size(file), 0);

/** Addresses in the attributes of the page's elements of one kind. */
function linked(html: string, folder: string, element: RegExp): string[] {
  const elements = html.match(element) ?? [];
  return elements.map((text) => join(folder, /(?:href|src)="([^"]+)"/.exec(text)![1]!));
}

/**
 * Every script that runs before the slider answers: what the page preloads and starts, and their static imports. Dynamic
 * imports are loaded later and do not count, nor does what is preloaded after the others (the map’s marks).
 */
export function scriptsOf(build: string, folder = ''): Set<string> {
  const place = join(build, folder);
  const html = readFileSync(join(place, 'index.html'), 'utf8');
  const started = linked(html, place, /<script[^>]+src=[^>]*>/g);
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g))
      follow(normalize(join(dirname(file), match[1]!)));
  };
  const first = /<link(?![^>]+fetchpriority="low")[^>]+rel="modulepreload"[^>]*>/g;
  for (const file of [...linked(html, place, first), ...started]) follow(file);
  return found;
}

/** What the page holds of the data set: the data itself, what machines read of it (on one page), the record of claims. */
const DATA = [
  /<script[^>]*id="data"[^>]*>[\s\S]*?<\/script>/,
  /<script type="application\/ld\+json">[\s\S]*?<\/script>/,
  /<section[^>]*id="record"[\s\S]*?(?=<footer)/
];

/** The first page in three: its styles, what grows with every claim, and the rest. */
export function partsOf(html: string): { style: string; data: string; rest: string; claims: number } {
  let rest = html;
  const take = (pattern: RegExp) => {
    const [found = ''] = pattern.exec(rest) ?? [];
    rest = rest.replace(found, () => '');
    return found;
  };
  const style = take(/<style>[\s\S]*?<\/style>/).slice('<style>'.length, -'</style>'.length);
  const data = DATA.map(take).join('');
  const claims = data.match(/\sid="claim-/g)?.length ?? 0;
  if (style === '' || claims === 0) throw new Error('the page has no styles in it, or no claims');
  return { style, data, rest, claims };
}

/** All of the first page of a language but the fonts, which only a browser knows. `folder`: of the language's pages. */
export function measure(build: string, folder = ''): Omit<Sizes, 'fonts'> {
  const { style, data, rest, claims } = partsOf(readFileSync(join(build, folder, 'index.html'), 'utf8'));
  const assets = join(build, '_app/immutable/assets');
  const basemap = readdirSync(assets).filter((name) => name.endsWith('.geojson'));
  return {
    page: gzip(rest),
    claim: Math.round(gzip(data) / claims),
    script: sum(scriptsOf(build, folder), gzipFile),
    style: gzip(style),
    basemap: sum(basemap, (name) => gzipFile(join(assets, name))),
    embed: gzipFile(join(build, 'embed.js'))
  };
}
