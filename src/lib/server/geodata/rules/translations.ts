import { foreignLetters, marksBalance } from '../../../i18n/cyrillic.ts';
import { isLanguage, LANGUAGES } from '../../../i18n/languages.ts';
import { SOURCE } from '../../../model/language-folder.ts';
import type { Geodata } from '../authored.ts';
import { ownLanguage } from '../own-language.ts';
import { count, didYouMean, pathText } from '../problems.ts';
import { sources, translationGaps, writtenLanguages, type Gaps } from '../translation-gaps.ts';
import type { Finding } from './rule.ts';

/** What an editor can do about texts that are in English. */
const handOut = (language: string) =>
  `“npm run translations -- --language ${language} --out ${language}.csv” writes them for a translator`;

/**
 * V52: every declared language is one that the program speaks, and has a file; or else it is the only one, and all texts
 * are in it. As a warning: a language has a text for each English one.
 */
export function* textsAreComplete(data: Geodata): Iterable<Finding> {
  if (data.info === null) return;
  const { item, ...at } = data.info;
  if (ownLanguage(item.languages) !== null) return;
  if (item.languages[0] !== SOURCE) {
    yield {
      at,
      below: 'languages[0]',
      found: `${JSON.stringify(item.languages[0] ?? null)} is not the language that the data is written in`,
      advice: `write ${JSON.stringify(SOURCE)} first`
    };
  }
  for (const [index, language] of item.languages.entries()) {
    if (isLanguage(language)) continue;
    yield {
      at,
      below: `languages[${index}]`,
      found: `the program has no messages in ${JSON.stringify(language)}`,
      advice: `${didYouMean(language, Object.keys(LANGUAGES))}; or take it off: names of places in it belong to nameForms; where all texts are in it, it stands alone`
    };
  }
  for (const language of writtenLanguages(data)) {
    if (data.texts.some((each) => each.language === language)) continue;
    yield {
      at,
      below: 'languages',
      found: `there is no file text/${language}.json`,
      advice: 'add it, with {} in it, or take the language off languages'
    };
  }
  // The page has them in English, and says so.
  for (const { at: file, language, missing, all } of gapsOf(data)) {
    if (missing.length === 0) continue;
    const found = `${missing.length} of ${count(all, 'text')} ${missing.length === 1 ? 'is' : 'are'} not translated, and shown in English`;
    yield { at: file, below: '', found, advice: handOut(language), warning: true };
  }
}

/** V52 where translations must be complete: each text that is missing is a problem. */
export function* everyTextIsTranslated(data: Geodata): Iterable<Finding> {
  for (const finding of textsAreComplete(data)) if (!finding.warning) yield finding;
  for (const { at, missing } of gapsOf(data)) {
    const texts = sources(data)!;
    for (const key of missing) {
      const advice = `translate ${JSON.stringify(texts.get(key))}`;
      yield { at, below: pathText([key]), found: 'this text is not translated', advice };
    }
  }
}

function* gapsOf(data: Geodata): Iterable<Gaps & { at: Finding['at']; language: string }> {
  for (const { language, item: _item, ...at } of data.texts) {
    const gaps = writtenLanguages(data).some((each) => each === language) ? translationGaps(data, language) : null;
    if (gaps) yield { at, language, ...gaps };
  }
}

/** V53: nothing is translated that the data does not have, into no language that it does not declare. */
export function* translationsAreUsed(data: Geodata): Iterable<Finding> {
  if (data.texts.length === 0) return;
  const texts = sources(data);
  if (texts === null) return;
  const languages: string[] = writtenLanguages(data);
  for (const { language, item, ...at } of data.texts) {
    if (!languages.includes(language)) {
      yield {
        at,
        below: '',
        found: `dataset.json declares no language ${JSON.stringify(language)}`,
        advice: 'add it to languages, or remove the file'
      };
      continue;
    }
    for (const key of Object.keys(item).filter((key) => !texts.has(key))) {
      yield { at, below: pathText([key]), found: 'the data has no such text', advice: didYouMean(key, texts.keys()) };
    }
  }
}

/** V54 (warning): a translation was made from the English text of today; one that was not is not shown. */
export function* translationsAreFresh(data: Geodata): Iterable<Finding> {
  for (const { at, language, stale } of gapsOf(data)) {
    if (stale.length === 0) continue;
    const found = `${count(stale.length, 'text')} ${stale.length === 1 ? 'has' : 'have'} changed in English since, and ${stale.length === 1 ? 'is' : 'are'} shown in English`;
    yield { at, below: '', found, advice: handOut(language), warning: true };
  }
}

/** V54 where translations must be complete. */
export function* everyTranslationIsFresh(data: Geodata): Iterable<Finding> {
  for (const { at, language, stale } of gapsOf(data)) {
    const texts = sources(data)!;
    const { item } = data.texts.find((each) => each.language === language)!;
    for (const key of stale) {
      yield {
        at,
        below: `${pathText([key])}.en`,
        found: `it was made from ${JSON.stringify(item[key]!.en)}`,
        advice: `translate today’s text anew: ${JSON.stringify(texts.get(key))}`
      };
    }
  }
}

/** V55: marks for transliteration are closed, and what is to be transliterated has letters for it. */
export function* marksAreSound(data: Geodata): Iterable<Finding> {
  const marked = new Set<string>(
    Object.values(LANGUAGES).flatMap((language) => ('from' in language ? [language.from] : []))
  );
  for (const { language, item, ...at } of data.texts) {
    for (const [key, { text }] of Object.entries(item)) {
      const below = `${pathText([key])}.text`;
      if (!marked.has(language)) {
        if (/\[\[|\]\]/.test(text))
          yield {
            at,
            below,
            found: 'it has marks for transliteration',
            advice: 'remove them: nothing is made of this language’s letters'
          };
      } else if (!marksBalance(text)) {
        yield {
          at,
          below,
          found: 'a mark [[ or ]] stands alone',
          advice: 'write [[ before what stays in Latin letters and ]] after it'
        };
      } else if (foreignLetters(text).length) {
        yield {
          at,
          below,
          found: `no Cyrillic letter stands for ${foreignLetters(text).join(', ')}`,
          advice: 'write the word in Serbian, or put it in [[ ]] to stay in Latin letters'
        };
      }
    }
  }
}
