import { resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { collectGarbage } from '../collect-garbage.ts';
import { geodataDir, isKept, keepChecked } from './dataset.ts';
import { formatReport } from './problems.ts';
import { hasErrors, validateGeodata } from './validate.ts';

/** Editors save in several steps; a half-written file is not worth a message. */
const SETTLE_MS = 60;

/**
 * Checks the data folder as the program is built or served.
 * Build: a bad file stops it, with the report of all problems. With GEODATA_STRICT=1 a text that is not translated does too.
 * Dev: saving a bad file lays the report over the page; saving a good one reloads the page. A page opened while the
 * data is bad gets the report as soon as it connects.
 */
export function geodata(dir: string = geodataDir()): Plugin {
  let building = false;
  return {
    name: 'geodata',
    configResolved(config) {
      building = config.command === 'build';
    },
    buildStart() {
      // In dev the server must start even on bad data: the page then says what is wrong.
      if (!building || isKept(dir)) return;
      const report = reportOf(dir, Boolean(process.env.GEODATA_STRICT), true);
      // Without a stack: the fault lies in the data, not in this line.
      if (report !== null) this.error({ message: report, stack: '' });
      collectGarbage();
    },
    configureServer(server) {
      watch(server, resolve(dir));
    }
  };
}

function watch(server: ViteDevServer, dir: string): void {
  const { hot } = server.environments.client;
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(dir);
  server.watcher.on('all', (_event, file) => {
    if (!resolve(file).startsWith(dir + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const report = reportOf(dir);
      if (report === null) {
        forgetModules(server);
        return hot.send({ type: 'full-reload', path: '*' });
      }
      server.config.logger.error(report, { timestamp: true });
      hot.send(overlay(report, file));
    }, SETTLE_MS);
  });
  hot.on('vite:client:connect', (_data, client) => {
    const report = reportOf(dir);
    if (report !== null) client.send(overlay(report, dir));
  });
}

/**
 * Modules that are made from the data are made anew. One that could not be made while the data was bad would otherwise
 * be remembered as failed, and every page with it, until the server is started again.
 */
function forgetModules(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
}

/** The report of a folder with errors; `null` for a good one, which the build may `keep`. Never throws. */
function reportOf(dir: string, strict = false, keep = false): string | null {
  try {
    const { data, problems } = validateGeodata(dir, undefined, { strict });
    if (hasErrors(problems)) return `the data has problems\n\n${formatReport(problems)}`;
    if (keep) keepChecked(dir, data);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What Vite's client shows over the page. */
function overlay(message: string, id: string): ErrorPayload {
  return { type: 'error', err: { message, stack: '', plugin: 'geodata', id } };
}
