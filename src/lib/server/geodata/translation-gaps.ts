import { isLanguage, writtenAs, type LanguageId } from '../../i18n/languages.ts';
import { SOURCE } from '../../model/language-folder.ts';
import type { Dataset } from '../../model/dataset.ts';
import { oncePer } from '../../model/once.ts';
import type { Geodata } from './authored.ts';
import { joinOnce } from './join.ts';
import { distinctTexts, textsOf } from './texts.ts';

/** `null` where the data is not yet good enough to be joined. */
function joined(data: Geodata): Dataset | null {
  try {
    return joinOnce(data);
  } catch {
    return null;
  }
}

/** The texts to be translated, by path; `null` where the data cannot be joined. */
export const sources = oncePer((data: Geodata): ReadonlyMap<string, string> | null => {
  const dataset = joined(data);
  return dataset && textsOf(dataset);
});

/** The same, each once, without their paths, which take far more memory; none where the data cannot be joined. */
export function textsToRead(data: Geodata): ReadonlySet<string> {
  const dataset = joined(data);
  return dataset ? distinctTexts(dataset) : new Set();
}

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
