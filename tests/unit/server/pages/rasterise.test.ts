import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackFonts } from '../../../../src/lib/server/pages/rasterise.ts';

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
