import type { Catalogue } from './catalogue.ts';
import { toCyrillic, toLatin } from './cyrillic.ts';
import { common } from './en/common.ts';
import { embed } from './en/embed.ts';
import { exports } from './en/exports.ts';
import { map } from './en/map.ts';
import { page } from './en/page.ts';
import { panels } from './en/panels.ts';
import { time } from './en/time.ts';
import { createLanguage, type Language } from './language.ts';
import type { LanguageId } from './languages.ts';
import { mapMessage } from './message.ts';

// All languages at once: for the build and for tests. A page fetches its own alone (`open-language.ts`).

const en: Catalogue = { ...common, ...map, ...time, ...panels, ...page, ...exports, ...embed };

const inLetters = (catalogue: Catalogue, letters: (text: string) => string): Catalogue =>
  Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, mapMessage(message, letters)])) as Catalogue;

/** As written: the Serbian one with its marks for transliteration. */
// Stands in until the messages are written.
const pseudo = (mark: string, few: boolean) => Object.fromEntries(Object.entries(en).map(([key, m]) => [key, typeof m === 'string' ? mark + m : { one: mark + m.one, ...(few ? { few: mark + m.other } : {}), other: mark + m.other }])) as Catalogue;
export const WRITTEN = { en, sq: pseudo('ë', false), 'sr-Latn': pseudo('š', true) } as const;

export const CATALOGUES: Record<LanguageId, Catalogue> = {
  en,
  sq: WRITTEN.sq,
  'sr-Latn': inLetters(WRITTEN['sr-Latn'], toLatin),
  'sr-Cyrl': inLetters(WRITTEN['sr-Latn'], toCyrillic)
};

/** A language with all its messages. */
export const wholeLanguage = (id: LanguageId): Language => createLanguage(id, CATALOGUES[id]);

export const english = wholeLanguage('en');

