import type { Axis } from '../axis.ts';
import type { EventMark } from './event-marks.ts';
import { textWidth } from '../../svg/text-width.ts';
import { shortened } from './rows.ts';

/** A title beside its mark, shortened to the available space. `px`: its approximate width. */
export type EventLabel = { id: string; text: string; x: number; px: number; anchor: 'start' | 'end' };

const GAP_PX = 5;
/** With less space than this there is no label: a few letters say nothing. */
const MIN_LABEL_PX = 110;

/**
 * Titles for the marks that have room: on the right up to the next mark of the row, else on the left. They are only a
 * visual aid: the full title is the mark's accessible name.
 */
export function labelEvents(marks: readonly EventMark[], axis: Axis, fontPx: number): EventLabel[] {
  const labels: EventLabel[] = [];
  for (const row of new Set(marks.map((mark) => mark.row))) {
    const inRow = marks.filter((mark) => mark.row === row).sort((a, b) => a.left - b.left);
    let takenTo = axis.x0;
    inRow.forEach((mark, index) => {
      const end = inRow[index + 1]?.left ?? axis.widthPx;
      const { title } = mark.story.event;
      const wanted = textWidth(title, fontPx);
      const rightPx = end - mark.right - 2 * GAP_PX;
      const leftPx = mark.left - takenTo - 2 * GAP_PX;
      const right = rightPx >= Math.min(wanted, MIN_LABEL_PX) && (rightPx >= wanted || rightPx >= leftPx);
      const roomPx = right ? rightPx : leftPx;
      takenTo = mark.right;
      if (roomPx < Math.min(wanted, MIN_LABEL_PX)) return;
      const text = shortened(title, roomPx, fontPx);
      const px = textWidth(text, fontPx);
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
