import type { StoryEvent } from '../../model/scene.ts';
import type { Extent } from '../../model/time.ts';
import type { Axis } from '../axis.ts';
import { barOf, isSingleDay, type Bar } from './bars.ts';
import { packRows, type Stretch } from './rows.ts';

/**
 * The position of an event in its lane. `x` is the centre of its symbol, px; `left` to `right` is the space reserved
 * for it; `bar` is null for a date known to the day.
 */
export type EventMark = Stretch & { story: StoryEvent; x: number; bar: Bar | null; row: number };

export type EventLayout = { marks: EventMark[]; rows: number };

/**
 * Marks of events, in chronological order, in as few rows as possible without overlap. Each has a target of at least
 * `targetPx`. Events outside the domain have no mark.
 */
export function layoutEvents(events: readonly StoryEvent[], axis: Axis, targetPx: number): EventLayout {
  const placed = events.flatMap((story) => {
    const { date, extent } = story.event;
    const span = barOf(date, extent, axis);
    if (!span) return [];
    const bar = isSingleDay(date) ? null : span;
    const x = markX(span, extent, axis);
    return [
      {
        story,
        x,
        bar,
        left: Math.min(x - targetPx / 2, bar?.from ?? x),
        right: Math.max(x + targetPx / 2, bar?.to ?? x)
      }
    ];
  });
  // Marks that span much of the axis go below the others: they would split a stack of single days in two.
  const long = (axis.x1 - axis.x0) / 3;
  const runsOn = ({ left, right }: Stretch) => Number(right - left > long);
  placed.sort((a, b) => runsOn(a) - runsOn(b) || a.left - b.left || a.x - b.x);
  const { rows, count } = packRows(placed, 0);
  return { marks: placed.map((mark, index) => ({ ...mark, row: rows[index]! })), rows: count };
}

/**
 * For an unknown day within a span the symbol is in the middle of the bar. For a lasting event it is at the start, with
 * the bar to the right. Clamped to the axis, so that it can be hit.
 */
function markX(span: Bar, extent: Extent, axis: Axis): number {
  const x = extent === 'within' ? (span.from + span.to) / 2 : span.from;
  return Math.min(Math.max(x, axis.x0), axis.x1);
}
