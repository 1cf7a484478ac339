import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { lookup } from 'mrmime';
import { listen } from './listen.ts';
import { NextBuild } from './next-build.ts';
import { SUB_PATH } from './static-server.ts';

/** How a host answers instead of the file. */
type Fault = (response: ServerResponse) => void;

export const FAULTS = {
  page: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Nothing here</h1>'),
  redirect: (response) => response.writeHead(302, { location: `${SUB_PATH}/favicon.svg` }).end(),
  missing: (response) => response.writeHead(404).end()
} satisfies Record<string, Fault>;
export const failing =
  (status: number): Fault =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Not now</h1>');

/** A server of its own for each test, with a build that another can replace, that can err and be switched off. */
export class Host {
  /** Which files are answered wrong, and how. */
  fault: { files: RegExp; answer: Fault } | null = null;
  /** It sends from `about/` to `about`, and has the page there. */
  slashless = false;
  /** Where the site lies. */
  folder = SUB_PATH;

  #build = new NextBuild('a');
  #workerRemoved = false;
  #origin = '';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<Host> {
    const host = new Host();
    host.#origin = await listen(host.#server);
    return host;
  }

  get url(): string {
    return `${this.#origin}${this.folder}/`;
  }

  #answer({ url = '' }: IncomingMessage, response: ServerResponse) {
    if (this.fault?.files.test(url)) return this.fault.answer(response);
    const path = new URL(url, this.url).pathname.slice(this.folder.length + 1);
    if (this.slashless && /[^/]\/$/.test(path)) return response.writeHead(308, { location: url.slice(0, -1) }).end();
    const name = this.#nameOf(path);
    const body = url.startsWith(`${this.folder}/`) ? this.#build.file(name) : null;
    if (!body) return response.writeHead(404).end('not found');
    const type = lookup(name) ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' });
    response.end(body);
  }

  #nameOf(path: string): string {
    if (path === '' || path.endsWith('/')) return `${path}index.html`;
    if (path === 'service-worker.js' && this.#workerRemoved) return 'remove-service-worker.js';
    return this.slashless && !path.includes('.') ? `${path}/index.html` : path;
  }

  deploy(id: string) {
    this.#build = new NextBuild(id);
  }
  version = (): string => this.#build.version;
  /** As docs/deploying.md says. */
  removeWorker() {
    this.#workerRemoved = true;
  }
  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
  /** At the same address. */
  startAgain = () =>
    new Promise<void>((resolve) => this.#server.listen(Number(new URL(this.url).port), '127.0.0.1', resolve));
}

/** The fixture of a host for each test. */
// eslint-disable-next-line no-empty-pattern
export async function hosted({}: object, use: (host: Host) => Promise<void>): Promise<void> {
  const host = await Host.start();
  await use(host);
  host.stop();
}

/** Run in a page: starts its worker at once. Resolves when that has kept everything, or has given up. */
export async function startWorker(script: string): Promise<void> {
  const registration = (await navigator.serviceWorker.getRegistration(script)) ?? (await register());
  await registration.update().catch(() => {});
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return;
  const since: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const done = () => {
      since.push(worker.state);
      if (['activated', 'redundant'].includes(worker.state)) resolve();
    };
    worker.addEventListener('statechange', done);
    done();
    const { installing, waiting, active } = registration;
    const states = () => [installing, waiting, active].map((worker) => worker?.state ?? 'none');
    setTimeout(() => reject(new Error(`the worker was ${since.join(', ')}; all: ${states().join(', ')}`)), 60_000);
  });

  /** As the page does later (src/lib/offline/register.ts), which then gets this policy: there is only one of a name. */
  function register() {
    const types = window.trustedTypes;
    const policy = types?.createPolicy('service-worker', { createScriptURL: (asked) => asked });
    const create = types?.createPolicy.bind(types);
    if (types) types.createPolicy = (name, rules) => (name === 'service-worker' ? policy! : create!(name, rules));
    return navigator.serviceWorker.register((policy?.createScriptURL(script) ?? script) as string, {
      updateViaCache: 'none'
    });
  }
}
