const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen'
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Verbs and adverbs that state a factor. */
export const FACTORS: Record<number, string[]> = {
  2: ['twice', 'double', 'doubled', 'doubling', 'twofold'],
  3: ['thrice', 'triple', 'tripled', 'tripling', 'threefold'],
  4: ['quadruple', 'quadrupled', 'quadrupling', 'fourfold']
};

/** English words for a whole number from 0 to 999,999: `thirty`, `four thousand five hundred`. */
export function numberWords(n: number): string {
  if (n < 20) return UNITS[n] as string;
  if (n < 100) return [TENS[Math.floor(n / 10)], n % 10 === 0 ? '' : numberWords(n % 10)].filter(Boolean).join(' ');
  const [size, name] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  return [numberWords(Math.floor(n / size)), name, n % size === 0 ? '' : numberWords(n % size)]
    .filter(Boolean)
    .join(' ');
}

/** Words of a text, lower case, without punctuation; a hyphen parts two words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
