import { fromCyrillic } from '../i18n/cyrillic.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN: Record<string, string> = { đ: 'dj', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * Folds text for comparison: Latin script, lower case, without diacritics. `Šabac`, `Шабац` and `SABAC` become equal.
 */
export function fold(text: string): string {
  // Most texts are plain already, and all others take five times as long.
  const plain = /[^\0-\x7f]/.test(text) ? withoutMarks(text) : text.toLowerCase();
  return plain.replace(/[’'ʼ]/g, '');
}

const withoutMarks = (text: string) =>
  fromCyrillic(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đøłßæœı]/g, (letter) => PLAIN[letter]!);

/** Words for comparison: letters and digits; a hyphen separates two words. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
