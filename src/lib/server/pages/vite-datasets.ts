import type { Plugin } from 'vite';
import { isLanguage } from '../../i18n/languages.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { forBrowser, sharedData } from './shared-data.ts';

const NAME = 'virtual:datasets';
/** Resolved ids look like file names, so that they appear unchanged in the manifest of the build. */
const OWN = new RegExp(`^${NAME}(/[\\w-]+)?$`);

/**
 * The modules `virtual:datasets`: one for each language of the data, and one that imports them by language. The pages of
 * items share them: each would otherwise carry the data itself.
 */
export function datasetModules(dir: string = geodataDir()): Plugin {
  return {
    name: 'datasets',
    resolveId: (id) => (OWN.test(id) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0') || !OWN.test(id.slice(1))) return undefined;
      const [, language] = id.split('/');
      if (language === undefined) {
        const languages = loadDataset(dir).info.languages.filter(isLanguage);
        const entry = (each: string) => `'${each}':()=>import(${JSON.stringify(`${NAME}/${each}`)})`;
        return `export const datasets={${languages.map(entry).join(',')}};`;
      }
      if (!isLanguage(language)) return undefined;
      // A browser reads JSON sooner than the same as an object of the program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(forBrowser(sharedData(dir, language))))});`;
    }
  };
}
