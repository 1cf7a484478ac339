// An article’s text as the page shows it. Offsets count code points, as locators do; the browser counts UTF-16 units.

export type Line = { number: number; text: string; start: number; end: number };
export type Lines = { characters: readonly string[]; lines: readonly Line[] };
/** Code points from the start of the text, end excluded. */
export type Range = { start: number; end: number };

export function linesOf(text: string): Lines {
  let start = 0;
  const lines = text.split('\n').map((line, i) => {
    const from = start;
    start += [...line].length + 1;
    return { number: i + 1, text: line, start: from, end: start - 1 };
  });
  return { characters: [...text], lines };
}

/** The line that a place is in; one that stands at the end of a line is in it. */
export function lineAt({ lines }: Lines, at: number): Line {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.end < at) low = middle + 1;
    else high = middle;
  }
  return lines[low]!;
}

export const codePointsIn = (text: string, units: number): number => [...text.slice(0, units)].length;

export const unitsIn = (text: string, codePoints: number): number => [...text].slice(0, codePoints).join('').length;

/** A passage with one of its ends moved by a word; the same where it cannot move so. */
export function resized(text: Lines, { start, end }: Range, which: 'start' | 'end', by: 1 | -1): Range {
  const { characters } = text;
  const line = lineAt(text, start);
  const edge = which === 'start' ? start : end;
  let place = edge;
  // Over what stands between two words, then over the word.
  const isWord = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(characters[at] ?? '');
  const ahead = () => (by === 1 ? place : place - 1);
  const isInLine = () => (by === 1 ? place < line.end : place > line.start);
  const overBlanks = () => {
    while (isInLine() && !isWord(ahead())) place += by;
  };
  const overWord = () => {
    while (isInLine() && isWord(ahead())) place += by;
  };
  overBlanks();
  overWord();
  // An end that comes nearer to the other leaves what stood beside the word it gave up.
  const shrinks = which === 'start' ? by === 1 : by === -1;
  if (shrinks) overBlanks();
  const moved = which === 'start' ? { start: place, end } : { start, end: place };
  return moved.start < moved.end ? moved : { start, end };
}
