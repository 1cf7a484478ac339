import { COLOUR_GROUPS, type SymbolShape, type SymbolStyle } from '../../../model/dataset.ts';
import { GLYPHS } from '../../../ui/glyphs.ts';
import type { Palette } from '../../../ui/palette.ts';

export const SHAPES = Object.keys(GLYPHS) as SymbolShape[];

/** A symbol without its colour: kinds of one shape and badge share a picture. */
export type Picture = Pick<SymbolStyle, 'shape' | 'detail'>;
const nameOf = ({ shape, detail = '' }: Picture) => `${shape} ${detail}`;

/** The pictures that kinds need, and by kind which is its own. */
export function picturesOf(kinds: readonly SymbolStyle[]): { pictures: Picture[]; ofKind: number[] } {
  const names = [...new Set(kinds.map(nameOf))];
  return {
    pictures: names.map((name) => kinds.find((kind) => nameOf(kind) === name)!),
    ofKind: kinds.map((kind) => names.indexOf(nameOf(kind)))
  };
}

const MIN_SYMBOL_PX = 12;
export const MAX_SYMBOL_PX = 30;

/** The width of a symbol by its weight: 3 px more each time the weight doubles. */
export function weightPx(weight: number): number {
  return Math.min(MIN_SYMBOL_PX + 3 * Math.log2(Math.max(weight, 1)), MAX_SYMBOL_PX);
}

/** Distance between slots, for symbols of low weight. */
export const SLOT_PX = 17;

const FULL_SIZE_ROWS = 3000;
const MIN_SCALE = 0.4;

/**
 * The scale of symbols: smaller if the data set has many and is completely visible, full size when zoomed in. Not by
 * the number shown, or they would pulse while time moves. `overviewZoom`: where everything is visible.
 */
export function symbolScale(rows: number, zoom: number, overviewZoom: number): number {
  const overview = Math.min(Math.max((FULL_SIZE_ROWS / Math.max(rows, 1)) ** 0.25, MIN_SCALE), 1);
  return Math.min(overview * 2 ** (0.4 * Math.max(zoom - overviewZoom, 0)), 1);
}

/** `#rrggbb` as values from 0 to 1. */
export function rgb(colour: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** The colours of the groups, concatenated. */
export function groupColours(palette: Palette): Float32Array {
  return Float32Array.from(COLOUR_GROUPS.flatMap((group) => rgb(palette[group])));
}
