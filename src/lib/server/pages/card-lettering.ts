import type { Shape } from '../../svg/shape.ts';
import { textLines, type TextStyle } from '../../svg/text-lines.ts';
import { breakLines } from '../../svg/text-width.ts';
import { palettes } from '../../ui/palette.ts';

/** The size that sites with link previews ask for. */
export const CARD_PX = { width: 1200, height: 630 };
export const MARGIN_PX = 48;
/** From the last line to the edge. */
const FOOT_PX = 44;

/** The first lines of a text; where it is longer, the last of them ends with an ellipsis. */
export function firstLines(lines: readonly string[], most: number): string[] {
  return lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[.,;:]$/, '')} …`];
}

/** A heading in the largest of the styles in which it has as few lines as that allows. The last style takes what is longer. */
export function fitted<Style extends { px: number; lines: number }>(
  text: string,
  fitsPx: number,
  styles: readonly Style[]
): { lines: string[]; style: Style } {
  const tried = styles.map((style) => ({ style, lines: breakLines(text, fitsPx, style.px, true) }));
  return tried.find(({ style, lines }) => lines.length <= style.lines) ?? tried.at(-1)!;
}

/** What stands below: how much there is, and whose the map is. From below: what needs more lines pushes up what stands above. */
export function footLines(support: string, source: string, fitsPx: number): Shape[] {
  const { ink, inkSoft } = palettes.light;
  let bottom = CARD_PX.height - FOOT_PX;
  const parts: (TextStyle & { text: string })[] = [
    { text: source, px: 15, linePx: 20, fill: inkSoft },
    { text: support, px: 20, linePx: 26, fill: ink }
  ];
  return parts.flatMap(({ text, ...style }) => {
    const lines = breakLines(text, fitsPx, style.px);
    const y = bottom - (lines.length - 1) * style.linePx;
    bottom = y - style.linePx - 6;
    return textLines(lines, { x: MARGIN_PX, y }, style);
  });
}
