import { error } from '@sveltejs/kit';
import { isLanguage, languageOf } from '$lib/i18n/languages.ts';
import { openLanguage } from '$lib/i18n/open-language.ts';
import { itemPath, itemsOf, itemView, type Item } from '$lib/model/item-page.ts';
import { SOURCE } from '$lib/model/language-folder.ts';
import { geodataDir, loadOutline } from '$lib/server/geodata/dataset.ts';
import { describe, itemWords } from '$lib/server/pages/item-words.ts';
import { sharedData, sharedIndex } from '$lib/server/pages/shared-data.ts';

/** Every item in every language that the data folder declares. */
export function entries() {
  const { info, items } = loadOutline();
  return info.languages
    .filter(isLanguage)
    .flatMap((lang) => items.map((item) => ({ ...(lang === SOURCE ? {} : { lang }), ...item })));
}

type Params = Item & { lang?: string };

/** Build only: an item by the address of its page, with what is said of it there. */
export async function itemAt({ lang, type, id }: Params) {
  const languageId = languageOf(lang);
  const { dataset, basemapNames } = sharedData(geodataDir(), languageId);
  const item: Item = { type, id };
  if (!itemsOf(dataset).some((known) => itemPath(known) === itemPath(item))) error(404);
  const index = sharedIndex(dataset);
  const language = await openLanguage(languageId);
  const words = itemWords(language, index, item);
  return {
    item,
    index,
    language,
    words,
    description: describe(words),
    basemapNames,
    path: itemPath(item),
    view: itemView(item, index)
  };
}
