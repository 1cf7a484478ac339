import { fold } from '../../../lib/search/fold.ts';

/** A word of a text: as it stands there, folded for comparison, and its place in UTF-16 units. */
export type Word = { written: string; folded: string; at: number; end: number };

/** Abbreviations with full stops are one word: `U.S.` is `us`. */
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in its order. An apostrophe parts two: `Nato’s` is `nato` and `s`. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
    written,
    folded: fold(written).replaceAll('.', ''),
    at: index,
    end: index + written.length
  }));
}

/** One word for singular and plural, for British and American spelling, for a word and what is derived from it. */
export function stemOf(word: string): string {
  const plain = fold(word)
    .replace(/our(?=ed|s|$)/, 'or')
    .replace(/defence/, 'defense')
    .replace(/isation/, 'ization');
  return plain.length > 5 ? plain.slice(0, 5) : singularOf(plain);
}

export function singularOf(folded: string): string {
  return folded.length > 3 && /[^s]s$/.test(folded) ? folded.slice(0, -1) : folded;
}
