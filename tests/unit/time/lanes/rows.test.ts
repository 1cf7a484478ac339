import { expect, test } from 'vitest';
import { packRows, shortened } from '../../../../src/lib/time/lanes/rows.ts';
import { textWidth } from '../../../../src/lib/svg/text-width.ts';

test('boxes that do not touch share a row', () => {
  expect(
    packRows(
      [
        { left: 0, right: 10 },
        { left: 12, right: 20 }
      ],
      2
    )
  ).toEqual({ rows: [0, 0], count: 1 });
});

test('boxes nearer than the gap are put below each other', () => {
  expect(
    packRows(
      [
        { left: 0, right: 10 },
        { left: 11, right: 20 }
      ],
      2
    )
  ).toEqual({ rows: [0, 1], count: 2 });
});

test('nothing needs no row', () => {
  expect(packRows([], 4)).toEqual({ rows: [], count: 0 });
});

test('boxes in order never overlap in a row, and take no more rows than lie over one point', () => {
  let state = 7;
  const random = (upTo: number) => (state = (state * 1664525 + 1013904223) % 4294967296) % upTo;
  for (let round = 0; round < 50; round++) {
    const boxes = Array.from({ length: 40 }, () => {
      const left = random(1000);
      return { left, right: left + 1 + random(120) };
    }).sort((a, b) => a.left - b.left);
    const { rows, count } = packRows(boxes, 0);
    const depth = Math.max(
      ...boxes.map(({ left }) => boxes.filter((box) => box.left <= left && box.right > left).length)
    );
    expect(count).toBe(depth);
    for (const [i, a] of boxes.entries()) {
      for (const [j, b] of boxes.entries()) {
        if (i < j && rows[i] === rows[j]) expect(b.left >= a.right || b.right <= a.left).toBe(true);
      }
    }
  }
});

test('a text is cut between words and says so', () => {
  expect(shortened('Force takes position in a town', 10_000, 11)).toBe('Force takes position in a town');
  const short = shortened('Force takes position in a town', 120, 11);
  expect(shortened('Force takes position in a town', 90, 11)).toBe('Force takes…');
  expect(short).toBe('Force takes position…');
  expect(textWidth(short, 11)).toBeLessThanOrEqual(120);
});

test('a first word that does not fit leaves only the mark of omission', () => {
  expect(shortened('Municipalities', 20, 11)).toBe('…');
});
