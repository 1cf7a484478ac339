import { expect, test as base } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox, findWebKit, findXvfb } from '../find-browser.ts';
import { hosted, type Host } from '../host.ts';
import { serveBuild, SUB_PATH } from '../static-server.ts';
import { Firefox } from './firefox.ts';
import type { Visit } from './visit.ts';
import { WebKit } from './webkit.ts';

export type Options = {
  /** Which browser the project is for. */
  engine: 'firefox' | 'webkit';
  webgl: boolean;
  /** How much sites may keep, in Firefox; `null`: what it gives. */
  roomKb: number | null;
};
type Fixtures = {
  /** An empty folder, which downloads go to. */
  folder: string;
  host: Host;
  visit: Visit;
};
type WorkerFixtures = { display: string | undefined; served: string };

/** A test in Firefox and in WebKit, failing on any error that these report. Each has a browser and a profile of its own. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  engine: ['firefox', { option: true }],
  webgl: [true, { option: true }],
  roomKb: [null, { option: true }],

  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { server, origin } = await serveBuild();
      await use(`${origin}${SUB_PATH}/`);
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' }
  ],

  display: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const xvfb = findXvfb();
      if (!xvfb) return use(process.env.DISPLAY);
      const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe']
      });
      const number = await new Promise((resolve) => server.stdio[3]!.once('data', resolve));
      await use(`:${String(number).trim()}`);
      server.kill();
    },
    { scope: 'worker' }
  ],

  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'reader-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  host: hosted,

  visit: async ({ engine, webgl, roomKb, display, folder }, use) => {
    const env = { ...process.env, DISPLAY: display, TZ: 'America/New_York', HOME: folder, XDG_DOWNLOAD_DIR: folder };
    const visit =
      engine === 'firefox'
        ? await Firefox.start({ program: findFirefox()!, downloads: folder, env, webgl, roomKb })
        : await WebKit.start({ ...findWebKit()!, env, webgl });
    await visit.resize(1280, 800);
    await use(visit);
    await visit.close();
    if (!visit.refusing) expect(visit.problems, 'errors in the console').toEqual([]);
  }
});

export { expect };
