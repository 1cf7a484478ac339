import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { isLanguage, type LanguageId } from '../../i18n/languages.ts';
import { collectGarbage } from '../collect-garbage.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { dataFiles, forgetShared, sharedData, type FileKind } from './shared-data.ts';

const FOLDER = 'virtual:datasets';
/** What the file with the data in a language is called where pages are made; the build gives it a name with a hash. */
export const datasetFile = (language: LanguageId) => `${FOLDER}/${language}`;

/** Below the folder of the site, where files never change. */
const IMMUTABLE = '_app/immutable/assets/';

/** The name of a file, with a hash of what is in it, as the build names its own. */
export const hashedName = (language: LanguageId, kind: FileKind, number: number, text: string): string => {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  return `${kind}-${language}${kind === 'data' ? '' : `-${number}`}.${hash}.json`;
};

/**
 * A JSON file for each language of the data, and those with the texts and ids of a large data set, which it names. The pages of
 * items share them: each would otherwise carry the data itself. Where the data is large, all pages do. Not modules: the
 * build would read, change and print them as a program.
 */
export function datasetFiles(dir: string = geodataDir()): Plugin {
  return {
    name: 'datasets',
    // Not before the data has been checked.
    renderStart() {
      if (this.environment.name !== 'client') return;
      for (const language of loadDataset(dir).info.languages.filter(isLanguage)) {
        const files = dataFiles(sharedData(dir, language), (...file) => hashedName(language, ...file));
        for (const { name, text } of files) {
          // The service worker keeps what has a name of its own and that of a source.
          const originalFileName = name.startsWith('data-') ? datasetFile(language) : `${FOLDER}/${name}`;
          this.emitFile({ type: 'asset', fileName: IMMUTABLE + name, name, originalFileName, source: text });
        }
      }
    },
    // Pages are drawn now, in other threads.
    closeBundle() {
      if (this.environment.name !== 'client') return;
      forgetShared();
      collectGarbage();
    },
    configureServer(server) {
      server.middlewares.use(`/${FOLDER}`, ({ url = '' }, response, next) => {
        const [wanted = ''] = url.slice(1).split('?');
        const [language = ''] = wanted.split(/-(?=texts-|ids-)/);
        if (!isLanguage(language)) return next();
        // Beside the one that the page names.
        const nameOf = (kind: FileKind, number: number) =>
          kind === 'data' ? language : `${language}-${kind}-${number}`;
        for (const { name, text } of dataFiles(sharedData(dir, language), nameOf)) {
          if (name !== wanted) continue;
          response.setHeader('content-type', 'application/json');
          response.end(text);
          return;
        }
        next();
      });
    }
  };
}
