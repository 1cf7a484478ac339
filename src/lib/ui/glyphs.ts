import type { SymbolShape, SymbolStyle } from '../model/dataset.ts';
import type { ScenePresence } from '../model/scene.ts';

/** As `ScenePresence`; `ahead` is after the window, and occurs only in the time panel. */
export type GlyphPresence = ScenePresence | 'ahead';

/**
 * A symbol as SVG path data in a box of 24 by 24 units, centred on 12, 12.
 * `outline` is filled. `detail` is a line of `DETAIL_WIDTH` units, drawn over it in the colour that the fill does not
 * have.
 */
export type Glyph = { outline: string; detail?: string };

export const GLYPH_BOX = 24;
export const DETAIL_WIDTH = 2;

/**
 * One silhouette per shape. Each can be distinguished at 14 px without its colour, so that no meaning depends on colour
 * alone: the square has no box inside, the ballot is a box with a slip, the circle has a hole, the hexagon none.
 */
export const GLYPHS: Record<SymbolShape, Glyph> = {
  burst: {
    outline:
      'M12 1l2.1 5.9 5.7-2.7-2.7 5.7L23 12l-5.9 2.1 2.7 5.7-5.7-2.7L12 23l-2.1-5.9-5.7 2.7 2.7-5.7L1 12l5.9-2.1-2.7-5.7 5.7 2.7z'
  },
  diamond: { outline: 'M12 1.2L22.8 12 12 22.8 1.2 12z' },
  square: { outline: 'M4.6 3.6h14.8a1 1 0 0 1 1 1v14.8a1 1 0 0 1-1 1H4.6a1 1 0 0 1-1-1V4.6a1 1 0 0 1 1-1z' },
  hexagon: { outline: 'M6.7 3h10.6l5.2 9-5.2 9H6.7l-5.2-9z' },
  triangle: { outline: 'M12 2.4l10.4 18.4H1.6z' },
  bell: {
    outline:
      'M12 1.8c-4.3 0-6.7 3.2-6.7 7.3v4.6L2.6 17.2v1.5h6.6a2.9 2.9 0 0 0 5.6 0h6.6v-1.5l-2.7-3.5V9.1c0-4.1-2.4-7.3-6.7-7.3z'
  },
  chevron: { outline: 'M3.4 3h8.4l8.8 9-8.8 9H3.4l8.2-9z' },
  circle: {
    outline: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
    detail: 'M12 9.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z'
  },
  bubble: {
    outline:
      'M4.2 3h15.6a2.2 2.2 0 0 1 2.2 2.2v9.4a2.2 2.2 0 0 1-2.2 2.2h-7.4L6.6 22v-5.2H4.2A2.2 2.2 0 0 1 2 14.6V5.2A2.2 2.2 0 0 1 4.2 3z',
    detail: 'M6.6 8h10.8M6.6 12h6.6'
  },
  ballot: { outline: 'M7 1.6h10v8.2h4.4v12.6H2.6V9.8H7z', detail: 'M6 13.2h12' },
  flag: { outline: 'M3.6 1.6h2.6v1.6c4.6-2 8.2 1.7 15 0v10.4c-6.8 1.7-10.4-2-15 0v8.8H3.6z' }
};

/** The glyph of a kind: its shape, with its badge if it has one. */
export const glyphOf = ({ shape, detail }: Pick<SymbolStyle, 'shape' | 'detail'>): Glyph =>
  detail ? { ...GLYPHS[shape], detail } : GLYPHS[shape];

/**
 * How certain an event is: filled; outlined and dashed on the background; small and faint.
 * Lengths in units of the 24-unit box. `fill` and `line` name the colour: that of the group, or of the background.
 */
export type GlyphPaint = {
  fill: 'group' | 'paper';
  line: 'group' | 'paper';
  lineWidth: number;
  dash: string | null;
  opacity: number;
  /** Relative to the nominal size. */
  scale: number;
};

export const GLYPH_PAINT: Record<GlyphPresence, GlyphPaint> = {
  // The background-coloured outline separates a filled symbol from the map and from its neighbours.
  certain: { fill: 'group', line: 'paper', lineWidth: 1.6, dash: null, opacity: 1, scale: 1 },
  possible: { fill: 'paper', line: 'group', lineWidth: 2, dash: '2.6 1.2', opacity: 1, scale: 0.96 },
  past: { fill: 'group', line: 'paper', lineWidth: 1.6, dash: null, opacity: 0.5, scale: 0.62 },
  ahead: { fill: 'paper', line: 'group', lineWidth: 1.6, dash: null, opacity: 0.6, scale: 0.7 }
};
