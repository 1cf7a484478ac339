declare module 'virtual:static-ground' {
  /** The generalised basemap, cut at build from the data folder's files. */
  const pieces: import('./lib/map/ground.ts').GroundPiece[];
  export default pieces;
}
