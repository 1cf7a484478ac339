/*
 * Transliterates Serbian from Latin to Cyrillic. The Latin text is the one that people write, and it marks the
 * exceptions. `[[...]]` stays Latin (a name, a code). A bar separates two letters that are not a digraph:
 * `in|jekcija`. Placeholders in braces stay as they are. `dj` is d and j, never đ: nothing is guessed.
 */

const DIGRAPHS: Record<string, string> = { nj: 'њ', lj: 'љ', dž: 'џ' };
const LATIN = 'abvgdđežzijklmnoprstćufhcčš';
const CYRILLIC = 'абвгдђежзијклмнопрстћуфхцчш';
const LETTERS: Record<string, string> = Object.fromEntries(
  [...LATIN].map((letter, at) => [letter, [...CYRILLIC][at]!])
);
const BACK: Record<string, string> = Object.fromEntries(
  [...Object.entries(LETTERS), ...Object.entries(DIGRAPHS)].map(([latin, cyrillic]) => [cyrillic, latin])
);

/** What stays as it is, then digraphs (not `nJ`, which occurs in no word), then single letters. */
const PIECES = /\[\[([\s\S]*?)\]\]|\{[\w:]+\}|\||N[Jj]|nj|L[Jj]|lj|D[Žž]|dž|\p{L}/gu;

/** The text in Cyrillic letters. Letters that Serbian does not have stay; `foreignLetters` lists them. */
export function toCyrillic(latin: string): string {
  return latin.normalize('NFC').replace(PIECES, (piece, kept: string | undefined) => {
    if (kept !== undefined) return kept;
    if (piece === '|') return '';
    const small = piece.toLowerCase();
    const letter = DIGRAPHS[small] ?? LETTERS[small];
    if (letter === undefined) return piece;
    return piece[0] === small[0] ? letter : letter.toUpperCase();
  });
}

/** The text in Latin letters, without the marks. */
export function toLatin(marked: string): string {
  return marked.normalize('NFC').replace(/\[\[([\s\S]*?)\]\]|\|/g, (_mark, kept: string | undefined) => kept ?? '');
}

/** The inverse of `toCyrillic`, except for marks. A digraph between capital letters is written in capitals. */
export function fromCyrillic(cyrillic: string): string {
  return cyrillic.replace(/\{[\w:]+\}|\p{Script=Cyrillic}/gu, (letter, at: number) => {
    const small = letter.toLowerCase();
    const latin = BACK[small];
    if (latin === undefined || letter === small) return latin ?? letter;
    const beside = (cyrillic[at + 1] ?? '') + (cyrillic[at - 1] ?? '');
    const large = /\p{Lu}/u.test(cyrillic[at + 1] ?? '') || (!/\p{Ll}/u.test(beside) && /\p{Lu}/u.test(beside));
    return large ? latin.toUpperCase() : latin[0]!.toUpperCase() + latin.slice(1);
  });
}

/** Letters outside `[[...]]` that Serbian does not have: such a word has to be spelled in Serbian, or marked. */
export function foreignLetters(latin: string): string[] {
  const rest = latin.normalize('NFC').replace(/\[\[[\s\S]*?\]\]|\{[\w:]+\}/g, '');
  return [...new Set(rest.match(/\p{L}/gu) ?? [])].filter((letter) => LETTERS[letter.toLowerCase()] === undefined);
}

/** Whether every `[[` is closed before the next one opens. */
export const marksBalance = (text: string): boolean =>
  !/\[\[|\]\]/.test(text.replace(/\[\[(?:(?!\[\[)[\s\S])*?\]\]/g, ''));
