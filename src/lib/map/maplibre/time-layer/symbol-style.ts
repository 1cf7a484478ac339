import type { ColourGroup, KindCode, SymbolShape } from '../../../model/dataset.ts';
import { GLYPHS } from '../../../ui/glyphs.ts';
import type { Palette } from '../../../ui/palette.ts';

/** What a kind looks like. */
export type SymbolStyle = Pick<KindCode, 'shape' | 'group'>;

export const SHAPES = Object.keys(GLYPHS) as SymbolShape[];
export const GROUPS: readonly ColourGroup[] = ['violence', 'force', 'civic', 'speech'];

const SMALLEST_PX = 12;
export const LARGEST_PX = 30;

/** The width of a symbol by what its size says: 3 px more each time that doubles. */
export function weightPx(weight: number): number {
  return Math.min(SMALLEST_PX + 3 * Math.log2(Math.max(weight, 1)), LARGEST_PX);
}

/** Between the middles of slots, by the width of symbols that weigh little. */
export const SLOT_PX = 17;

const MANY = 3000;
const SMALLEST_SCALE = 0.4;

/**
 * How large symbols are drawn, of their size: smaller where the data set has many and all of it is seen, full when the
 * reader has come near. Not by the number shown, or they would pulse while time moves. `overviewZoom`: where all is seen.
 */
export function symbolScale(rows: number, zoom: number, overviewZoom: number): number {
  const overview = Math.min(Math.max((MANY / Math.max(rows, 1)) ** 0.25, SMALLEST_SCALE), 1);
  return Math.min(overview * 2 ** (0.4 * Math.max(zoom - overviewZoom, 0)), 1);
}

/** `#rrggbb` as shares of 1. */
export function rgb(colour: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** The colours of the groups, one after the other. */
export function groupColours(palette: Palette): Float32Array {
  return Float32Array.from(GROUPS.flatMap((group) => rgb(palette[group])));
}
