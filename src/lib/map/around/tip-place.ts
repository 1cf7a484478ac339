import { covered, type Box } from '../box.ts';
import type { Point, Size } from '../projection.ts';

const GAP_PX = 6;
const EDGE_PX = 6;
/** How much worse it is to cover a control or the mark itself than another mark. */
const NEVER = 100;

/**
 * The top left corner of a card of `size` beside `anchor`, inside the frame: to the right, left, below or above, where it
 * covers least of the anchor and of `blocked`, and then of what is `busy`.
 */
export function tipPlace(
  anchor: Box,
  size: Size,
  frame: Size,
  blocked: readonly Box[],
  busy: readonly Box[] = []
): Point {
  const across = [(anchor.width - size.width) / 2, 0, anchor.width - size.width].map((by) => anchor.x + by);
  const down = [(anchor.height - size.height) / 2, 0, anchor.height - size.height].map((by) => anchor.y + by);
  const right = anchor.x + anchor.width + GAP_PX;
  const left = anchor.x - GAP_PX - size.width;
  const below = anchor.y + anchor.height + GAP_PX;
  const above = anchor.y - GAP_PX - size.height;
  const candidates = [
    ...down.map((y) => ({ x: right, y })),
    ...down.map((y) => ({ x: left, y })),
    ...across.map((x) => ({ x, y: below })),
    ...across.map((x) => ({ x, y: above }))
  ].map(({ x, y }) => ({
    x: clamp(x, EDGE_PX, frame.width - size.width - EDGE_PX),
    y: clamp(y, EDGE_PX, frame.height - size.height - EDGE_PX)
  }));
  const cost = (at: Point) => {
    const box = { ...at, ...size };
    return covered(box, [anchor, ...blocked]) * NEVER + covered(box, busy);
  };
  return candidates.reduce((best, at) => (cost(at) < cost(best) ? at : best));
}

/** In a frame that is too small the beginning is seen. */
const clamp = (value: number, from: number, to: number) => Math.max(Math.min(value, to), from);
