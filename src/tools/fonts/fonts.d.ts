// Neither package brings types.
declare module 'subset-font' {
  /** The font with the letters of `text` alone. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2' }
  ): Promise<Buffer>;
}
declare module 'fontverter' {
  export function convert(font: Uint8Array, to: 'truetype' | 'sfnt'): Promise<Buffer>;
}
