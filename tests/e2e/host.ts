import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from './next-build.ts';
import { BUILD, serveBuild, SUB_PATH } from './static-server.ts';

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

/** A server of its own for each test, with a folder that builds are deployed to, that can err and be switched off. */
export class Host {
  /** Which files are answered wrong, and how. */
  fault: { files: RegExp; answer: Fault } | null = null;
  /** It sends from `about/` to `about`, and has the page there. */
  slashless = false;

  private constructor(
    readonly folder: string,
    readonly server: Server,
    readonly url: string
  ) {
    const files = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (this.fault?.files.test(request.url!)) return this.fault.answer(response);
      if (this.slashless && /[^/]\/$/.test(request.url!.slice(SUB_PATH.length))) {
        return response.writeHead(308, { location: request.url!.slice(0, -1) }).end();
      }
      for (const listener of files) listener(request, response);
    });
  }

  static async start(): Promise<Host> {
    const folder = join(mkdtempSync(join(tmpdir(), 'deployed-')), 'site');
    deploy(BUILD, folder, 'a');
    const { server, origin } = await serveBuild(folder);
    return new Host(folder, server, `${origin}${SUB_PATH}/`);
  }

  deploy = (id: string) => deploy(BUILD, this.folder, id);
  version = (): string => JSON.parse(readFileSync(join(this.folder, '_app/version.json'), 'utf8')).version;
  /** As docs/deploying.md says. */
  removeWorker = () =>
    copyFileSync(join(this.folder, 'remove-service-worker.js'), join(this.folder, 'service-worker.js'));
  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }
  /** At the same address. */
  startAgain = () =>
    new Promise<void>((resolve) => this.server.listen(Number(new URL(this.url).port), '127.0.0.1', resolve));
  remove() {
    this.stop();
    rmSync(join(this.folder, '..'), { recursive: true });
  }
}

/** The fixture of a host for each test. */
// eslint-disable-next-line no-empty-pattern
export async function hosted({}: object, use: (host: Host) => Promise<void>): Promise<void> {
  const host = await Host.start();
  await use(host);
  host.remove();
}

/** Run in a page: starts its worker at once. Resolves when that has kept everything, or has given up. */
export async function startWorker(script: string): Promise<void> {
  const registration = (await navigator.serviceWorker.getRegistration(script)) ?? (await register());
  await registration.update().catch(() => {});
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return;
  await new Promise<void>((resolve) => {
    const done = () => ['activated', 'redundant'].includes(worker.state) && resolve();
    worker.addEventListener('statechange', done);
    done();
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
