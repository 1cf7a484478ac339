import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused } from './http.ts';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));
const VITE = join(PROJECT, 'node_modules/vite/bin/vite.js');
const STARTS_WITHIN_MS = 90_000;

/**
 * The map of a draft: `npm run dev` over a copy of the data folder that has the draft in it. Started when it is first asked
 * for. It listens on the loopback address alone, and shows what is published and the draft’s claims, but no text of an
 * article.
 */
export class DraftMap {
  private copy: string | null = null;
  private child: ChildProcess | null = null;
  private address: Promise<string> | null = null;
  /** Files of the copy that are not as in the data folder. */
  private written = new Set<string>();

  constructor(private readonly data: string) {}

  /** Shows the data with these changes; answers with the address of the map. */
  async show(changes: ReadonlyMap<string, string>): Promise<string> {
    if (this.copy === null) {
      this.copy = mkdtempSync(join(tmpdir(), 'desk-map-'));
      cpSync(this.data, this.copy, { recursive: true });
    }
    this.write(this.copy, changes);
    this.address ??= this.start(this.copy);
    this.address.catch(() => (this.address = null));
    return this.address;
  }

  close(): void {
    this.child?.kill();
    if (this.copy !== null) rmSync(this.copy, { recursive: true, force: true });
  }

  private write(copy: string, changes: ReadonlyMap<string, string>): void {
    for (const name of this.written) {
      if (changes.has(name)) continue;
      const original = join(this.data, name);
      if (existsSync(original)) cpSync(original, join(copy, name));
      else rmSync(join(copy, name), { force: true });
    }
    for (const [name, content] of changes) {
      const path = join(copy, name);
      // A file that is written makes the map load again.
      if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileSync(path, content);
    }
    this.written = new Set(changes.keys());
  }

  private async start(dir: string): Promise<string> {
    const port = await freePort();
    const args = [VITE, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      // Building the desk’s page has set this to `production`, in which the site would not be served.
      env: { ...process.env, NODE_ENV: 'development', GEODATA_DIR: dir },
      stdio: 'ignore'
    });
    this.child = child;
    process.once('exit', () => child.kill());
    const address = `http://127.0.0.1:${port}/`;
    const until = Date.now() + STARTS_WITHIN_MS;
    while (Date.now() < until && child.exitCode === null) {
      if (await answers(address)) return address;
      await new Promise((done) => setTimeout(done, 250));
    }
    child.kill();
    throw new Refused(503, 'The map could not be started: try npm run dev in the terminal, and see what it says.');
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}favicon.svg`).then(
    ({ ok }) => ok,
    () => false
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
