import { short, type Shape } from './shape.ts';

/** Text style: font size and line height in pixels, colour, weight. */
export type TextStyle = { px: number; linePx: number; fill: string; bold?: boolean };

/** Lines of text below each other; `y` is the baseline of the first. */
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
