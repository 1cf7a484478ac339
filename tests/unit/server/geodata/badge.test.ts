import { expect, test } from 'vitest';
import type { SymbolShape } from '../../../../src/lib/model/dataset.ts';
import { badgePath, badgeRoom } from '../../../../src/lib/server/geodata/badge.ts';
import { GLYPHS } from '../../../../src/lib/ui/glyphs.ts';
import { SCHEMAS } from '../../../../src/lib/server/geodata/schemas.ts';

type Schema = { properties: { kinds: { items: { properties: { badge: { pattern: string } } } } } };
const { pattern } = (SCHEMAS.codes as Schema).properties.kinds.items.properties.badge;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'].filter((letter) => new RegExp(pattern).test(letter));
const shapes = Object.keys(GLYPHS) as SymbolShape[];

const pointsOf = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

test('every character that a badge may have is drawn, each as another line', () => {
  const paths = LETTERS.map((letter) => badgePath('square', letter)!);
  expect(paths.every((path) => pointsOf(path).length > 1)).toBe(true);
  expect(new Set(paths).size).toBe(LETTERS.length);
  expect(LETTERS.length).toBeGreaterThan(30);
});

test('a badge keeps inside its shape’s box, and as large as a letter must be', () => {
  for (const shape of shapes) {
    for (const badge of ['A', 'W', 'Q', 'BC', 'W8'].filter(({ length }) => length <= badgeRoom(shape))) {
      const points = pointsOf(badgePath(shape, badge)!);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      expect(Math.min(...xs, ...ys), `${shape} ${badge}`).toBeGreaterThan(3);
      expect(Math.max(...xs, ...ys), `${shape} ${badge}`).toBeLessThan(21);
      expect(Math.max(...ys) - Math.min(...ys), `${shape} ${badge}`).toBeGreaterThanOrEqual(6.3);
    }
  }
  expect(badgePath('chevron', 'A')).toBeNull();
});

test('there are symbols for as many kinds as there can be', () => {
  const one = shapes.filter((shape) => badgeRoom(shape) > 0).length * LETTERS.length;
  expect(shapes.length + one).toBeGreaterThan(32);
});
