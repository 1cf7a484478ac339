import { expect, test } from 'vitest';
import { facesFor, parseRanges, withFonts, type FontFace } from '../../../src/lib/picture/fonts.ts';

const face = (url: string, range: string): FontFace => ({
  family: '"Noto Sans"',
  weight: '400',
  style: 'normal',
  url,
  ranges: parseRanges(range)
});
const FACES = [
  face('latin', 'U+0000-00FF, U+2013'),
  face('extended', 'U+0106-0107,U+010C'),
  face('cyrillic', 'u+400-45f')
];

test('a range is read as style sheets and browsers write it', () => {
  expect(parseRanges('U+0-FF,U+131, u+0152-0153')).toEqual([
    [0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153]
  ]);
  expect(parseRanges('')).toEqual([[0, 0x10ffff]]);
});

test('only the fonts that have a letter of the text are taken', () => {
  const names = (text: string) => facesFor(FACES, text).map(({ url }) => url);
  expect(names('Leposavic')).toEqual(['latin']);
  expect(names('Leposavić')).toEqual(['latin', 'extended']);
  // Composed before it is looked up: the letter has one code point in the font.
  expect(names('c\u0301')).toEqual(['extended']);
  expect(names('Бањска')).toEqual(['cyrillic']);
});

test('fonts stand first in the document, and its own text stays as it is', () => {
  const svg = '<svg width="1"><text>a &gt; b</text></svg>';
  const whole = withFonts(svg, [{ ...FACES[0]!, data: 'data:font/woff2;base64,AAAA' }]);
  expect(whole).toMatch(
    /^<svg width="1"><style>@font-face\{font-family:"Noto Sans";.*AAAA.*\}<\/style><text>a &gt; b<\/text><\/svg>$/
  );
});
