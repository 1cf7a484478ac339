import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Draft } from '../draft.ts';
import { Refused } from './http.ts';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));
const VITE = join(PROJECT, 'node_modules/vite/bin/vite.js');
const STARTS_WITHIN_MS = 90_000;

/**
 * The map of a draft: `npm run dev` over a copy of the data folder that has the draft in it, and follows it. Started when
 * it is first asked for. It listens on the loopback address alone, and shows what is published and the draft’s claims, but
 * no text of an article.
 */
export class DraftMap {
  private copy: string | null = null;
  private child: ChildProcess | null = null;
  private address: Promise<string> | null = null;
  private shown: string | null = null;
  /** Files that a draft has changed in the copy: another draft is shown without them. */
  private written = new Set<string>();

  constructor(
    private readonly data: string,
    private readonly changed: (draft: Draft) => ReadonlyMap<string, string>
  ) {}

  /** Shows a draft; answers with the address of the map. */
  async show(draft: Draft): Promise<string> {
    this.copy ??= mkdtempSync(join(tmpdir(), 'desk-map-'));
    if (this.address === null) {
      cpSync(this.data, this.copy, { recursive: true });
      this.write(draft);
      this.address = this.start(this.copy);
      this.address.catch(() => (this.address = null));
    } else this.write(draft);
    return this.address;
  }

  /** Follows a draft that was written, where it is the one that is shown. */
  follow(draft: Draft): void {
    if (this.shown === draft.id) this.write(draft);
  }

  close(): void {
    this.child?.kill();
    if (this.copy !== null) rmSync(this.copy, { recursive: true, force: true });
  }

  private write(draft: Draft): void {
    this.shown = draft.id;
    const changes = this.changed(draft);
    for (const name of this.written) {
      if (changes.has(name)) continue;
      rmSync(join(this.copy!, name), { force: true });
      cpSync(join(this.data, name), join(this.copy!, name), { force: true, recursive: true });
    }
    for (const [name, content] of changes) writeFileSync(join(this.copy!, name), content);
    this.written = new Set(changes.keys());
  }

  private async start(dir: string): Promise<string> {
    const port = await freePort();
    const args = [VITE, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      env: { ...process.env, GEODATA_DIR: dir },
      stdio: 'ignore'
    });
    this.child = child;
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
