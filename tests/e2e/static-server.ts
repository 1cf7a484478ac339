import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { listen } from './listen.ts';

/** The sub-path that the built site is tested under: a static build must not care where it lies. */
export const SUB_PATH = '/some/sub/path';

export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

/** Serves `build/`, or another folder, under `SUB_PATH` and nothing else, as any static file server would. */
export async function serveBuild(folder: string = BUILD): Promise<{ server: Server; origin: string }> {
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
  return { server, origin: await listen(server) };
}
