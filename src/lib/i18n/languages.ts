/**
 * The languages that the program speaks. `tag`: its `Intl` at build; `plurals`: whose plural rules hold, by a tag that every
 * browser knows (Chromium has no Albanian; its rule for whole numbers is the English one). `name`: as it calls itself.
 * `from`: its texts are another language's in other letters, and are made, not written.
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

/** Where the texts of a language are written: its own, or the one that it is made from. */
export const writtenAs = (id: LanguageId): LanguageId => {
  const language = LANGUAGES[id];
  return 'from' in language ? language.from : id;
};
