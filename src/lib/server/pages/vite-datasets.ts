import type { Plugin } from 'vite';
import { isLanguage, type LanguageId } from '../../i18n/languages.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { forBrowser, sharedData } from './shared-data.ts';

const FOLDER = 'virtual:datasets';
/** What the file with the data in a language is called where pages are made; the build gives it a name with a hash. */
export const datasetFile = (language: LanguageId) => `${FOLDER}/${language}`;

/**
 * A JSON file for each language of the data. The pages of items share it: each would otherwise carry the data itself. Where
 * the data is large, all pages do. Not a module: the build would read, change and print it as a program.
 */
export function datasetFiles(dir: string = geodataDir()): Plugin {
  const textOf = (language: LanguageId) => JSON.stringify(forBrowser(sharedData(dir, language)));
  return {
    name: 'datasets',
    // Not before the data has been checked.
    renderStart() {
      if (this.environment.name !== 'client') return;
      for (const language of loadDataset(dir).info.languages.filter(isLanguage)) {
        const originalFileName = datasetFile(language);
        this.emitFile({ type: 'asset', name: `data-${language}.json`, originalFileName, source: textOf(language) });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${FOLDER}`, ({ url = '' }, response, next) => {
        const language = url.slice(1);
        if (!isLanguage(language)) return next();
        response.setHeader('content-type', 'application/json');
        response.end(textOf(language));
      });
    }
  };
}
