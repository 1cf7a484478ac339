import { short, type Shape } from './shape.ts';

/** How text is set: its size and the distance of its lines in pixels, its colour, its weight. */
export type TextStyle = { px: number; linePx: number; fill: string; bold?: boolean };

/** Lines of text, one under the other; `y` is the baseline of the first. */
export function textLines(
  lines: readonly string[],
  { x, y }: { x: number; y: number },
  { px, linePx, fill, bold }: TextStyle
): Shape[] {
  return lines.map((text, at) => ({
    tag: 'text',
    attributes: {
      x: short(x),
      y: short(y + at * linePx),
      'font-size': px,
      'font-weight': bold ? 600 : undefined,
      fill
    },
    text
  }));
}
