import { describe, expect, test } from 'vitest';
import { compassPoint, placePointers, type PointerRequest } from '../../../../src/lib/map/around/pointer-layout.ts';
import { kmBeyond, roundedKm } from '../../../../src/lib/map/around/pointers.ts';
import { tipPlace } from '../../../../src/lib/map/around/tip-place.ts';
import { overlaps, type Box } from '../../../../src/lib/map/box.ts';
import { fitCamera, projector } from '../../../../src/lib/map/projection.ts';

const frame = { width: 800, height: 400 };
const size = { width: 120, height: 38 };
const more = { width: 70, height: 26 };
const to = (id: string, x: number, y: number): PointerRequest => ({ id, to: { x, y }, size });
const inFrame = ({ x, y, width, height }: Box) =>
  x >= 0 && y >= 0 && x + width <= frame.width && y + height <= frame.height;

describe('pointers to places off the map', () => {
  test('stand at the edge on the way to the place, and point at it', () => {
    const cases = [
      ['n', 400, -5000],
      ['ne', 5000, -4600],
      ['e', 9000, 200],
      ['se', 5000, 5000],
      ['s', 400, 3000],
      ['sw', -5000, 5000],
      ['w', -900, 200],
      ['nw', -5000, -5000]
    ] as const;
    for (const [direction, x, y] of cases) {
      const { box, angle } = placePointers([to('a', x, y)], frame, [], more).places.get('a')!;
      expect(compassPoint(angle), direction).toBe(direction);
      expect(inFrame(box), direction).toBe(true);
      const gap = Math.min(box.x, box.y, frame.width - box.x - box.width, frame.height - box.y - box.height);
      expect(gap, direction).toBeLessThanOrEqual(8.01);
    }
  });
  test('cover neither each other nor what is taken', () => {
    const blocked = [
      { x: 700, y: 0, width: 100, height: 120 },
      { x: 340, y: 0, width: 90, height: 90 }
    ];
    const requests = [to('a', 400, -900), to('b', 420, -2000), to('c', 900, -400), to('d', -3000, -2500)];
    const { places, left } = placePointers(requests, frame, blocked, more);
    expect(left).toEqual([]);
    const boxes = [...places.values()].map(({ box }) => box);
    for (const [at, box] of boxes.entries()) {
      expect(inFrame(box)).toBe(true);
      for (const other of [...blocked, ...boxes.slice(at + 1)]) expect(overlaps(box, other)).toBe(false);
    }
  });
  test('are never more than fit: the first go first, the rest are counted', () => {
    const requests = Array.from({ length: 12 }, (_, at) => to(String(at), 4000 * Math.cos(at), 4000 * Math.sin(at)));
    const { places, left, more: rest } = placePointers(requests, frame, [], more);
    expect(places.size + left.length).toBe(12);
    expect(places.has('0')).toBe(true);
    expect(left.length).toBeGreaterThan(0);
    for (const { box } of places.values()) expect(overlaps(box, rest!)).toBe(false);
    const area = places.size * size.width * size.height;
    expect(area).toBeLessThan(frame.width * frame.height * 0.15);
  });
  test('are left out where there is no room at all', () => {
    const full = [{ x: 0, y: 0, ...frame }];
    expect(placePointers([to('a', 900, 0)], frame, full, more)).toEqual({ places: new Map(), left: ['a'], more: null });
    expect(placePointers([to('a', 900, 0)], { width: 60, height: 30 }, [], more).left).toEqual(['a']);
  });
});

describe('how far a place is beyond the edge', () => {
  const camera = fitCamera([20, 42, 22, 43], frame, { min: 0, max: 20 });
  test('is nothing inside', () => expect(kmBeyond([21, 42.5], camera, frame)).toBe(0));
  test('grows from the edge, a degree of latitude being 111 km', () => {
    const at = (lat: number) => kmBeyond([camera.center[0], lat], camera, frame);
    expect(at(46) - at(45)).toBeCloseTo(111.2, 0);
    const edge = [44, 43, 42.9].find((lat) => projector(camera, frame)([21, lat]).y < 0)!;
    expect(at(edge)).toBeGreaterThan(0);
  });
  test('is told as precisely as it is read, and never as none', () => {
    expect([0.2, 7.4, 38, 243, 1944].map(roundedKm)).toEqual([1, 7, 40, 240, 1950]);
  });
});

describe('the card beside a mark', () => {
  const card = { width: 200, height: 100 };
  const anchor = { x: 300, y: 180, width: 100, height: 30 };
  const at = (around: Box, blocked: Box[] = [], busy: Box[] = []) => ({
    ...tipPlace(around, card, frame, blocked, busy),
    ...card
  });
  test('stands to the right, and never on the mark where there is room', () => {
    expect(at(anchor).x).toBe(406);
    for (const x of [0, 350, 700])
      for (const y of [0, 180, 370]) expect(overlaps(at({ ...anchor, x, y }), { ...anchor, x, y })).toBe(false);
  });
  test('keeps off controls, and off other marks where it can', () => {
    const right = { x: 410, y: 100, width: 390, height: 300 };
    expect(overlaps(at(anchor, [right]), right)).toBe(false);
    expect(overlaps(at(anchor, [], [right]), right)).toBe(false);
  });
  test('is inside the frame', () => {
    for (const x of [0, 400, 700]) for (const y of [0, 200, 370]) expect(inFrame(at({ ...anchor, x, y }))).toBe(true);
  });
});
