import type { Geodata } from '../authored.ts';
import { numbersApart } from '../numbers-in-text.ts';
import { pathText } from '../problems.ts';
import type { Finding } from './rule.ts';
import { sources } from '../translation-gaps.ts';

type Text = { at: Finding['at']; key: string; below: string; en: string; text: string };

/** Every translation of a text of today, without its marks; one that was made from another text is V54’s. */
function* translated(data: Geodata): Iterable<Text> {
  if (data.texts.length === 0) return;
  const today = sources(data);
  for (const { item, ...at } of data.texts) {
    for (const [key, { en, text }] of Object.entries(item)) {
      if (today?.get(key) !== en) continue;
      yield { at, key, below: `${pathText([key])}.text`, en, text: text.replace(/\[\[|\]\]/g, '') };
    }
  }
}

/** V69: a translation has the numbers of the English text. It may write in digits what stands there in words. */
export function* translationsKeepNumbers(data: Geodata): Iterable<Finding> {
  for (const { at, below, en, text } of translated(data)) {
    const { lost, added } = numbersApart(en, text);
    if (lost.length === 0 && added.length === 0) continue;
    const has = added.length > 0 ? `it has ${added.join(', ')}, which the English has not` : '';
    const lacks = lost.length > 0 ? `it lacks the ${lost.join(', ')} of the English` : '';
    const found = [has, lacks].filter(Boolean).join(', and ');
    yield { at, below, found, advice: `translate ${JSON.stringify(en)}` };
  }
}

/** So many words in lower case are a phrase, which two languages hardly share; one may be a name or a borrowed word. */
const PHRASE = 2;

/** Where a thing is taken from is the name of a data set, as it is published. */
const NAMES_OF_SOURCES = /^(?:sites|areas)\/[^/]+\/source$/;

/** V70: a translation is not the English text itself, unless that is a name. */
export function* translationsAreTranslated(data: Geodata): Iterable<Finding> {
  for (const { at, key, below, en, text } of translated(data)) {
    const words = en.match(/(?<![\p{L}\p{N}.])\p{Ll}+(?![\p{L}\p{N}]|\.\p{L})/gu) ?? [];
    if (text.replaceAll('|', '') !== en || words.length < PHRASE || NAMES_OF_SOURCES.test(key)) continue;
    yield { at, below, found: 'it is the English text', advice: `translate ${JSON.stringify(en)}` };
  }
}
