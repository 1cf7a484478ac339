declare module 'virtual:basemap-files' {
  /** The addresses of the files of the data folder's basemap, as far as it has them. */
  export const urls: import('./lib/map/maplibre/style.ts').BasemapUrls;
  export const facts: import('./lib/map/maplibre/style.ts').BasemapFacts;
}

declare module 'virtual:svg-surroundings' {
  const pieces: import('./lib/map/svg/basemap-pieces.ts').BasemapPiece[];
  export default pieces;
}

declare module 'virtual:svg-basemap' {
  /** The generalised basemap, cut at build from the data folder's files. */
  const pieces: import('./lib/map/svg/basemap-pieces.ts').BasemapPiece[];
  export default pieces;
}

declare module 'virtual:messages' {
  /** How each language writes days and numbers, and its messages: those of the first view, and how the other parts are fetched. */
  export const messages: Record<
    import('./lib/i18n/languages.ts').LanguageId,
    () => Promise<{
      locale: import('./lib/i18n/locale.ts').Locale;
      first: Partial<import('./lib/i18n/catalogue.ts').Catalogue>;
      parts: import('./lib/i18n/language.ts').PartSources;
    }>
  >;
}

interface ImportMetaEnv {
  /** The tiles that the data name; written into the program at build, so that it has nothing of tiles without. */
  readonly BASEMAP_TILES: import('./lib/map/maplibre/tiles.ts').TileOptions | null;
}
