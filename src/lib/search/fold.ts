import { fromCyrillic } from '../i18n/cyrillic.ts';

/** Letters that are no other letter with a mark. */
const PLAIN: Record<string, string> = { đ: 'dj', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** The text for comparing: Latin letters, small, without marks. `Šabac`, `Шабац` and `SABAC` are one. */
export function fold(text: string): string {
  return fromCyrillic(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đøłßæœı]/g, (letter) => PLAIN[letter]!)
    .replace(/[’'ʼ]/g, '');
}

/** Words to compare: letters and digits; a hyphen parts two. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
