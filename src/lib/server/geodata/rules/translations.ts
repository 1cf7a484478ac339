import { foreignLetters, marksBalance } from '../../../i18n/cyrillic.ts';
import { isLanguage, LANGUAGES, writtenAs } from '../../../i18n/languages.ts';
import { SOURCE } from '../../../model/language-folder.ts';
import type { Geodata } from '../authored.ts';
import { join } from '../join.ts';
import { didYouMean, pathText } from '../problems.ts';
import { textsOf } from '../texts.ts';
import type { Finding } from './rule.ts';

type Sources = ReadonlyMap<string, string> | null;

/** What was joined so far: it takes longer than most rules do, and all rules on texts ask for it. */
const joined = new WeakMap<Geodata, Sources>();

/** The texts to be translated, by path; none where the data is not yet good enough to be joined. */
export function sources(data: Geodata): Sources {
  if (!joined.has(data)) joined.set(data, joinedTexts(data));
  return joined.get(data) ?? null;
}

function joinedTexts(data: Geodata): Sources {
  try {
    return textsOf(join(data));
  } catch {
    return null;
  }
}

/** Languages that texts are to be written in: declared, known to the program, and not made of another's letters. */
const written = (data: Geodata): string[] => {
  const declared = (data.info?.item.languages ?? []).filter(isLanguage).map(writtenAs);
  return [...new Set(declared)].filter((language) => language !== SOURCE);
};

/** V52: every declared language is one that the program speaks, and has a text for each English one. */
export function* textsAreComplete(data: Geodata): Iterable<Finding> {
  if (data.info === null) return;
  const { item, ...at } = data.info;
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
      advice: didYouMean(language, Object.keys(LANGUAGES))
    };
  }
  const texts = sources(data);
  for (const language of texts ? written(data) : []) {
    const file = data.texts.find((each) => each.language === language);
    if (!file) {
      yield {
        at,
        below: 'languages',
        found: `there is no file text/${language}.json`,
        advice: 'add it, or take the language off languages'
      };
      continue;
    }
    for (const [key, text] of texts!) {
      if (file.item[key] === undefined)
        yield {
          at: file,
          below: pathText([key]),
          found: 'this text is not translated',
          advice: `translate ${JSON.stringify(text)}`
        };
    }
  }
}

/** V53: nothing is translated that the data does not have, into no language that it does not declare. */
export function* translationsAreUsed(data: Geodata): Iterable<Finding> {
  const texts = sources(data);
  if (texts === null) return;
  const languages = written(data);
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

/** V54: a translation was made from the English text of today. */
export function* translationsAreFresh(data: Geodata): Iterable<Finding> {
  const texts = sources(data);
  for (const { item, ...at } of texts ? data.texts : []) {
    for (const [key, { en }] of Object.entries(item)) {
      const today = texts!.get(key);
      if (today === undefined || today === en) continue;
      yield {
        at,
        below: `${pathText([key])}.en`,
        found: `it was made from ${JSON.stringify(en)}`,
        advice: `translate today’s text anew: ${JSON.stringify(today)}`
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
