import type { Localised, LngLat } from '../../model/dataset.ts';
import { firstBounds, mercatorBox, type Bounds, type Camera, type Point, type Size } from '../projection.ts';

/**
 * A path of the generalised basemap. `d` is SVG path data in whole units of the grid; the style's layers filter by
 * `source` and `properties`. Lines with equal properties are merged into one piece; each polygon is a piece of its own,
 * because overlapping tints have to add up.
 */
export type BasemapPiece = { source: string; properties: Record<string, string | number>; d: string };

/**
 * A name on the basemap. A place has a `rank` from 1, the most important, and stands at its dot. A country stands wherever
 * there is room in what is seen of its `land`, the outline of that key among the pieces. A municipality has one point.
 */
export type BasemapName = { names: Localised; lngLat: LngLat } & (
  { kind: 'place'; rank: number } | { kind: 'country'; land: string } | { kind: 'municipality' }
);

/** Whether land is among the pieces: then what is beside it is sea. */
export const hasCoast = (pieces: readonly BasemapPiece[]): boolean => pieces.some(({ source }) => source === 'land');

/** Sources of what is around the map: outlines of countries, and the lines of the locator. */
export const LAND = 'country';
export const LOCATOR_LINES = 'locator';

/** Grid units per height of the first view. */
const GRID_ROWS = 1000;

/** The grid of a dataset: its origin on the Mercator plane, at the north-west of the first view, and its unit. */
export type Grid = Point & { unit: number };

export function gridOf(firstView: Bounds): Grid {
  const { x, y, height } = mercatorBox(firstBounds(firstView));
  return { x, y, unit: height / GRID_ROWS };
}

/** Of a first view as large as a few municipalities, for which the zooms of labels are written. */
const USUAL_UNITS = 19;

/** By how many zoom levels labels come later than written: a first view of a continent has its towns sooner. */
export const labelShift = ({ unit }: Grid): number => Math.round(Math.log2(1 / unit) - USUAL_UNITS);

const WORLD_PX = 512;

/** From grid units to pixels under a camera: multiply by `scale`, then add `x`, `y`. */
export function gridTransform(grid: Grid, { center, zoom }: Camera, size: Size): Point & { scale: number } {
  const worldPx = WORLD_PX * 2 ** zoom;
  const box = mercatorBox([center[0], center[1], center[0], center[1]]);
  return {
    x: (grid.x - box.x) * worldPx + size.width / 2,
    y: (grid.y - box.y) * worldPx + size.height / 2,
    scale: grid.unit * worldPx
  };
}

/** Marks a piece in the page's SVG, so that it can be read back from there. */
export const PIECE_ATTRIBUTE = 'data-basemap';

/** Whether a page contains the pieces: then they are read from its SVG and not sent a second time. */
export const basemapIsIn = (page: ParentNode): boolean => page.querySelector(`path[${PIECE_ATTRIBUTE}]`) !== null;

/** The pieces in the page's SVG. */
export function basemapInPage(page: ParentNode): BasemapPiece[] {
  return [...page.querySelectorAll(`path[${PIECE_ATTRIBUTE}]`)].map((path) => ({
    ...(JSON.parse(path.getAttribute(PIECE_ATTRIBUTE)!) as Pick<BasemapPiece, 'source' | 'properties'>),
    d: path.getAttribute('d')!
  }));
}
