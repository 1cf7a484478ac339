import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lookup } from 'mrmime';

/** Serves the page and the data sets from memory, as they are: a local line has no need of compression. */
export async function serve(
  bodyOf: (path: string) => string | Uint8Array | undefined
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://bench').pathname.slice(1) || 'index.html';
    const body = bodyOf(path);
    if (body === undefined) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': lookup(path) ?? 'application/octet-stream',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store'
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
