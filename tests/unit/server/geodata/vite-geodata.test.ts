import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { build, createLogger, createServer, type Plugin, type ViteDevServer } from 'vite';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { geodata } from '../../../../src/lib/server/geodata/vite-geodata.ts';
import { editedRegion } from './fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

let close: (() => Promise<void>) | undefined;
let remove: () => void = () => {};
afterEach(async () => {
  await close?.();
  close = undefined;
  remove();
});

const AGENTS = 'agents.json';

function region(edits: Parameters<typeof editedRegion>[0] = []): { root: string; dir: string } {
  const copy = editedRegion(edits);
  remove = copy.remove;
  const root = join(copy.dir, '../app');
  mkdirSync(root);
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>x</title>');
  return { root, dir: copy.dir };
}

const quiet = {
  configFile: false,
  logLevel: 'silent',
  customLogger: { ...createLogger('silent'), error: () => {} }
} as const;

test('a bad file stops the build with the report', async () => {
  const { root, dir } = region([{ file: 'events.json', path: ['events', 0, 'kind'], set: 'riot-clash' }]);
  const run = build({ ...quiet, root, plugins: [geodata(dir)] });
  await expect(run).rejects.toThrow('events[0].kind (line 6): no kind "riot-clash"; did you mean "riot_clash"? [V30]');
});

test('good data lets the build pass', async () => {
  const { root, dir } = region();
  await expect(build({ ...quiet, root, plugins: [geodata(dir)] })).resolves.toBeTruthy();
});

async function serve(root: string, dir: string, more: Plugin[] = []): Promise<ViteDevServer> {
  const server = await createServer({
    ...quiet,
    root,
    plugins: [geodata(dir), ...more],
    server: { middlewareMode: true, ws: false }
  });
  close = () => server.close();
  return server;
}

test('in dev, saving a bad file shows the report over the page and saving a good one reloads it', async () => {
  const { root, dir } = region();
  const server = await serve(root, dir);
  const send = vi.spyOn(server.environments.client.hot, 'send').mockImplementation(() => {});
  const good = readFileSync(join(dir, AGENTS), 'utf8');

  writeFileSync(join(dir, AGENTS), good.replace('"id": "herald"', '"id": "Herald"'));
  server.watcher.emit('all', 'change', join(dir, AGENTS));
  await vi.waitFor(() => expect(send).toHaveBeenCalled(), 10_000);
  expect(send.mock.calls[0]?.[0]).toMatchObject({
    type: 'error',
    err: { plugin: 'geodata', message: expect.stringContaining('agents[3].id') as string, id: join(dir, AGENTS) }
  });

  send.mockClear();
  writeFileSync(join(dir, AGENTS), good);
  server.watcher.emit('all', 'change', join(dir, AGENTS));
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'full-reload', path: '*' }), 10_000);
});

test('in dev, the server starts on bad data', async () => {
  const { root, dir } = region([{ file: AGENTS, text: '{' }]);
  await expect(serve(root, dir)).resolves.toBeTruthy();
});

test('in dev, a page that connects while the data is bad gets the report', () => {
  const { dir } = region([{ file: AGENTS, text: '{' }]);
  const listeners = new Map<string, (data: unknown, client: { send: (payload: unknown) => void }) => void>();
  const hot = { send: () => {}, on: (event: string, listener: never) => listeners.set(event, listener) };
  const server = { environments: { client: { hot } }, watcher: new EventEmitter(), config: {} };
  Object.assign(server.watcher, { add: () => {} });
  (geodata(dir).configureServer as (server: unknown) => void)(server);

  const sent: unknown[] = [];
  listeners.get('vite:client:connect')?.(undefined, { send: (payload) => sent.push(payload) });
  const message = expect.stringContaining(
    'no JSON at column 2: the end of the file where , or } should stand'
  ) as string;
  expect(sent).toMatchObject([{ type: 'error', err: { plugin: 'geodata', message } }]);
});

test('in dev, a page that failed on bad data is made anew once the data is good', async () => {
  const { root, dir } = region();
  const good = readFileSync(join(dir, AGENTS), 'utf8');
  writeFileSync(join(dir, AGENTS), '{');
  // As with the basemap: a page imports a module without a file, which is made from the data.
  const made: Plugin = {
    name: 'made',
    resolveId: (id) => (id === 'virtual:made' ? id : undefined),
    load: (id) => (id === 'virtual:made' ? `export default ${loadDataset(dir).agents.length}` : undefined)
  };
  writeFileSync(join(root, 'page.js'), "export { default } from 'virtual:made';");
  const server = await serve(root, dir, [made]);
  const page = () => server.ssrLoadModule('/page.js');
  await expect(page()).rejects.toThrow('the data has problems');

  const send = vi.spyOn(server.environments.client.hot, 'send').mockImplementation(() => {});
  writeFileSync(join(dir, AGENTS), good);
  server.watcher.emit('all', 'change', join(dir, AGENTS));
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'full-reload', path: '*' }), 10_000);
  await expect(page()).resolves.toMatchObject({ default: 4 });
});
