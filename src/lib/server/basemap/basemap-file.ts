import { createHash } from 'node:crypto';
import type { BasemapPiece } from '../../map/svg/basemap-pieces.ts';
import { basemapPieces } from '../../map/svg/svg-basemap.ts';
import { shapesToString } from '../../svg/shape.ts';

/**
 * The pieces of the basemap as one file that the drawings of many pages refer to. Only shapes: colours and widths are the
 * drawing's. Its name holds a hash of its content: a page never gets the pieces of another build.
 */
export function basemapFile(pieces: readonly BasemapPiece[]): { fileName: string; source: string } {
  const source = `<svg xmlns="http://www.w3.org/2000/svg">${shapesToString([basemapPieces(pieces)])}</svg>`;
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `_app/immutable/assets/basemap.${hash}.svg`, source };
}
