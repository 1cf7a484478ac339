import type { Localised } from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import type { Language } from './language.ts';

/** A name with the language it is in, as a BCP 47 tag. */
export type NameIn = { name: string; lang: string };

/** A place name in the selected form, with its language, and the other official forms that differ from it, each once. */
export type PlaceName = { main: string; lang: string; others: NameIn[] };

const OFFICIAL = ['sq', 'sr-Latn', 'sr-Cyrl'] as const;

export function placeName(names: Localised, form: string): PlaceName {
  const lang = names[form] === undefined ? 'en' : form;
  const main = names[lang]!;
  const others = new Map<string, NameIn>();
  for (const tag of OFFICIAL) {
    const name = names[tag];
    if (name && name !== main && !others.has(name)) others.set(name, { name, lang: tag });
  }
  return { main, lang, others: [...others.values()] };
}

/** The name of a site or an area; its id where the data have none. */
export function placeNameAt(index: Pick<DatasetIndex, 'sites' | 'areas'>, ref: string, form: string): PlaceName {
  const names = (index.sites.get(ref) ?? index.areas.get(ref))?.names;
  return names ? placeName(names, form) : { main: ref, lang: 'en', others: [] };
}

type Untranslated = Pick<DatasetIndex, 'untranslated'>;

/** The `lang` attribute of a text of the data: none where it is in the language of the page. */
export const langOf = ({ untranslated }: Untranslated, text: string | null | undefined): string | undefined =>
  text ? untranslated.get(text) : undefined;

/** A text of the data where it is not in the language of the page. */
export function foreignText(index: Untranslated, text: string | null | undefined) {
  const lang = langOf(index, text);
  return text && lang ? { text, lang } : undefined;
}

/** The `lang` attribute of words in `lang`: none where it is the language of the page. */
export const foreignLang = (language: Pick<Language, 'id'>, lang: string): string | undefined =>
  lang === language.id ? undefined : lang;
