import { createServer } from 'node:http';
import sirv from 'sirv';
import { listen } from './listen.ts';
import type { Dataset } from '../../src/lib/model/dataset.ts';
import { atFewPlaces } from '../synthetic/few-places.ts';
import { manyEvents } from './page-data.ts';
import { testOf } from './site.ts';
import { BUILD, serveBuild, SUB_PATH } from './static-server.ts';

/** Where set, `build/` is of many events itself: CONTRIBUTING.md says how one is made. */
export const MANY = process.env.MANY_EVENTS !== undefined;

/** A test with the built page and made-up events in place of its own, as a build of so many has them. */
export const test = testOf(() => (MANY ? serveBuild() : serveMany(10_000)));

/** The same with fewer events, all at twenty sites and in twenty areas. */
export const testOfFewPlaces = testOf(() => serveMany(3000, atFewPlaces));

async function serveMany(rows: number, change?: (dataset: Dataset) => Dataset) {
  const files = sirv(BUILD, { dev: true });
  const { files: many } = manyEvents(rows, change);
  const server = createServer((request, response) => {
    request.url = request.url!.slice(SUB_PATH.length);
    const path = new URL(request.url, 'http://build').pathname.slice(1);
    const body = many.get(path);
    if (!body) return files(request, response, () => void response.writeHead(404).end());
    response.writeHead(200, { 'content-type': path.endsWith('.json') ? 'application/json' : 'text/html' }).end(body);
  });
  return { server, origin: await listen(server) };
}
