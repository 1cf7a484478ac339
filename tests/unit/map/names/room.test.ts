import { describe, expect, test } from 'vitest';
import { insideAt, roomIn, type Ring } from '../../../../src/lib/map/names/room.ts';
import { ringsOf } from '../../../../src/lib/map/names/land-names.ts';
import { overlaps, type Box } from '../../../../src/lib/map/box.ts';
import type { Point, Size } from '../../../../src/lib/map/projection.ts';

const frame: Box = { x: 0, y: 0, width: 600, height: 400 };
const size: Size = { width: 100, height: 20 };
const ring = (...points: [number, number][]): Ring => points.map(([x, y]) => ({ x, y }));
const boxAt = ({ x, y }: Point): Box => ({ x: x - size.width / 2, y: y - size.height / 2, ...size });
const isInside = (rings: readonly Ring[], { x, y }: Point) =>
  insideAt(rings, y).some(([from, to]) => x >= from - 1e-6 && x <= to + 1e-6);
/** Brute force: every pixel of the edge of the box, in the land and in the frame. */
function lies(rings: readonly Ring[], box: Box): boolean {
  for (let x = box.x; x <= box.x + box.width; x++)
    for (const y of [box.y, box.y + box.height]) {
      if (!isInside(rings, { x, y }) || x < 0 || y < 0 || x > frame.width || y > frame.height) return false;
    }
  return true;
}

describe('room for the name of a land', () => {
  test('is in the part of it that is seen, not where its middle is', () => {
    const land = [ring([-2000, -500], [180, -500], [180, 900], [-2000, 900])];
    const at = roomIn(land, frame, size)!;
    expect(lies(land, boxAt(at))).toBe(true);
    expect(at.x).toBeCloseTo(90, 0);
    expect(at.y).toBeCloseTo(200, -1);
  });
  test('is inside a land of any shape', () => {
    const shapes = [
      [ring([50, 50], [550, 90], [300, 380])],
      [ring([0, 0], [600, 0], [600, 400], [0, 400]), ring([150, 60], [450, 60], [450, 340], [150, 340])],
      [ring([10, 10], [140, 10], [140, 300], [500, 300], [500, 390], [10, 390])]
    ];
    for (const [index, land] of shapes.entries()) {
      const at = roomIn(land, frame, size);
      expect(at, String(index)).not.toBeNull();
      expect(lies(land, boxAt(at!)), String(index)).toBe(true);
    }
  });
  test('is none where too little is seen', () => {
    expect(roomIn([ring([-500, 0], [90, 0], [90, 400], [-500, 400])], frame, size)).toBeNull();
    expect(roomIn([ring([700, 0], [900, 0], [900, 400])], frame, size)).toBeNull();
    expect(roomIn([], frame, size)).toBeNull();
  });
  test('is off what is taken', () => {
    const land = [ring([0, 0], [600, 0], [600, 400], [0, 400])];
    const taken = [
      { x: 100, y: 100, width: 400, height: 200 },
      { x: 0, y: 0, width: 600, height: 40 }
    ];
    const at = roomIn(land, frame, size, taken)!;
    for (const box of taken) expect(overlaps(boxAt(at), box)).toBe(false);
  });
  test('stays where it was while that has room', () => {
    const land = [ring([0, 0], [600, 0], [600, 400], [0, 400])];
    const last = { x: 71, y: 333 };
    expect(roomIn(land, frame, size, [], last)).toBe(last);
    expect(roomIn(land, frame, size, [boxAt(last)], last)).not.toBe(last);
    expect(roomIn(land, frame, size, [], { x: 20, y: 333 })).not.toEqual({ x: 20, y: 333 });
  });
});

test('outlines are read from path data as it is written, ring by ring', () => {
  expect(ringsOf('m10 10 5 0 0 5zm20-5 1 0 0-1z')).toEqual([
    ring([10, 10], [15, 10], [15, 15]),
    ring([30, 5], [31, 5], [31, 4])
  ]);
});
