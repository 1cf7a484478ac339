import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Sizes of a built site in bytes, as they cross the line. Fonts are compressed as they are, all else by gzip. */
export type Sizes = Record<'page' | 'script' | 'style' | 'fonts' | 'basemap', number>;

const gzip = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
const sum = (files: Iterable<string>, size: (file: string) => number) => [...files].reduce((total, file) => total + size(file), 0);

/** Addresses in the attributes of the page's elements of one kind. */
function linked(html: string, folder: string, element: RegExp): string[] {
  const elements = html.match(element) ?? [];
  return elements.map((text) => join(folder, /(?:href|src)="([^"]+)"/.exec(text)![1]!));
}

/**
 * Every script that runs before the page answers: what the page preloads and starts, and what those import at their
 * head. What is imported by a call, the map library above all, comes later and is not among them.
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
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) follow(normalize(join(dirname(file), match[1]!)));
  };
  for (const file of [...linked(html, place, /<link[^>]+rel="modulepreload"[^>]*>/g), ...started]) follow(file);
  return found;
}

/** All of the first page of a language but the fonts, which only a browser knows. `folder`: of the language's pages. */
export function measure(build: string, folder = ''): Omit<Sizes, 'fonts'> {
  const index = join(build, folder, 'index.html');
  const html = readFileSync(index, 'utf8');
  const assets = join(build, '_app/immutable/assets');
  const basemap = readdirSync(assets).filter((name) => name.endsWith('.geojson'));
  return {
    page: gzip(index),
    script: sum(scriptsOf(build, folder), gzip),
    style: sum(linked(html, join(build, folder), /<link[^>]+rel="stylesheet"[^>]*>/g), gzip),
    basemap: sum(basemap, (name) => gzip(join(assets, name)))
  };
}
