import { parseArgs } from 'node:util';
import { geodataDir } from '../../lib/server/geodata/dataset.ts';
import { recoverPublication } from '../../lib/server/geodata/publication.ts';
import { deskApi } from './server/api.ts';
import { startDesk } from './server/desk-server.ts';
import { DraftFolder } from './server/draft-folder.ts';
import { DraftMap } from './server/draft-map.ts';
import { requireLoopback } from './server/guard.ts';
import { pageFiles } from './server/page-files.ts';

const USAGE = `usage: npm run edit -- [--dir DIR] [--texts DIR] [--port N]
  --dir DIR    the data folder that is edited (default: GEODATA_DIR, or geodata)
  --texts DIR  where texts of articles and drafts are kept (default: .desk, which git ignores)
  --port N     default: any that is free`;

/** Starts the editor's desk and says where it is. Exit code 2 for wrong usage. */
async function main(): Promise<void> {
  let options: { dir?: string; texts?: string; port?: string; host?: string };
  try {
    options = parseArgs({
      options: {
        dir: { type: 'string' },
        texts: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' }
      }
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const folders = { data: options.dir ?? geodataDir(), texts: options.texts ?? '.desk' };
  if (recoverPublication(folders.data)) console.log('A publication that was interrupted is now finished.');
  const drafts = new DraftFolder(folders);
  const map = new DraftMap(folders.data);
  requireLoopback(options.host ?? '127.0.0.1');
  const page = await pageFiles();
  const desk = await startDesk(deskApi(drafts, map), page, { host: options.host, port: Number(options.port ?? 0) });
  console.log(
    `The editor’s desk over ${folders.data} is open, on this machine alone:\n\n  ${desk.address}\n\nCtrl+C ends it.`
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      map.close();
      void desk.close().then(() => process.exit(0));
    });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
