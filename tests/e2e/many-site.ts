import { createServer, type Server } from 'node:http';
import sirv from 'sirv';
import { listen } from './listen.ts';
import { manyEvents } from './page-data.ts';
import { test as base } from './site.ts';
import { BUILD, serveBuild, SUB_PATH } from './static-server.ts';

/** Where set, `build/` is of many events itself: CONTRIBUTING.md says how one is made. */
export const MANY = process.env.MANY_EVENTS !== undefined;

/** A test with the built page and made-up events in place of its own, as a build of so many has them. */
export const test = base.extend<object, { served: { server: Server; origin: string } }>({
  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const served = MANY ? await serveBuild() : await serveMany();
      await use(served);
      served.server.close();
    },
    { scope: 'worker' }
  ]
});

async function serveMany() {
  const files = sirv(BUILD, { dev: true });
  const { files: many } = manyEvents(10_000);
  const server = createServer((request, response) => {
    request.url = request.url!.slice(SUB_PATH.length);
    const path = new URL(request.url, 'http://build').pathname.slice(1);
    const body = many.get(path);
    if (!body) return files(request, response, () => void response.writeHead(404).end());
    response.writeHead(200, { 'content-type': path.endsWith('.json') ? 'application/json' : 'text/html' }).end(body);
  });
  return { server, origin: await listen(server) };
}
