import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import sirv from 'sirv';
import { listen } from './listen.ts';
import { holdMapLibrary } from './map-library.ts';
import { BUILD } from './static-server.ts';

/** Name of the element, from the data set. */
export const ELEMENT = 'northern-kosovo-map';

type Host = {
  /** Where the map is served from: with the headers that the build says, and with none. */
  map: string;
  bareMap: string;
  /** Opens a page of another site. `headers` may hold its policy, `files` what else it has, by path. */
  open(body: string, headers?: Record<string, string>, files?: Record<string, string>): Promise<Page>;
  /** Until this is called MapLibre is still on its way. */
  letMapCome(): void;
};

/** The rules of the build's `_headers`, as the hosts that read it apply them. */
function headersOfBuild(): (path: string) => [name: string, value: string][] {
  const rules = readFileSync(join(BUILD, '_headers'), 'utf8')
    .split(/\n(?=\/)/)
    .slice(1)
    .map((rule) => rule.trim().split('\n'));
  return (path) =>
    rules
      .filter(([of]) => (of!.endsWith('*') ? path.startsWith(of!.slice(0, -1)) : path === of))
      .flatMap(([, ...lines]) => lines.map((line) => line.trim().split(/: (.*)/) as [string, string]));
}

function serveMap(withHeaders: boolean): Server {
  const headersOf = headersOfBuild();
  const files = sirv(BUILD, {
    dev: true,
    setHeaders: (response, path) => {
      if (withHeaders) for (const [name, value] of headersOf(path)) response.setHeader(name, value);
    }
  });
  return createServer((request, response) => {
    request.url = request.url!.replace(/^\/map/, '');
    files(request, response, () => void response.writeHead(404).end());
  });
}

/** A host page on another origin than the map; whatever goes wrong on it fails the test. */
export const test = base.extend<{ host: Host }, { servers: { map: string; bareMap: string } }>({
  servers: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const servers = [serveMap(true), serveMap(false)];
      const [map, bareMap] = await Promise.all(servers.map(listen));
      await use({ map: `${map}/map/`, bareMap: `${bareMap}/map/` });
      for (const server of servers) server.close();
    },
    { scope: 'worker' }
  ],
  host: async ({ page, servers }, use) => {
    let answer = { body: '', headers: {} as Record<string, string>, files: {} as Record<string, string> };
    const server = createServer((request, response) => {
      const file = answer.files[request.url!];
      if (file !== undefined) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
      if (request.url !== '/') return response.writeHead(204).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers }).end(answer.body);
    });
    // Another name, so another site too, not only another port.
    const address = (await listen(server)).replace('127.0.0.1', 'localhost');
    await use({
      ...servers,
      letMapCome: await holdMapLibrary(page),
      open: async (body, headers = {}, files = {}) => {
        answer = {
          body: `<!doctype html><meta name="viewport" content="width=device-width"><title>Host</title>${body}`,
          headers,
          files
        };
        await page.goto(`${address}/`);
        return page;
      }
    });
    server.close();
  }
});

export { expect };

/** The inside of the nth embed of a page. */
export const inside = (page: Page, nth = 0): FrameLocator =>
  page.locator(ELEMENT).nth(nth).locator('iframe').contentFrame();

export const dayIn = (frame: FrameLocator) => frame.locator('h1 time');

export const hydrated = (frame: FrameLocator) => frame.locator('[data-embed][data-hydrated]').waitFor();

/** The element's own methods, called in the page. */
export const call = (page: Page, method: string, ...args: unknown[]) =>
  page
    .locator(ELEMENT)
    .first()
    .evaluate(
      (element, [method, args]) => (element as unknown as Record<string, (...a: unknown[]) => void>)[method]!(...args),
      [method, args] as [string, unknown[]]
    );
