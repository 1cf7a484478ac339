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

/**
 * The approximate width of a text, px: when the page is prerendered nothing can be measured.
 * Slightly too wide for Latin letters, about right for Cyrillic ones.
 */
export function textPx(text: string, fontPx: number): number {
  return text.length * fontPx * 0.52;
}

/** The text, or as many whole words of it as fit, with an ellipsis. */
export function shortened(text: string, roomPx: number, fontPx: number): string {
  if (textPx(text, fontPx) <= roomPx) return text;
  const letters = Math.floor(roomPx / textPx('…', fontPx)) - 1;
  const cut = text.slice(0, Math.max(letters, 0) + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).replace(/[\s,;:]+$/, '')}…`;
}
