import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { BUILD } from '../e2e/static-server.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MAPLIBRE = join(HERE, '../../node_modules/maplibre-gl/dist');

/** `scrub`: where there is something to be scrubbed, the slider, and the marks that must be seen for a scrub to count as answered. */
export type Variant = { id: string; title: string; path: string; scrub?: { slider: string; marks: string } };

export const SLIDER = '[data-slider="day"]';

/** In one run: the page, the page with nothing in the map's place until MapLibre draws, and MapLibre alone. */
export const VARIANTS: Variant[] = [
  {
    id: 'page',
    title: 'The page',
    path: '/page/',
    scrub: { slider: SLIDER, marks: '[data-mark], [data-list] [data-event]' }
  },
  {
    id: 'deep',
    title: 'A link with a day',
    path: '/page/?day=2023-09-24&window=week',
    scrub: { slider: SLIDER, marks: '[data-mark], [data-list] [data-event]' }
  },
  // Measured where the build has it.
  {
    id: 'event',
    title: 'The page of an event',
    path: '/page/event/september-clash/',
    scrub: { slider: SLIDER, marks: '[data-mark], [data-list] [data-event]' }
  },
  {
    id: 'embed',
    title: 'An embed with a day',
    // As the code for an iframe asks for it.
    path: '/page/embed/?day=2023-09-24&window=week&height=fixed',
    scrub: { slider: SLIDER, marks: '[data-mark], .events [data-event]' }
  },
  {
    id: 'waiting',
    title: 'The same page, waiting for MapLibre',
    path: '/waiting/',
    scrub: { slider: SLIDER, marks: '[data-map-state="ready"] [data-mark]' }
  },
  {
    id: 'bare',
    title: 'A bare MapLibre page, same basemap',
    path: '/bare/',
    scrub: { slider: '#day', marks: '[data-shown]' }
  },
  { id: 'heading', title: 'A heading and a line of text', path: '/heading/' }
];

/** Whether there is such a page: not every build has one for each event. */
export const isInBuild = ({ path }: Variant): boolean => bodyOf(new URL(path, 'http://bench').pathname) !== null;

/** The least that a page can be: what this machine needs to open one and draw its first letters. */
const HEADING =
  '<!doctype html><meta charset="utf-8"><title>-</title><h1>Northern Kosovo, 2023</h1><p data-map="ready">Five articles.</p>';

/** Hides everything in the map's frame until MapLibre has drawn: what a map page without a static map shows. */
const WAITING =
  '[data-map-state]:not([data-map-state="ready"]) .stage > * { visibility: hidden !important; content-visibility: hidden; }';

/**
 * Serves the variants side by side, compressed once, as a good static server does. `sent` counts bytes of bodies: the
 * page's own count would miss what a worker fetches. `own`: by path, what stands in the place of a file or beside them.
 */
export async function serveVariants(own: ReadonlyMap<string, Buffer> = new Map()): Promise<{
  server: Server;
  origin: string;
  sent: () => { bytes: number; quietMs: number };
}> {
  let bytes = 0;
  let last = Date.now();
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://bench').pathname;
    const body = own.get(path) ?? bodyOf(path);
    if (body === null) return response.writeHead(404).end();
    const type = lookup(path) ?? 'text/html';
    const squeezed = type === 'font/woff2' ? body : (packed.get(path) ?? gzipSync(body, { level: 9 }));
    packed.set(path, squeezed);
    response.writeHead(200, {
      'content-type': type,
      'content-length': squeezed.length,
      ...(squeezed === body ? {} : { 'content-encoding': 'gzip' })
    });
    response.end(squeezed);
    bytes += squeezed.length;
    last = Date.now();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sent = () => ({ bytes, quietMs: Date.now() - last });
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent };
}

function bodyOf(path: string): Buffer | null {
  const [, variant, rest = ''] = /^\/(\w+)\/(.*)$/.exec(normalize(path)) ?? [];
  // No worker: it would answer the second run from its cache.
  if (rest === 'service-worker.js') return null;
  if (variant === 'bare') return bareBody(rest);
  if (variant === 'heading') return rest === '' ? Buffer.from(HEADING) : null;
  if (variant !== 'page' && variant !== 'waiting') return null;
  if (variant === 'waiting' && rest === 'waiting.css') return Buffer.from(WAITING);
  const file = fileIn(BUILD, rest.endsWith('/') || rest === '' ? `${rest}index.html` : rest);
  if (variant === 'page' || rest !== '' || !file) return file;
  return Buffer.from(file.toString().replace('</head>', '<link rel="stylesheet" href="./waiting.css"></head>'));
}

function bareBody(rest: string): Buffer | null {
  if (rest.startsWith('maplibre/')) return fileIn(MAPLIBRE, rest.slice('maplibre/'.length));
  if (rest.startsWith('basemap/')) return fileIn(join(BUILD, '_app/immutable/assets'), rest.slice('basemap/'.length));
  if (rest !== 'basemap.json') return fileIn(join(HERE, 'bare'), rest || 'index.html');
  const files = readdirSync(join(BUILD, '_app/immutable/assets')).filter((name) => name.endsWith('.geojson'));
  const typeOf = (name: string) =>
    /^(land|water|relief|municipal)/.test(name) ? 'fill' : /^(places|labels)/.test(name) ? 'circle' : 'line';
  return Buffer.from(
    JSON.stringify(files.map((file) => ({ name: file.split('.')[0], url: `./basemap/${file}`, type: typeOf(file) })))
  );
}

function fileIn(folder: string, name: string): Buffer | null {
  const file = join(folder, name);
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
}
