// Neither package has types.
declare module 'subset-font' {
  /** The font reduced to the letters of `text`. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2' }
  ): Promise<Buffer>;
}
declare module 'fontverter' {
  export function convert(font: Uint8Array, to: 'truetype' | 'sfnt'): Promise<Buffer>;
}
