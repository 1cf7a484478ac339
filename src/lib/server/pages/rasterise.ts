import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { convert } from 'fontverter';
import { drawable } from './drawable.ts';
import { palettePng } from './palette-png.ts';
import { filesOf } from './script-fonts.ts';

let fonts: Promise<string[]> | undefined;

/**
 * An SVG document as PNG, with the fonts that its letters need. `bold`: another document, of bold text alone, to be laid
 * over it. The rasteriser takes a letter that the first font lacks from any other that has it, thin or bold: there it has
 * bold ones only.
 */
export async function rasterise(svg: string, bold?: string): Promise<Uint8Array> {
  const outlines = bold === undefined ? null : (await drawn(bold, /[-_]700/)).toString();
  const whole = outlines === null ? svg : svg.replace(/<\/svg>$/, () => `${outlines}</svg>`);
  const { pixels, width, height } = (await drawn(whole, /./)).render();
  return palettePng(pixels, width, height);
}

/** A document with the font files whose names fit. */
async function drawn(text: string, names: RegExp): Promise<Resvg> {
  fonts ??= fontsOfBuild();
  const { svg, fonts: others } = drawable(text);
  // The whole of Noto Sans has the name of the parts of it that are bundled: it takes their place.
  const own = others.some(({ name }) => name === '') ? [] : await fonts;
  const fontFiles = [...own, ...others.flatMap(filesOf)].filter((file) => names.test(file));
  return new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' } });
}

/** Unpacked once for all pictures of a build. */
function fontsOfBuild(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return unpackFonts(folder);
}

/** Writes the bundled fonts as TrueType files, `latin-400.ttf`: the rasteriser does not read web fonts. */
export function unpackFonts(into: string): Promise<string[]> {
  const packages = createRequire(resolve('package.json'));
  const faces = ['latin', 'latin-ext', 'cyrillic'].flatMap((subset) =>
    [400, 700].map((weight) => `${subset}-${weight}`)
  );
  return Promise.all(
    faces.map(async (face) => {
      const file = join(into, `${face}.ttf`);
      const woff = packages.resolve(`@fontsource/noto-sans/files/noto-sans-${face}-normal.woff`);
      // Not .woff2: the package gives a view of memory that unpacking the next font overwrites.
      writeFileSync(file, await convert(readFileSync(woff), 'sfnt'));
      return file;
    })
  );
}
