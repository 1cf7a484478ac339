import { breakLines, textWidth } from '../../svg/text-width.ts';
import { baselineUnder, type Words } from './boxes.ts';

/** What stands in one row: a title, and the words of its marks in the order of the ladder. */
export type RowTexts = { title: string | null; labels: readonly string[] };

/** Where the row's marks lie, px. */
export type Extent = { left: number; right: number };

export type RowOptions = { widthPx: number; fontPx: number; rowPx: number; titles: boolean };

/** A row: its words, arrows between them (their starts), and the band for its marks. `height` includes all. */
export type PlacedRow = {
  title: Words | null;
  /** The lines of each label. */
  labels: Words[][];
  arrows: { x: number; y: number }[];
  band: { top: number; height: number };
  height: number;
};

const GAP_PX = 7;
/** Between the words of two steps: an arrow with room on both sides. */
const ARROW_GAP_PX = 18;
export const ARROW_PX = 7;
const BAND_PX = 12;
/** Above the words of a row whose marks stand below them. */
const STACK_TOP_PX = 3;

/**
 * The words of a row beside its marks: to the right of them if there is room, else to the left, with the title before
 * them or on the other side, where it fits. With too little room for either they stand above, in as many lines as they
 * need.
 */
export function placeRow(
  { title, labels }: RowTexts,
  { left, right }: Extent,
  top: number,
  options: RowOptions
): PlacedRow {
  const { widthPx, fontPx, rowPx, titles } = options;
  const widths = labels.map((label) => textWidth(label, fontPx));
  const chainPx = widths.reduce((sum, width) => sum + width, 0) + (labels.length - 1) * ARROW_GAP_PX;
  const titlePx = title !== null && titles ? textWidth(title, fontPx) : Infinity;
  const y = baselineUnder(top + rowPx / 2, fontPx);
  const titleBefore = (end: number): Words | null =>
    end - titlePx >= 0 ? { text: title!, x: end, y, anchor: 'end', fontPx } : null;
  const titleAfter = (start: number): Words | null =>
    start + titlePx <= widthPx ? { text: title!, x: start, y, anchor: 'start', fontPx } : null;
  const beside = (from: number, placedTitle: Words | null): PlacedRow => {
    let x = from;
    const starts = widths.map((width) => {
      const start = x;
      x += width + ARROW_GAP_PX;
      return start;
    });
    return {
      title: placedTitle,
      labels: labels.map((text, at) => [{ text, x: starts[at]!, y, anchor: 'start', fontPx }]),
      arrows: arrowsAfter(starts, widths, top + rowPx / 2),
      band: { top: top + (rowPx - BAND_PX) / 2, height: BAND_PX },
      height: rowPx
    };
  };
  if (right + GAP_PX + chainPx <= widthPx) return beside(right + GAP_PX, titleBefore(left - GAP_PX));
  const from = left - GAP_PX - chainPx;
  if (from >= 0) return beside(from, titleBefore(from - ARROW_GAP_PX) ?? titleAfter(right + GAP_PX));
  return above(labels, { left, right }, top, options);
}

type Line = { of: number; text: string; width: number }[];

function above(labels: readonly string[], { left }: Extent, top: number, options: RowOptions): PlacedRow {
  const { widthPx, fontPx, rowPx } = options;
  const linePx = Math.max(Math.ceil(fontPx * 1.25), rowPx - BAND_PX);
  const lines = brokenLines(labels, widthPx, fontPx);
  const placedLabels: Words[][] = labels.map(() => []);
  const arrows: { x: number; y: number }[] = [];
  const longestPx = Math.max(...lines.map((line) => line.reduce((sum, { width }) => sum + width + ARROW_GAP_PX, 0)));
  for (const [row, line] of lines.entries()) {
    const middle = top + STACK_TOP_PX + (row + 0.5) * linePx;
    let x = Math.max(0, Math.min(left, widthPx - longestPx));
    for (const { of, text, width } of line) {
      placedLabels[of]!.push({ text, x, y: baselineUnder(middle, fontPx), anchor: 'start', fontPx });
      if (of < labels.length - 1) arrows.push({ x: x + width + (ARROW_GAP_PX - ARROW_PX) / 2, y: middle });
      x += width + ARROW_GAP_PX;
    }
  }
  const bandTop = top + STACK_TOP_PX + lines.length * linePx + 1;
  return {
    title: null,
    labels: placedLabels,
    arrows,
    band: { top: bandTop, height: BAND_PX },
    height: bandTop + BAND_PX + STACK_TOP_PX - top
  };
}

/** The labels in lines, several to a line where they fit with the arrows after them; a longer one is broken. */
function brokenLines(labels: readonly string[], widthPx: number, fontPx: number): Line[] {
  const lines: Line[] = [];
  let room = 0;
  for (const [of, label] of labels.entries()) {
    const width = textWidth(label, fontPx);
    const part = { of, text: label, width };
    if (lines.length > 0 && width + ARROW_GAP_PX <= room) {
      lines.at(-1)!.push(part);
      room -= width + ARROW_GAP_PX;
    } else if (width + ARROW_GAP_PX <= widthPx) {
      lines.push([part]);
      room = widthPx - width - ARROW_GAP_PX;
    } else {
      const broken = breakLines(label, widthPx - ARROW_GAP_PX, fontPx);
      lines.push(...broken.map((text) => [{ of, text, width: textWidth(text, fontPx) }]));
      room = 0;
    }
  }
  return lines;
}

function arrowsAfter(starts: readonly number[], widths: readonly number[], y: number) {
  return starts.slice(0, -1).map((start, at) => ({ x: start + widths[at]! + (ARROW_GAP_PX - ARROW_PX) / 2, y }));
}
