import type { Geodata } from '../authored.ts';
import { codePoint, pathText } from '../problems.ts';
import type { Finding } from './rule.ts';

/** A figure as stated may be "< 30"; a tag or an entity is markup. */
const MARKUP = /<\/?[a-z!][^>]*>?|&(?:[a-z]+|#\d+);/i;
/** Of no text: controls but tab and line feed, halves of a character, what stands for a character that was lost. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const BROKEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|\p{Cs}|\p{Noncharacter_Code_Point}/u;
/** Line and paragraph separators, and what nobody sees but for its effect: Cf is zero in width, or turns other words. */
const UNSEEN = /[\u2028\u2029]|\p{Cf}/gu;

const JOINERS = /[\u200c\u200d]/;
/** Scripts in which a joiner between two letters makes another word or shape: Persian, Hindi, Sinhala. */
const JOINED =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const EMOJI = /[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}]|\ufe0f/u;

/** A mark that orders its neighbours alone, as text in Hebrew and Arabic needs beside a number or a bracket. */
const ORDER_MARKS = /[\u200e\u200f\u061c]/;
const RIGHT_TO_LEFT = /[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;

/** V43: text is plain text: no markup, and no character that nobody sees and no script needs. */
export function* textIsPlain(data: Geodata): Iterable<Finding> {
  for (const { item, file } of data.files) {
    for (const { text, keys } of texts(item, isOdd)) {
      const at = { file, path: pathText(keys) };
      const markup = MARKUP.exec(text);
      if (markup)
        yield {
          at,
          below: '',
          found: `it holds markup, ${JSON.stringify(markup[0])}`,
          advice: 'write plain text: it is shown as it stands'
        };
      if (BROKEN.test(text))
        yield { at, below: '', found: 'it holds a control or broken character', advice: 'retype the text' };
      const unseen = unseenIn(text);
      if (unseen !== null)
        yield {
          at,
          below: '',
          found: `it holds ${unseen}, which nobody sees`,
          advice: 'remove it, or retype the text'
        };
    }
  }
}

/** Most texts are not: what is found is looked for in the others alone. */
const isOdd = (text: string): boolean => MARKUP.test(text) || BROKEN.test(text) || text.search(UNSEEN) >= 0;

/** The first character that nobody sees and no script needs where it stands: `U+202E`. */
function unseenIn(text: string): string | null {
  for (const { 0: character, index } of text.matchAll(UNSEEN)) {
    const [before, after] = [[...text.slice(0, index)].at(-1) ?? '', [...text.slice(index + 1)][0] ?? ''];
    const isNeeded = JOINERS.test(character)
      ? (JOINED.test(before) && JOINED.test(after)) || (EMOJI.test(before) && EMOJI.test(after))
      : ORDER_MARKS.test(character) && RIGHT_TO_LEFT.test(text);
    if (!isNeeded) return codePoint(character);
  }
  return null;
}

/** V77: no text is blank. Where another rule says what is missing, that is enough. */
export function* noTextIsBlank(data: Geodata): Iterable<Finding> {
  for (const { item, file } of data.files) {
    for (const { keys } of texts(item, (text) => text.trim() === '')) {
      yield {
        at: { file, path: pathText(keys) },
        below: '',
        found: 'the text is empty',
        advice: 'write it, or leave the field out'
      };
    }
  }
}

type Keys = readonly (string | number)[];

/** The texts of a JSON value that are `wanted`, with the keys that lead to them. */
export function texts(json: unknown, wanted: (text: string, keys: Keys) => boolean): { text: string; keys: Keys }[] {
  const found: { text: string; keys: Keys }[] = [];
  const keys: (string | number)[] = [];
  const lookAt = (value: unknown, key: string | number) => {
    keys.push(key);
    look(value);
    keys.pop();
  };
  const look = (value: unknown) => {
    if (typeof value === 'string') {
      if (wanted(value, keys)) found.push({ text: value, keys: [...keys] });
    } else if (Array.isArray(value)) value.forEach(lookAt);
    else if (typeof value === 'object' && value !== null)
      for (const [key, held] of Object.entries(value)) lookAt(held, key);
  };
  look(json);
  return found;
}
