import { describe, expect, test } from 'vitest';
import { boxAround, overlaps, type Box } from '../../../../src/lib/map/box.ts';
import {
  labelsInSlots,
  labelSlots,
  placeLabels,
  type LabelRequest
} from '../../../../src/lib/map/overlay/label-layout.ts';

const frame = { width: 400, height: 300 };
const size = { width: 80, height: 30 };
const pin = (id: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  id,
  kind: 'pin',
  at: { x, y },
  radius: 15,
  size,
  ...more
});

describe('labels', () => {
  test('a name with room all around is never left out for a fraction of a pixel', () => {
    for (let step = 0; step < 200; step++) {
      const request = pin('a', 150.1 + step * 0.37, 100.3 + step * 0.11, {
        kind: 'name',
        radius: 3,
        size: { width: 49, height: 13.7 }
      });
      expect(placeLabels([request], frame).get('a'), String(step)).not.toBeNull();
    }
  });
  test('words stand to the right of their mark where there is room', () => {
    const place = placeLabels([pin('a', 100, 100)], frame).get('a')!;
    expect(place.side).toBe('right');
    expect(place.box.x).toBeGreaterThanOrEqual(115);
    // Its first line is at the height of the mark.
    expect(place.box.y).toBe(92.5);
  });
  test('at the right edge of the map they stand to the left', () => {
    const { box, side } = placeLabels([pin('a', 380, 100)], frame).get('a')!;
    expect(side).toBe('left');
    expect(box.x + box.width).toBeLessThanOrEqual(365);
  });
  test('where there is no room they lie on other lettering rather than on a control', () => {
    const control = { x: 115, y: 0, width: 285, height: 300 };
    const lettering = { x: 0, y: 0, width: 85, height: 300 };
    const above = { x: 0, y: 0, width: 400, height: 84 };
    const below = { x: 0, y: 116, width: 400, height: 184 };
    const place = placeLabels([pin('a', 100, 100)], frame, {
      blocked: [control, above, below],
      lettered: [lettering]
    }).get('a')!;
    expect(place.side).toBe('left');
  });
  test('words of neighbours do not cover each other, nor the other mark', () => {
    const requests = [pin('a', 150, 150), pin('b', 190, 160), pin('c', 160, 190)];
    const places = placeLabels(requests, frame);
    const boxes = requests.map(({ id }) => places.get(id)!.box);
    for (const [i, box] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      for (const [j, { at, radius }] of requests.entries()) {
        if (j !== i) expect(overlaps(box, boxAround(at, radius))).toBe(false);
      }
    }
  });
  test('a chip stays at its place where nothing is in its way', () => {
    const { box, leader } = placeLabels([pin('area', 200, 150, { kind: 'chip', radius: 0 })], frame).get('area')!;
    expect(box).toEqual({ x: 160, y: 135, ...size });
    expect(leader).toBe(false);
  });
  test('a chip gives way to a mark under it, and is tied to its place by a line once it has left it', () => {
    const requests = [pin('site', 200, 150, { radius: 40 }), pin('area', 200, 150, { kind: 'chip', radius: 0 })];
    const { box, leader } = placeLabels(requests, frame).get('area')!;
    expect(overlaps(box, { x: 160, y: 110, width: 80, height: 80 })).toBe(false);
    expect(leader).toBe(true);
  });
  test('a mere name is left out where there is no room; the words of a mark never are', () => {
    const wall: Box = { x: 0, y: 0, ...frame };
    const places = placeLabels([pin('mark', 100, 100), pin('town', 300, 200, { kind: 'name', radius: 3 })], frame, {
      blocked: [wall]
    });
    expect(places.get('town')).toBeNull();
    expect(places.get('mark')).not.toBeNull();
  });
  test('words keep clear of what lies over the map', () => {
    const controls: Box = { x: 110, y: 80, width: 200, height: 40 };
    const { box } = placeLabels([pin('a', 100, 100)], frame, { blocked: [controls] }).get('a')!;
    expect(overlaps(box, controls)).toBe(false);
  });
});

describe('labels that say more on some days', () => {
  const year = [pin('a', 150, 150), pin('b', 190, 160), pin('c', 395, 60), pin('d', 200, 250, { kind: 'chip' })];
  const slots = labelSlots(year, frame);
  const on = (height: number, width = size.width) =>
    labelsInSlots(
      slots,
      year.map((request) => ({ ...request, size: { width, height } })),
      frame
    );

  test('keep their first line where it is, and their side', () => {
    const [short, long] = [on(15), on(30)];
    for (const { id } of year) {
      const [a, b] = [short.get(id)!, long.get(id)!];
      expect([a.box.x, a.box.y, a.side], id).toEqual([b.box.x, b.box.y, b.side]);
    }
  });
  test('are narrower away from their mark, not towards it', () => {
    const [narrow, wide] = [on(15, 40), on(15)];
    for (const { id } of year) {
      const [a, b] = [narrow.get(id)!, wide.get(id)!];
      if (a.side === 'left') expect(a.box.x + a.box.width, id).toBe(b.box.x + b.box.width);
      else expect(a.box.x, id).toBe(b.box.x);
    }
    expect(new Set(year.map(({ id }) => slots.get(id)!.side))).toContain('left');
  });
  test('one without room for all that it may say has room for the least, and says no more on any day', () => {
    const [low, all, least] = [
      { width: 200, height: 24 },
      { width: 80, height: 45 },
      { width: 80, height: 15 }
    ];
    const mark = pin('a', 20, 12, { radius: 10, size: all, short: least });
    expect(labelSlots([mark], low).get('a')).toMatchObject({ short: true, box: least });
    expect(placeLabels([mark], low).get('a')).toMatchObject({ short: true, box: least });
    expect(placeLabels([mark], frame).get('a')!.short).toBeUndefined();
  });
  test('a name that would lie on one of them is left out only on that day', () => {
    const town = pin('town', 100, 100, { kind: 'name', radius: 3 });
    const mark = pin('mark', 120, 100);
    const room = labelSlots([mark, town], { width: 140, height: 30 });
    expect(labelsInSlots(room, [town], { width: 2000, height: 2000 }).get('town')).not.toBeNull();
    expect(labelsInSlots(room, [mark, town], { width: 140, height: 30 }).get('town')).toBeNull();
  });
});
