import type { Box } from '../box.ts';
import type { Point, Size } from '../projection.ts';

/** A closed line of points in pixels; the last need not repeat the first. */
export type Ring = readonly Point[];
type Span = readonly [from: number, to: number];

const ROW_PX = 6;
/** From this much room on each side on, a place is not better for having more; then the middle of the land decides. */
const AMPLE_PX = 36;
/** What a pixel of room is worth in pixels away from that middle. */
const ROOM_WEIGHT = 4;

/**
 * The middle of a box of `size` inside a land and the frame and off `obstacles`: where there is most room around it, near
 * the middle of what is seen of the land. `null`: there is no room. `last` is kept where it still has room, so that a
 * name does not wander while the map moves.
 */
export function roomIn(
  rings: readonly Ring[],
  frame: Box,
  size: Size,
  obstacles: readonly Box[] = [],
  last: Point | null = null
): Point | null {
  const top = Math.ceil((frame.y + size.height / 2) / ROW_PX);
  const bottom = Math.floor((frame.y + frame.height - size.height / 2) / ROW_PX);
  const lines = linesOf(rings, frame, size.height / 2);
  const freeAt = (y: number): Span[] => {
    const seen = lines(y).filter(([from, to]) => to - from >= size.width);
    const inTheWay = obstacles.filter((box) => box.y < y + size.height / 2 && box.y + box.height > y - size.height / 2);
    return inTheWay
      .reduce((spans, { x, width }) => without(spans, [x, x + width]), seen)
      .filter(([from, to]) => to - from >= size.width);
  };
  const holds = (spans: readonly Span[], x: number) =>
    spans.some(([from, to]) => from <= x - size.width / 2 && to >= x + size.width / 2);
  if (last && last.y >= top * ROW_PX && last.y <= bottom * ROW_PX && holds(freeAt(last.y), last.x)) return last;

  const rows = Array.from({ length: Math.max(bottom - top + 1, 0) }, (_, at) => freeAt((top + at) * ROW_PX));
  const middle = middleOf(rows, top);
  let best: { at: Point; worth: number } | null = null;
  for (const [row, spans] of rows.entries()) {
    const y = (top + row) * ROW_PX;
    for (const [from, to] of spans) {
      const slack = (to - from - size.width) / 2;
      // Not farther from the middle than it has to be.
      const reach = Math.max(slack - AMPLE_PX, 0);
      const centre = (from + to) / 2;
      const x = Math.min(Math.max(middle.x, centre - reach), centre + reach);
      const room = Math.min(
        slack,
        upAndDown(rows, row, (other) => holds(other, x)),
        AMPLE_PX
      );
      const worth = room * ROOM_WEIGHT - Math.hypot(x - middle.x, y - middle.y);
      if (best === null || worth > best.worth) best = { at: { x, y }, worth };
    }
  }
  return best?.at ?? null;
}

/** How far up and down, whichever is less, the rows next to a row hold the box too. */
function upAndDown(rows: readonly Span[][], row: number, holds: (spans: readonly Span[]) => boolean): number {
  const most = Math.ceil(AMPLE_PX / ROW_PX);
  let steps = 1;
  while (steps <= most && [row - steps, row + steps].every((other) => rows[other] && holds(rows[other]))) steps++;
  return (steps - 1) * ROW_PX;
}

/** What lies inside on all of the height of the box around a row. */
function linesOf(rings: readonly Ring[], frame: Box, half: number): (y: number) => Span[] {
  const within: Span = [frame.x, frame.x + frame.width];
  return (y) =>
    [y - half, y, y + half]
      .map((line) => insideAt(rings, line).flatMap((span) => common([span], [within])))
      .reduce(common);
}

/** Where a horizontal line is inside the rings, even-odd, from left to right. */
export function insideAt(rings: readonly Ring[], y: number): Span[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (const [at, to] of ring.entries()) {
      const from = ring[at === 0 ? ring.length - 1 : at - 1]!;
      if (from.y <= y !== to.y <= y) crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    }
  }
  crossings.sort((a, b) => a - b);
  return Array.from(
    { length: crossings.length >> 1 },
    (_, at) => [crossings[2 * at]!, crossings[2 * at + 1]!] as const
  );
}

function common(a: readonly Span[], b: readonly Span[]): Span[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Span[] => {
      const span = [Math.max(from, start), Math.min(to, end)] as const;
      return span[0] < span[1] ? [span] : [];
    })
  );
}

function without(spans: readonly Span[], [start, end]: Span): Span[] {
  return spans.flatMap(([from, to]): Span[] => {
    if (end <= from || start >= to) return [[from, to]];
    return (
      [
        [from, start],
        [end, to]
      ] as Span[]
    ).filter((span) => span[0] < span[1]);
  });
}

function middleOf(rows: readonly Span[][], top: number): Point {
  let [length, x, y] = [0, 0, 0];
  for (const [row, spans] of rows.entries()) {
    for (const [from, to] of spans) {
      length += to - from;
      x += ((from + to) / 2) * (to - from);
      y += (top + row) * ROW_PX * (to - from);
    }
  }
  return length === 0 ? { x: 0, y: 0 } : { x: x / length, y: y / length };
}
