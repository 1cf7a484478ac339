import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** The sub-path that the built site is tested under: a static build must not care where it lies. */
export const SUB_PATH = '/some/sub/path';

export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

/** Serves `build/`, or another folder, under `SUB_PATH` and nothing else, as any static file server would. */
export function serveBuild(folder: string = BUILD): Promise<{ server: Server; origin: string }> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.statusCode = 404;
      response.end('not found');
    };
    if (!request.url?.startsWith(`${SUB_PATH}/`)) return notFound();
    request.url = request.url.slice(SUB_PATH.length);
    files(request, response, notFound);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}
