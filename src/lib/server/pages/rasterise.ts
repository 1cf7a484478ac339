import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { convert } from 'fontverter';
import { withoutBoxes } from './drawable.ts';
import { palettePng } from './palette-png.ts';

let fonts: Promise<string[]> | undefined;

/**
 * An SVG document as PNG, with the bundled fonts. `bold`: another document, of bold text alone, to be laid over it. The
 * rasteriser takes a letter that the first font lacks from any other that has it, thin or bold: there it has bold ones only.
 */
export async function rasterise(svg: string, bold?: string): Promise<Uint8Array> {
  fonts ??= fontsOfBuild();
  const fontFiles = await fonts;
  const drawn = (text: string, files: string[]) =>
    new Resvg(text, { font: { fontFiles: files, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' } });
  const outlines =
    bold &&
    drawn(
      bold,
      fontFiles.filter((file) => /-700\.ttf$/.test(file))
    ).toString();
  const whole = outlines ? svg.replace(/<\/svg>$/, () => `${outlines}</svg>`) : svg;
  const image = drawn(withoutBoxes(whole), fontFiles);
  const { pixels, width, height } = image.render();
  return palettePng(pixels, width, height);
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
