import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackFace } from '../../../../src/lib/server/pages/rasterise.ts';
import { facesFor, OWN_FACES } from '../../../../src/lib/server/pages/script-fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
let files: string[];
beforeAll(async () => {
  files = await Promise.all(OWN_FACES.map((face) => unpackFace(face, folder)));
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
  const file = files.find((path) => basename(path) === `noto-sans-${name}`)!;
  const missing = drawn('\uE000', file);
  const [first, second] = [...letters].map((letter) => drawn(letter, file));
  expect(first).not.toBe(missing);
  expect(second).not.toBe(missing);
  expect(first).not.toBe(second);
});

// Of the scripts of names in the world that these fonts were tried with, those whose packages are small.
test.each([
  ['Arabic', 'حلب'],
  ['Bengali', 'কক্সবাজার'],
  ['Burmese', 'လောက်ကိုင်'],
  ['Ethiopic', 'መቐለ'],
  ['Georgian', 'თბილისი'],
  ['Greek', 'Αθήνα'],
  ['Hebrew', 'שדרות'],
  ['Vietnamese', 'ệ']
])('letters of %s have fonts, thin and bold, and are drawn', async (_, word) => {
  const { faces, missing } = facesFor(word);
  expect(missing).toBe('');
  for (const weight of ['400', '700']) {
    const own = faces.filter(({ name }) => name.endsWith(weight));
    expect(own).not.toEqual([]);
    const file = await unpackFace(own[0]!, folder);
    expect(drawn(word, file)).not.toBe(drawn('\uE000'.repeat([...word].length), file));
  }
});
