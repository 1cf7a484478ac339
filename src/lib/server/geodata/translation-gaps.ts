import { isLanguage, writtenAs, type LanguageId } from '../../i18n/languages.ts';
import { SOURCE } from '../../model/language-folder.ts';
import { oncePer } from '../../model/once.ts';
import type { Geodata } from './authored.ts';
import { join } from './join.ts';
import { textsOf } from './texts.ts';

/**
 * The texts to be translated, by path; none where the data is not yet good enough to be joined. Joined once: that takes
 * longer than most rules do, and all rules on texts ask for it.
 */
export const sources = oncePer((data: Geodata): ReadonlyMap<string, string> | null => {
  try {
    return textsOf(join(data));
  } catch {
    return null;
  }
});

/** Languages that texts are to be written in: declared, known to the program, and not made of another's letters. */
export function writtenLanguages(data: Geodata): LanguageId[] {
  const declared = (data.info?.item.languages ?? []).filter(isLanguage).map(writtenAs);
  return [...new Set(declared)].filter((language) => language !== SOURCE);
}

/** The texts of a language that stand in English, by path, in the order of the data. */
export type Gaps = {
  /** Without a translation. */
  missing: string[];
  /** Translated from another English text than today’s. */
  stale: string[];
  /** How many texts there are. */
  all: number;
};

/** What a language has no text for; nothing where the data cannot be joined, or its file is not there. */
export function translationGaps(data: Geodata, language: string): Gaps | null {
  const file = data.texts.find((each) => each.language === language);
  const texts = sources(data);
  if (!file || !texts) return null;
  const keys = [...texts.keys()];
  return {
    missing: keys.filter((key) => file.item[key] === undefined),
    stale: keys.filter((key) => file.item[key] !== undefined && file.item[key].en !== texts.get(key)),
    all: keys.length
  };
}
