declare module 'virtual:static-ground' {
  /** The generalised basemap, cut at build from the data folder's files. */
  const pieces: import('./lib/map/ground.ts').GroundPiece[];
  export default pieces;
}

declare module 'virtual:messages' {
  /** Each language's messages: those of the first view, and how the other parts are fetched. */
  export const messages: Record<
    import('./lib/i18n/languages.ts').LanguageId,
    () => Promise<{
      first: Partial<import('./lib/i18n/catalogue.ts').Catalogue>;
      parts: import('./lib/i18n/language.ts').PartSources;
    }>
  >;
}
