import { facesFor, parseRanges, withFonts, type FontFace } from './fonts.ts';

const FAMILY = 'Noto Sans';

/** The faces of the page's own style sheets: files that the browser has already loaded. */
function pageFaces(): FontFace[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule): FontFace[] => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const read = (name: string) => rule.style.getPropertyValue(name);
      const file = /url\(\s*["']?([^"')]+)/.exec(read('src'))?.[1];
      if (!file || !read('font-family').includes(FAMILY)) return [];
      return [
        {
          family: `"${FAMILY}"`,
          weight: read('font-weight') || '400',
          style: read('font-style') || 'normal',
          url: new URL(file, sheet.href ?? document.baseURI).href,
          ranges: parseRanges(read('unicode-range'))
        }
      ];
    })
  );
}

const files = new Map<string, Promise<string>>();

/** A file as `data:` URL, fetched once. Rejects if it cannot be fetched; the next call then tries again. */
function dataAddress(url: string): Promise<string> {
  const known = files.get(url);
  if (known) return known;
  const asked = fetchAsData(url).catch((error: unknown) => {
    files.delete(url);
    throw error;
  });
  files.set(url, asked);
  return asked;
}

async function fetchAsData(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return `data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** The document with the page's fonts embedded, as far as its text needs them. Rejects if a font cannot be fetched. */
export async function withPageFonts(svg: string): Promise<string> {
  const faces = facesFor(pageFaces(), svg);
  return withFonts(svg, await Promise.all(faces.map(async (face) => ({ ...face, data: await dataAddress(face.url) }))));
}
