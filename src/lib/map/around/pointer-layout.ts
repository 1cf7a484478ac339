import { middleOf, overlaps, type Box } from '../box.ts';
import type { Point, Size } from '../projection.ts';

/** A chip of `size` for a place outside the frame, at `to` in the frame's pixels. */
export type PointerRequest = { id: string; to: Point; size: Size };

/** Where it stands, and which way the place is from there: degrees clockwise from north. */
export type PointerPlace = { box: Box; angle: number };

export type Pointers = {
  places: ReadonlyMap<string, PointerPlace>;
  /** Those without room, for which a chip of `moreSize` stands at `more`. */
  left: readonly string[];
  more: Box | null;
};

const EDGE_PX = 8;
const GAP_PX = 6;
const STEP_PX = 6;
/** How far along the edge a chip may stand from where its place lies, in widths of the frame. */
const ASIDE = 0.35;
/** Chips cover no more than this share of the frame, so that the map stays the map. */
const COVER = 0.14;

/**
 * Chips at the edge of the frame, each where the line from the middle of the frame to its place crosses it, or as near
 * to that as is free. None covers another or `blocked`. Earlier requests go first; what finds no room is counted.
 * `coveredPx2`: what other chips cover already.
 */
export function placePointers(
  requests: readonly PointerRequest[],
  frame: Size,
  blocked: readonly Box[],
  moreSize: Size,
  coveredPx2 = 0
): Pointers {
  const most = frame.width * frame.height * COVER;
  for (let count = requests.length; count >= 0; count--) {
    let area = coveredPx2;
    const taken = blocked.map((box) => grown(box, GAP_PX));
    const places = new Map<string, PointerPlace>();
    for (const { id, to, size } of requests.slice(0, count)) {
      const larger = area + size.width * size.height;
      const box = larger > most ? null : nearest(frame, size, to, taken, frame.width * ASIDE);
      if (!box) continue;
      area = larger;
      taken.push(grown(box, GAP_PX));
      places.set(id, { box, angle: angleTo(middleOf(box), to) });
    }
    const left = requests.filter(({ id }) => !places.has(id)).map(({ id }) => id);
    if (left.length === 0) return { places, left, more: null };
    const more = nearest(frame, moreSize, { x: -frame.width, y: 2 * frame.height }, taken, Infinity);
    if (more) return { places, left, more };
  }
  return { places: new Map(), left: requests.map(({ id }) => id), more: null };
}

/** The free place for a box on the edge of the frame that is nearest to the way to a point outside. */
function nearest(frame: Size, size: Size, to: Point, taken: readonly Box[], aside: number): Box | null {
  const half = { x: frame.width / 2 - EDGE_PX - size.width / 2, y: frame.height / 2 - EDGE_PX - size.height / 2 };
  if (half.x <= 0 || half.y <= 0) return null;
  const track = trackOf(half);
  const start = track.at(direction(frame, to, half));
  for (let step = 0; step <= Math.min(aside, track.length / 2); step += STEP_PX) {
    for (const along of step === 0 ? [0] : [step, -step]) {
      const { x, y } = track.point(start + along);
      const box = {
        x: frame.width / 2 + x - size.width / 2,
        y: frame.height / 2 + y - size.height / 2,
        ...size
      };
      if (!taken.some((other) => overlaps(box, other))) return box;
    }
  }
  return null;
}

/** Where the way from the middle of the frame to a place meets the rectangle of half sizes around that middle. */
function direction(frame: Size, to: Point, half: Point): Point {
  const way = { x: to.x - frame.width / 2, y: to.y - frame.height / 2 };
  const share = shareInside(way, half);
  return { x: way.x * share, y: way.y * share };
}

/** How much of the way from the middle of a rectangle of half sizes lies inside it: 1 or more where all of it does. */
export function shareInside({ x, y }: Point, half: Point): number {
  return Math.min(half.x / Math.max(Math.abs(x), 1e-9), half.y / Math.max(Math.abs(y), 1e-9));
}

/** The edge of a rectangle as one length, clockwise from its north-west corner. */
function trackOf({ x, y }: Point) {
  const length = 4 * (x + y);
  return {
    length,
    at(point: Point): number {
      if (point.y <= -y + 0.01) return point.x + x;
      if (point.x >= x - 0.01) return 2 * x + point.y + y;
      if (point.y >= y - 0.01) return 2 * x + 2 * y + (x - point.x);
      return 4 * x + 2 * y + (y - point.y);
    },
    point(along: number): Point {
      const at = ((along % length) + length) % length;
      if (at <= 2 * x) return { x: at - x, y: -y };
      if (at <= 2 * x + 2 * y) return { x, y: at - 2 * x - y };
      if (at <= 4 * x + 2 * y) return { x: 3 * x + 2 * y - at, y };
      return { x: -x, y: 4 * x + 3 * y - at };
    }
  };
}

/** Degrees clockwise from north, 0 to 360. */
function angleTo(from: Point, to: Point): number {
  return ((Math.atan2(to.x - from.x, from.y - to.y) * 180) / Math.PI + 360) % 360;
}

const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

export function compassPoint(angle: number): (typeof COMPASS)[number] {
  return COMPASS[Math.round(angle / 45) % 8]!;
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by
});
