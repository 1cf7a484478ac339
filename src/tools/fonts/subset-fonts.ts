import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { EXTENDED, SERBIAN } from './letters.ts';

/*
 * Writes src/lib/ui/fonts/: Noto Sans reduced to the letters that the page may show. The package's own "latin-ext"
 * files have 55 kB each for the whole block, of which the names here need a handful, and its Cyrillic ones contain the
 * letters of a dozen languages; a reader waits for them before text appears in its font. Run `npm run fonts` when a
 * test reports a missing letter.
 */

const PACKAGE = fileURLToPath(new URL('../../../node_modules/@fontsource/noto-sans', import.meta.url));
const OUT = fileURLToPath(new URL('../../lib/ui/fonts', import.meta.url));

mkdirSync(OUT, { recursive: true });
async function cut(from: string, letters: string, to: string): Promise<void> {
  const whole = readFileSync(`${PACKAGE}/files/noto-sans-${from}.woff2`);
  const part = await subsetFont(whole, letters, { targetFormat: 'woff2' });
  writeFileSync(`${OUT}/noto-sans-${to}.woff2`, part);
  console.log(`noto-sans-${to}.woff2: ${whole.length} to ${part.length} bytes`);
}

for (const face of ['400-normal', '600-normal', '400-italic'])
  await cut(`latin-ext-${face}`, EXTENDED, `extended-${face}`);
for (const face of ['400-normal', '600-normal']) await cut(`cyrillic-${face}`, SERBIAN, `serbian-${face}`);
copyFileSync(`${PACKAGE}/LICENSE`, `${OUT}/OFL.txt`);
