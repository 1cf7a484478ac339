import { toCyrillic } from './cyrillic.ts';
import type { GrammaticalForm, Months } from './locale.ts';

/*
 * Months in the forms that messages ask for, by the tag of the language. `Intl` has only the form that stands alone:
 * "29. maj", but Serbian needs "do 29. maja", and Albanian "nga 29 maji".
 */

const serbian: Months = {
  long: 'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'.split(' '),
  // Abbreviations stay; "maj", "jun" and "jul" are whole words.
  short: 'jan feb mar apr maja juna jula avg sep okt nov dec'.split(' ')
};
const albanian: Months = {
  long: 'janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori'.split(' '),
  short: 'jan shk mar pri maji qer korr gush sht tet nën dhj'.split(' ')
};

export const MONTH_FORMS: Readonly<Record<string, Partial<Record<GrammaticalForm, Months>>>> = {
  sq: { definite: albanian },
  'sr-Latn': { genitive: serbian },
  'sr-Cyrl': { genitive: { long: serbian.long.map(toCyrillic), short: serbian.short.map(toCyrillic) } }
};
