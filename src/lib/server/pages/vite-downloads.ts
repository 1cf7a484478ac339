import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { DATA_FILES, isDataFile, MEDIA_TYPES, type DataFile } from '../../exports/file-names.ts';
import { WRITERS } from '../../exports/files.ts';
import { selectAll } from '../../exports/selection.ts';
import { english } from '../../i18n/catalogues.ts';
import type { Dataset } from '../../model/dataset.ts';
import { afterBuild } from '../after-build.ts';
import { collectGarbage } from '../collect-garbage.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { sharedIndex } from './shared-data.ts';

/** Below the folder of the site. */
const FOLDER = 'data';
/** Pieces of a file are written together, so many characters at a time. */
const WRITTEN_AT_ONCE = 1_000_000;

/**
 * The whole data set as static files, `data/claims.csv` and its kin, at addresses that stay. They are written beside
 * SvelteKit, which takes each page and file as a whole: of 100,000 events one is 370 MB. Links to them say
 * `rel="external"`, as no route makes what they lead to.
 */
export const downloads = (dir: string = geodataDir()): Plugin[] => [
  afterBuild('downloads', () => writeDownloads(loadDataset(dir), join('build', FOLDER))),
  {
    name: 'downloads-in-development',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(`/${FOLDER}`, ({ url = '' }, response, next) => {
        const name = url.slice(1);
        const dataset = loadDataset(dir);
        if (!isDataFile(name) || !mayShare(dataset)) return next();
        response.setHeader('content-type', MEDIA_TYPES[name]);
        for (const piece of writerOf(dataset)(name)) response.write(piece);
        response.end();
      });
    }
  }
];

/** Whether the source of the data allows its rows to be handed on. */
const mayShare = ({ info }: Dataset) => info.sharing === 'all';

export function writeDownloads(dataset: Dataset, folder: string): void {
  if (!mayShare(dataset)) return;
  mkdirSync(folder, { recursive: true });
  const piecesOf = writerOf(dataset);
  for (const name of DATA_FILES) {
    collectGarbage();
    writePieces(join(folder, name), piecesOf(name));
  }
}

function writerOf(dataset: Dataset): (name: DataFile) => Iterable<string> {
  const index = sharedIndex(dataset);
  const all = selectAll(index);
  return (name) => WRITERS[name](english, index, all);
}

/** Of many events a file is longer than a text can be. */
function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < WRITTEN_AT_ONCE) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
}
