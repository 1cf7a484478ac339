import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { convert } from 'fontverter';
import { drawable } from './drawable.ts';
import { palettePng } from './palette-png.ts';
import { OWN_FACES, type Face } from './script-fonts.ts';

/**
 * An SVG document as PNG, with the fonts that its letters need. `bold`: another document, of bold text alone, to be laid
 * over it. The rasteriser takes a letter that the first font lacks from any other that has it, thin or bold: there it has
 * bold ones only.
 */
export async function rasterise(svg: string, bold?: string): Promise<Uint8Array> {
  const outlines = bold === undefined ? null : (await drawn(bold, /-700$/)).toString();
  const whole = outlines === null ? svg : svg.replace(/<\/svg>$/, () => `${outlines}</svg>`);
  const { pixels, width, height } = (await drawn(whole, /./)).render();
  return palettePng(pixels, width, height);
}

/** A document with the faces whose names fit. */
async function drawn(svg: string, names: RegExp): Promise<Resvg> {
  const { text, faces } = drawable(svg);
  const fontFiles = await Promise.all(
    [...OWN_FACES, ...faces].filter(({ name }) => names.test(name)).map(unpackedOnce)
  );
  return new Resvg(text, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' } });
}

const unpacked = new Map<string, Promise<string>>();
let folder: string | undefined;

/** Unpacked once for all pictures of a build. */
function unpackedOnce(face: Omit<Face, 'ranges'>): Promise<string> {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'fonts-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  const file = unpacked.get(face.name) ?? unpackFace(face, folder);
  unpacked.set(face.name, file);
  return file;
}

/** Writes a face as a TrueType file, `noto-sans-latin-400.ttf`: the rasteriser does not read web fonts. */
export async function unpackFace({ name, woff }: Omit<Face, 'ranges'>, into: string): Promise<string> {
  const file = join(into, `${name}.ttf`);
  // Not .woff2: the package gives a view of memory that unpacking the next font overwrites.
  writeFileSync(file, await convert(readFileSync(woff), 'sfnt'));
  return file;
}
