/**
 * Advance widths of Noto Sans in hundredths of the font size, by class of letter. An estimate, slightly too wide on
 * purpose: labels have to be placed without measuring (at build, in the first frame), with the same result everywhere.
 */
const NARROW = /[ijlI.,:;'’|!()ј]/;
const SLIM = /[ftr\-–\s“”"гтѓ]/;
const WIDE = /[mwMWшщжюмфШЩЖЮМФњљЊЉ—%@]/;
/** Chinese, Japanese and Korean: squares. */
const SQUARE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/;
const CAPITAL = /\p{Lu}/u;

export function textWidth(text: string, fontPx: number, bold = false): number {
  let hundredths = 0;
  for (const letter of text.normalize('NFC')) {
    if (NARROW.test(letter)) hundredths += 30;
    else if (SLIM.test(letter)) hundredths += letter === ' ' ? 27 : 43;
    else if (WIDE.test(letter)) hundredths += 90;
    else if (SQUARE.test(letter)) hundredths += 100;
    else hundredths += CAPITAL.test(letter) ? 67 : 59;
  }
  return Math.ceil((hundredths / 100) * fontPx * (bold ? 1.06 : 1));
}

/**
 * Breaks `text` into lines, each as full as fits. A word longer than a line, such as an address, is broken after its
 * last punctuation mark that fits, else anywhere.
 */
export function breakLines(text: string, fitsPx: number, fontPx: number, bold = false): string[] {
  const fits = (line: string) => textWidth(line, fontPx, bold) <= fitsPx;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (fits(joined)) {
      lines.splice(-1, 1, joined);
      continue;
    }
    let rest = word;
    while (!fits(rest)) {
      const length = longestPart(rest, fits);
      lines.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    lines.push(rest);
  }
  return lines;
}

/** How many letters of a word go on a line of their own: at least one, so that the loop ends. */
function longestPart(word: string, fits: (part: string) => boolean): number {
  let length = 1;
  while (length < word.length && fits(word.slice(0, length + 1))) length++;
  const sign = Math.max(...['/', '&', '-', '=', ','].map((each) => word.lastIndexOf(each, length - 1)));
  return sign > 0 ? sign + 1 : length;
}

/** `text` on one line if it fits, else on two, broken at the space that makes the longer line shortest. */
export function wrapText(text: string, fitsPx: number, fontPx: number, bold = false): string[] {
  const words = text.split(' ');
  if (words.length < 2 || textWidth(text, fontPx, bold) <= fitsPx) return [text];
  const halves = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  const longest = (lines: string[]) => Math.max(...lines.map((line) => textWidth(line, fontPx, bold)));
  return halves.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
