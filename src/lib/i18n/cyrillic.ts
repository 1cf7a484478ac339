/*
 * Serbian from Latin letters to Cyrillic ones, exactly: the Latin text is the one that people write, and it says where
 * the rule would go wrong. `[[...]]` stays Latin (a name, a code). A bar parts two letters that are no digraph:
 * `in|jekcija`. Placeholders in braces are left alone. `dj` is d and j, never đ: nothing is guessed.
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

/** What stands as it is, then digraphs (not `nJ`, which no word has), then single letters. */
const PIECES = /\[\[([\s\S]*?)\]\]|\{\w+\}|\||N[Jj]|nj|L[Jj]|lj|D[Žž]|dž|\p{L}/gu;

/** The text in Cyrillic letters. Letters that Serbian does not have stay: `foreignLetters` names them. */
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

/** Cyrillic Serbian in Latin letters: `toCyrillic` undone, but for marks. A digraph is all large among large letters. */
export function fromCyrillic(cyrillic: string): string {
  return cyrillic.replace(/\{\w+\}|\p{Script=Cyrillic}/gu, (letter, at: number) => {
    const small = letter.toLowerCase();
    const latin = BACK[small];
    if (latin === undefined || letter === small) return latin ?? letter;
    const beside = (cyrillic[at + 1] ?? '') + (cyrillic[at - 1] ?? '');
    const large = /\p{Lu}/u.test(cyrillic[at + 1] ?? '') || (!/\p{Ll}/u.test(beside) && /\p{Lu}/u.test(beside));
    return large ? latin.toUpperCase() : latin[0]!.toUpperCase() + latin.slice(1);
  });
}

/** Letters outside `[[...]]` that Serbian does not have: each must be written in Serbian, or marked as staying. */
export function foreignLetters(latin: string): string[] {
  const rest = latin.normalize('NFC').replace(/\[\[[\s\S]*?\]\]|\{\w+\}/g, '');
  return [...new Set(rest.match(/\p{L}/gu) ?? [])].filter((letter) => LETTERS[letter.toLowerCase()] === undefined);
}

/** Whether every `[[` is closed before the next one opens. */
export const marksBalance = (text: string): boolean =>
  !/\[\[|\]\]/.test(text.replace(/\[\[(?:(?!\[\[)[\s\S])*?\]\]/g, ''));
