import { toCyrillic, toLatin } from '../../i18n/cyrillic.ts';
import { writtenAs, type LanguageId } from '../../i18n/languages.ts';
import { SOURCE } from '../../model/language-folder.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Geodata } from './authored.ts';
import { mapTexts, textsOf } from './texts.ts';

/** How a language's texts are made of those that are written for it. */
const LETTERS: Partial<Record<LanguageId, (text: string) => string>> = { 'sr-Latn': toLatin, 'sr-Cyrl': toCyrillic };

/**
 * The dataset in a language: every text, and the form of place names that comes first. A text without a translation, or
 * whose English has changed since it was translated, stays in English, and is named in `untranslated`; so is each text of
 * data in a language that the program does not speak.
 */
export function translate(dataset: Dataset, texts: Geodata['texts'], language: LanguageId): Dataset {
  if (dataset.info.textsIn) return { ...dataset, untranslated: [...textsOf(dataset).keys()] };
  if (language === SOURCE) return dataset;
  const written = texts.find((file) => file.language === writtenAs(language))?.item ?? {};
  const letters = LETTERS[language] ?? ((text: string) => text);
  const untranslated: string[] = [];
  const translated = mapTexts(dataset, (key, english) => {
    const translation = written[key];
    if (translation?.en === english) return letters(translation.text);
    untranslated.push(key);
    return english;
  });
  const { info } = translated;
  const nameForm = info.nameForms.some(({ id }) => id === language) ? language : info.firstView.nameForm;
  return {
    ...translated,
    info: { ...info, firstView: { ...info.firstView, nameForm } },
    ...(untranslated.length > 0 && { untranslated })
  };
}
