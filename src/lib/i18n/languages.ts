/**
 * The languages that the program speaks. `tag`: for `Intl`; `name`: as it calls itself; `script`: of what it is written
 * in. `from`: its texts are another language's in other letters, and are made, not written.
 */
export const LANGUAGES = {
  en: { tag: 'en-GB', name: 'English', script: 'Latn' },
  sq: { tag: 'sq', name: 'Shqip', script: 'Latn' },
  'sr-Latn': { tag: 'sr-Latn', name: 'Srpski', script: 'Latn' },
  'sr-Cyrl': { tag: 'sr-Cyrl', name: 'Српски', script: 'Cyrl', from: 'sr-Latn' }
} as const satisfies Record<string, { tag: string; name: string; script: 'Latn' | 'Cyrl'; from?: string }>;

/** BCP 47, as in `lang` and in addresses. */
export type LanguageId = keyof typeof LANGUAGES;

export const isLanguage = (id: string): id is LanguageId => Object.hasOwn(LANGUAGES, id);

/** Where the texts of a language are written: its own, or the one that it is made from. */
export const writtenAs = (id: LanguageId): LanguageId => {
  const language = LANGUAGES[id];
  return 'from' in language ? language.from : id;
};
