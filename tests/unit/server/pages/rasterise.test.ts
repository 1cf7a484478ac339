import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawable } from '../../../../src/lib/server/pages/drawable.ts';
import { unpackFonts } from '../../../../src/lib/server/pages/rasterise.ts';
import { filesOf } from '../../../../src/lib/server/pages/script-fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
let files: string[];
beforeAll(async () => {
  files = await unpackFonts(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const drawn = (letter: string, file: string): string =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-size="30">${letter}</text></svg>`,
    {
      font: { fontFiles: [file], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' }
    }
  )
    .render()
    .pixels.toString('base64');

test.each([
  ['latin-400.ttf', 'Aë'],
  ['latin-700.ttf', 'Aë'],
  ['latin-ext-400.ttf', 'čđ'],
  ['latin-ext-700.ttf', 'čđ'],
  ['cyrillic-400.ttf', 'ЖЉ'],
  ['cyrillic-700.ttf', 'ЖЉ']
])('the rasteriser draws the letters of %s, not the box of a missing one', (name, letters) => {
  const file = files.find((path) => basename(path) === name)!;
  const missing = drawn('\uE000', file);
  const [first, second] = [...letters].map((letter) => drawn(letter, file));
  expect(first).not.toBe(missing);
  expect(second).not.toBe(missing);
  expect(first).not.toBe(second);
});

/** The contours of all letters, each as seen from its first point: equal shapes are equal wherever they stand. */
function contours(svg: string): string[] {
  return [...svg.matchAll(/ d="([^"]*)"/g)].flatMap(([, path]) =>
    path!.split(/(?=M)/).map((contour) => {
      const numbers = contour.match(/-?[\d.]+/g)!.map(Number);
      return numbers.map((value, at) => (value - numbers[at % 2]!).toFixed(1)).join(' ');
    })
  );
}

// Names of the world; of Chinese no test, as its fonts are 90 MB.
test.each([
  'حلب',
  'Aleppo (حلب) city',
  'কক্সবাজার',
  'လောက်ကိုင်',
  'მცხეთა, Mtskheta',
  'שדרות',
  'መቐለ',
  'Điện Biên Phủ',
  'Αθήνα'
])('no letter is a box, thin or bold: %s', (text) => {
  const line = (words: string, weight: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><text y="30" font-size="30" font-weight="${weight}">${words}</text></svg>`;
  for (const weight of [400, 600]) {
    const { svg, fonts } = drawable(line(text, weight));
    expect(fonts).toHaveLength(1);
    const fontFiles = filesOf(fonts[0]!);
    const outlines = (document: string) =>
      contours(
        new Resvg(document, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' } }).toString()
      );
    const [box] = outlines(svg.replace(/>[^<>]+<\/text>/, '>\uE000</text>'));
    const drawn = outlines(svg);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).not.toContain(box);
  }
});
