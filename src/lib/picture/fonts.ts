/** One `@font-face` rule: its file, and the code points it covers, both ends included. */
export type FontFace = { family: string; weight: string; style: string; url: string; ranges: [number, number][] };

/** The code points of a `unicode-range`; all code points if there is none. */
export function parseRanges(text: string): [number, number][] {
  const ranges = [...text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from, to]): [number, number] => {
    const first = parseInt(from!, 16);
    return [first, to === undefined ? first : parseInt(to, 16)];
  });
  return ranges.length ? ranges : [[0, 0x10ffff]];
}

/** The faces that cover a letter of the text. */
export function facesFor(faces: readonly FontFace[], text: string): FontFace[] {
  const points = new Set([...text.normalize('NFC')].map((letter) => letter.codePointAt(0)!));
  return faces.filter(({ ranges }) =>
    [...points].some((point) => ranges.some(([from, to]) => from <= point && point <= to))
  );
}

/**
 * An SVG document with fonts embedded, so that it renders the same everywhere. `data`: each face's file as a `data:`
 * URL.
 */
export function withFonts(svg: string, faces: readonly (FontFace & { data: string })[]): string {
  const rules = faces.map(
    ({ family, weight, style, data }) =>
      `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url(${data}) format("woff2")}`
  );
  // Letters of the document are escaped, so the first ">" ends the first tag.
  return svg.replace('>', `><style>${rules.join('')}</style>`);
}
