import { isLanguage } from '../../i18n/languages.ts';

/**
 * The language that all texts of the data are in, where it is the only one declared and the program does not speak it:
 * then the interface is English, and the texts are marked. `null`: they are in English.
 */
export const ownLanguage = ([first, ...others]: readonly string[]): string | null =>
  first !== undefined && others.length === 0 && !isLanguage(first) && isTag(first) ? first : null;

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}
