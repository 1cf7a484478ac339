import { FACTORS, numberWords, wordsOf } from './number-words.ts';

/** A number as it stands in a text: what it is, how it is written, and from which character. */
export type WrittenNumber = { value: number; written: string; at: number; inWords: boolean };

const UP_TO_99 = Array.from({ length: 100 }, (_, n) => n);
const VALUES = new Map<string, number>(UP_TO_99.map((n) => [numberWords(n), n]));
/** The longest first: `twenty-one` before `twenty`. */
const WORDS = [...VALUES.keys()].sort((a, b) => b.length - a.length).map((words) => words.replace(' ', '[ -]'));
const SMALL = `(?:${WORDS.join('|')})(?!\\p{L})`;
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };
const SCALE = Object.keys(SCALES).join('|');
/** `thirty`, `seven hundred and fifty`, `four thousand five hundred`. */
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])${SMALL}(?:[ -](?:${SCALE})(?!\\p{L})(?:[ -](?:and[ -])?${SMALL})?)*(?![\\p{L}\\p{N}])`,
  'giu'
);

/** Digits, in groups of three or not, with a decimal sign or not; not those of a name such as `N22.3`. */
const IN_DIGITS = new RegExp(
  '(?<![\\p{L}\\p{N}]|\\p{N}[.,]|\\p{L}\\d*\\.)' +
    '(\\d{1,3}(?:[,.\\u00a0\\u202f ]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?)(?!\\p{L})' +
    `(?:[ \\u00a0](${SCALE})(?!\\p{L}))?`,
  'giu'
);
const GROUPS = /(\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))/g;

/** Every number of an English text, in digits (`4,500`, `1.5 million`) and in words, in the order of the text. */
export function numbersIn(text: string): WrittenNumber[] {
  const digits = [...text.matchAll(IN_DIGITS)].map(({ 0: written, 1: number = '', 2: scale, index }): WrittenNumber => {
    const value = Number(number.replace(GROUPS, '$1').replace(',', '.'));
    // Rounded: 1.1 million is a whole number, and 1.1 times a million is not.
    return { value: scale ? Math.round(value * scaleOf(scale)) : value, written, at: index, inWords: false };
  });
  const words = [...text.matchAll(IN_WORDS)].map(({ 0: written, index }): WrittenNumber => {
    return { value: valueOf(written), written, at: index, inWords: true };
  });
  return [...digits, ...words].sort((a, b) => a.at - b.at);
}

const scaleOf = (word: string): number => SCALES[word.toLowerCase()] as number;

/** The value of a number in words. */
function valueOf(written: string): number {
  let [sum, part] = [0, 0];
  for (const word of wordsOf(written)) {
    const scale = SCALES[word];
    if (scale === undefined) part += VALUES.get(word) ?? 0;
    else if (scale === 100) part *= scale;
    else [sum, part] = [sum + part * scale, 0];
  }
  return sum + part;
}

/**
 * Whether a figure stands in a text: in digits (`4,500`, `4 500`, `4500`), in words, or as a factor (`tripled`).
 * "One" counts only as a word of its own: articles and "another" are no figures.
 */
export function statesFigure(text: string, value: number): boolean {
  const digits = text.replace(/(\d)[,\u00a0\u202f ](?=\d{3}(?!\d))/g, '$1').match(/\d+(?:\.\d+)?/g) ?? [];
  if (digits.some((found) => Number(found) === value)) return true;
  if (spotsOf(text, value).length > 0) return true;
  const words = ` ${wordsOf(text)
    .filter((word) => word !== 'and')
    .join(' ')} `;
  const spelt = Number.isInteger(value) && value >= 0 && value < 1e6 ? [numberWords(value)] : [];
  return [...spelt, ...(FACTORS[value] ?? [])].some((word) => words.includes(` ${word} `));
}

/** The numbers that a text of any language has in digits. Languages part hours, thousands and decimals differently: each
 * run of digits counts for itself, groups of three as one. */
export function digitsIn(text: string): number[] {
  return (text.replace(GROUPS, '$1').match(/\d+/g) ?? []).map(Number);
}

/** Numbers of an English text that its translation lacks, and those that it adds. It may write in digits what stands in words. */
export function numbersApart(en: string, text: string): { lost: number[]; added: number[] } {
  const [ours, theirs] = [digitsIn(en), digitsIn(text)];
  const inWords = new Set(numbersIn(en).map(({ value }) => value));
  const lost = ours.filter((number) => !theirs.includes(number));
  const added = theirs.filter((number) => !ours.includes(number) && !inWords.has(number));
  return { lost, added };
}

/** From which characters a figure stands in an English text: in digits, in words or as a factor (`tripled`). */
export function spotsOf(text: string, value: number): number[] {
  const numbers = numbersIn(text).filter((number) => number.value === value);
  const factors = (FACTORS[value] ?? []).flatMap((word) => [...text.matchAll(new RegExp(`\\b${word}\\b`, 'gi'))]);
  return [...numbers.map(({ at }) => at), ...factors.map(({ index }) => index)];
}
