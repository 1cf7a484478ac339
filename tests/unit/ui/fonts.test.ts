import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXTENDED, OTHER_CYRILLIC, SERBIAN, unicodeRange } from '../../../src/tools/fonts/letters.ts';
import { lettersOf } from './letters-of.ts';

const OWN = 'src/lib/ui/fonts';
const PACKAGE = 'node_modules/@fontsource/noto-sans/files';
const FACES = ['400-normal', '600-normal', '400-italic'];

function filesUnder(dir: string, kinds: RegExp): string[] {
  return (
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => kinds.test(file))
      .map((file) => join(dir, file))
      // A route may be named like a file (`embed.d.ts/`).
      .filter((file) => statSync(file).isFile())
  );
}

/** Every letter that the page can show: all of the data set and of the program's own words. Symbols are drawn by SVG. */
const shown = (() => {
  // Tools are no part of the site.
  const files = [
    ...filesUnder('geodata', /^(?!schema).*\.(json|geojson)$/),
    ...filesUnder('src', /^(?!tools).*\.(ts|svelte)$/)
  ];
  const letters = new Map<string, string>();
  for (const file of files) {
    for (const letter of readFileSync(file, 'utf8').normalize('NFC'))
      if (/\p{L}/u.test(letter)) letters.set(letter, file);
  }
  return letters;
})();

describe.each(FACES)('the fonts of face %s', (face) => {
  test('have every letter of the data set and of the program’s words', async () => {
    const files = [
      `${PACKAGE}/noto-sans-latin-${face}.woff2`,
      `${PACKAGE}/noto-sans-cyrillic-${face}.woff2`,
      `${OWN}/noto-sans-extended-${face}.woff2`
    ];
    // One at a time: the converter works in one piece of memory.
    const had = new Set<number>();
    for (const file of files) for (const point of await lettersOf(file)) had.add(point);
    // Add what is named here to src/tools/fonts/letters.ts, and run `npm run fonts`.
    expect([...shown].filter(([letter]) => !had.has(letter.codePointAt(0)!))).toEqual([]);
  });

  test('are cut to the letters of the list', async () => {
    const had = await lettersOf(`${OWN}/noto-sans-extended-${face}.woff2`);
    expect([...EXTENDED].filter((letter) => !had.has(letter.codePointAt(0)!))).toEqual([]);
  });
});

test.each([
  ['extended', EXTENDED],
  ['serbian', SERBIAN],
  ['cyrillic', OTHER_CYRILLIC]
])('the style sheet fetches the font %s for its letters and for no others', (name, letters) => {
  const rules =
    readFileSync('src/lib/ui/fonts.css', 'utf8').match(
      new RegExp(`@font-face \\{[^}]*noto-sans-${name}-[^}]*\\}`, 'g')
    ) ?? [];
  expect(rules).toHaveLength(2);
  for (const rule of rules)
    expect(/unicode-range:([^;]*);/.exec(rule)?.[1]?.replace(/\s/g, '')).toBe(unicodeRange(letters));
});

test('the Cyrillic files are cut to the letters of Serbian', async () => {
  for (const face of ['400-normal', '600-normal']) {
    const had = await lettersOf(`${OWN}/noto-sans-serbian-${face}.woff2`);
    expect([...SERBIAN].filter((letter) => !had.has(letter.codePointAt(0)!))).toEqual([]);
  }
});

test('the licence of the font lies beside it', () => {
  expect(readFileSync(`${OWN}/OFL.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
});
