import { isLanguage } from '$lib/i18n/languages.ts';
import { SOURCE } from '$lib/model/language-folder.ts';
import { loadDataset } from '$lib/server/geodata/dataset.ts';

/** The languages that the data folder declares have pages, and no others; the first language's stand at the root. */
export const entries = () =>
  loadDataset()
    .info.languages.filter(isLanguage)
    .map((id) => (id === SOURCE ? {} : { lang: id }));
