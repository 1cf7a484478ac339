import { FACTORS, numberWords } from './number-words.ts';

/** A number as it stands in a text: what it is, how it is written, and from which character. */
export type WrittenNumber = { value: number; written: string; at: number; inWords: boolean };

const UP_TO_99 = Array.from({ length: 100 }, (_, n) => n);
const VALUES = new Map<string, number>(UP_TO_99.map((n) => [numberWords(n), n]));
/** The longest first: `twenty-one` before `twenty`. */
const WORDS = [...VALUES.keys()].sort((a, b) => b.length - a.length).map((words) => words.replace(' ', '[ -]'));
const IN_WORDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Digits, in groups of three or not, with a decimal sign or not; not those of a name such as `N22.3`. */
const IN_DIGITS =
  /(?<![\p{L}\p{N}]|\p{N}[.,]|\p{L}\d*\.)(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)(?!\p{L})/gu;
const GROUPS = /(\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))/g;

/** Every number of an English text, in digits and in words up to ninety-nine, in the order of the text. */
export function numbersIn(text: string): WrittenNumber[] {
  const digits = [...text.matchAll(IN_DIGITS)].map(({ 0: written, index }): WrittenNumber => {
    const value = Number(written.replace(GROUPS, '$1').replace(',', '.'));
    return { value, written, at: index, inWords: false };
  });
  const words = [...text.matchAll(IN_WORDS)].map(({ 0: written, index }): WrittenNumber => {
    const value = VALUES.get(written.toLowerCase().replace('-', ' ')) as number;
    return { value, written, at: index, inWords: true };
  });
  return [...digits, ...words].sort((a, b) => a.at - b.at);
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
