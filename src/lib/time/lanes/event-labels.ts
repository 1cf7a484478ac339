import type { Axis } from '../axis.ts';
import type { EventMark } from './event-marks.ts';
import { shortened, textPx } from './rows.ts';

/** A title, as much of it as there is room for, beside its mark. `px`: about how wide it is. */
export type EventLabel = { id: string; text: string; x: number; px: number; anchor: 'start' | 'end' };

const GAP_PX = 5;
/** Less room than this is left empty: a few letters tell nothing. */
const LEAST_PX = 110;

/**
 * Titles for the marks that have room: to the right up to the next mark of the row, else to the left. They are a help
 * for the eye; the full title is the mark's name.
 */
export function labelEvents(marks: readonly EventMark[], axis: Axis, fontPx: number): EventLabel[] {
  const labels: EventLabel[] = [];
  for (const row of new Set(marks.map((mark) => mark.row))) {
    const inRow = marks.filter((mark) => mark.row === row).sort((a, b) => a.left - b.left);
    let takenTo = axis.x0;
    inRow.forEach((mark, index) => {
      const end = inRow[index + 1]?.left ?? axis.widthPx;
      const { title } = mark.story.event;
      const wanted = textPx(title, fontPx);
      const rightPx = end - mark.right - 2 * GAP_PX;
      const leftPx = mark.left - takenTo - 2 * GAP_PX;
      const right = rightPx >= Math.min(wanted, LEAST_PX) && (rightPx >= wanted || rightPx >= leftPx);
      const roomPx = right ? rightPx : leftPx;
      takenTo = mark.right;
      if (roomPx < Math.min(wanted, LEAST_PX)) return;
      const text = shortened(title, roomPx, fontPx);
      const px = textPx(text, fontPx);
      if (right) takenTo = mark.right + GAP_PX + px;
      labels.push({
        id: mark.story.event.id,
        text,
        px,
        x: right ? mark.right + GAP_PX : mark.left - GAP_PX,
        anchor: right ? 'start' : 'end'
      });
    });
  }
  return labels;
}
