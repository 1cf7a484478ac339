import { textWidth } from '../../svg/text-width.ts';

/** The horizontal space that a mark needs, px. */
export type Stretch = { left: number; right: number };

/**
 * The row of each box, 0 at the top: first fit, with at least `gapPx` between boxes of a row.
 * Boxes are placed in the order given; if sorted by `left`, the number of rows is minimal.
 */
export function packRows(boxes: readonly Stretch[], gapPx: number): { rows: number[]; count: number } {
  const taken: Stretch[][] = [];
  const rows = boxes.map((box) => {
    let row = taken.findIndex((others) =>
      others.every((other) => box.left >= other.right + gapPx || box.right <= other.left - gapPx)
    );
    if (row === -1) row = taken.push([]) - 1;
    taken[row]!.push(box);
    return row;
  });
  return { rows, count: taken.length };
}

/** The text, or as many whole words of it as fit, with an ellipsis. */
export function shortened(text: string, roomPx: number, fontPx: number): string {
  const fits = (part: string) => textWidth(part, fontPx) <= roomPx;
  if (fits(text)) return text;
  const parts: string[] = [];
  for (let end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', end + 1))
    parts.push(`${text.slice(0, end).replace(/[\s,;:]+$/, '')}…`);
  return parts.findLast(fits) ?? '…';
}
