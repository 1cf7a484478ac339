import { textWidth } from '../../svg/text-width.ts';

/** A rectangle in px from the top left corner of the chart. */
export type Box = { left: number; right: number; top: number; bottom: number };

/** A line of text: `x` is its start or its end, `y` its baseline. */
export type Words = { text: string; x: number; y: number; anchor: 'start' | 'end'; fontPx: number; bold?: boolean };

/** From the baseline up to the highest letter and down to the lowest one, as shares of the font size. */
const ASCENT = 0.82;
const DESCENT = 0.24;

/** From the middle of a line down to its baseline. */
export const baselineUnder = (middle: number, fontPx: number) => middle + ((ASCENT - DESCENT) / 2) * fontPx;

export function boxOf({ text, x, y, anchor, fontPx, bold }: Words): Box {
  const width = textWidth(text, fontPx, bold);
  const left = anchor === 'end' ? x - width : x;
  return { left, right: left + width, top: y - ASCENT * fontPx, bottom: y + DESCENT * fontPx };
}

export const overlap = (a: Box, b: Box, gapPx = 0): boolean =>
  a.left < b.right + gapPx && b.left < a.right + gapPx && a.top < b.bottom + gapPx && b.top < a.bottom + gapPx;

/**
 * The first of `candidates` that lies within `room` and touches none of `taken`; `null` if there is none. So a label
 * moves, gets shorter, or is left to the name of its mark, but never lies on another one.
 */
export function placed(candidates: Iterable<Words>, taken: readonly Box[], room: Box, gapPx = 2): Words | null {
  for (const words of candidates) {
    const box = boxOf(words);
    if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom) continue;
    if (!taken.some((other) => overlap(box, other, gapPx))) return words;
  }
  return null;
}

/** A piece of a straight line, from one coordinate to a greater one. */
export type Piece = { from: number; to: number };

/** Room that a line leaves around what it passes, px. */
const CLEARANCE_PX = 2;

/** A vertical line at `x` without what it would strike through. */
export function clearDown(x: number, from: number, to: number, boxes: readonly Box[]): Piece[] {
  const hit = boxes.filter(({ left, right }) => left - CLEARANCE_PX < x && x < right + CLEARANCE_PX);
  return without(
    { from, to },
    hit.map(({ top, bottom }) => ({ from: top - 1, to: bottom + 1 }))
  );
}

/** A horizontal line at `y` without what it would strike through. */
export function clearAcross(y: number, from: number, to: number, boxes: readonly Box[]): Piece[] {
  const hit = boxes.filter(({ top, bottom }) => top < y && y < bottom);
  return without(
    { from, to },
    hit.map(({ left, right }) => ({ from: left - CLEARANCE_PX, to: right + CLEARANCE_PX }))
  );
}

function without(line: Piece, gaps: readonly Piece[]): Piece[] {
  let pieces = [line];
  for (const gap of gaps) {
    pieces = pieces.flatMap(({ from, to }) => {
      if (gap.to <= from || to <= gap.from) return [{ from, to }];
      return [
        { from, to: gap.from },
        { from: gap.to, to }
      ].filter((piece) => piece.to > piece.from);
    });
  }
  return pieces;
}
