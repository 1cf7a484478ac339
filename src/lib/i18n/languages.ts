import { SOURCE } from '../model/language-folder.ts';

/**
 * The languages of the program. `tag`: the locale for `Intl` at build. `plurals`: a tag with the same plural rules that
 * every browser knows (Chromium has no Albanian; its rule for whole numbers is the English one). `name`: its own name.
 * `from`: its texts are transliterated from those of another language, not written.
 */
export const LANGUAGES = {
  en: { tag: 'en-GB', plurals: 'en', name: 'English' },
  sq: { tag: 'sq', plurals: 'en', name: 'Shqip' },
  'sr-Latn': { tag: 'sr-Latn', plurals: 'sr', name: 'Srpski' },
  'sr-Cyrl': { tag: 'sr-Cyrl', plurals: 'sr', name: 'Српски', from: 'sr-Latn' }
} as const satisfies Record<string, { tag: string; plurals: string; name: string; from?: string }>;

/** BCP 47, as in `lang` and in addresses. */
export type LanguageId = keyof typeof LANGUAGES;

export const isLanguage = (id: string): id is LanguageId => Object.hasOwn(LANGUAGES, id);

/** The language of `lang` or of an address; of anything else, and of none, the source. */
export const languageOf = (id: string | undefined): LanguageId => (id !== undefined && isLanguage(id) ? id : SOURCE);

/** The language in which the texts are written: its own, or the one they are transliterated from. */
export const writtenAs = (id: LanguageId): LanguageId => {
  const language = LANGUAGES[id];
  return 'from' in language ? language.from : id;
};
