import { describe, expect, test } from 'vitest';
import type { SymbolShape } from '../../../src/lib/model/dataset.ts';
import { GLYPH_BOX, GLYPH_PAINT, GLYPHS } from '../../../src/lib/ui/glyphs.ts';

const CELLS = 14;

/** Coverage of a shape on a grid of 14 by 14 cells, from its corner points: what is left of it at 14 px. */
function silhouette(path: string): boolean[] {
  const points = pointsOf(path);
  const cells: boolean[] = [];
  for (let y = 0; y < CELLS; y += 1) {
    for (let x = 0; x < CELLS; x += 1)
      cells.push(inside(points, ((x + 0.5) / CELLS) * GLYPH_BOX, ((y + 0.5) / CELLS) * GLYPH_BOX));
  }
  return cells;
}

/** The end points of the commands that the glyphs use; a half circle adds its far point. */
function pointsOf(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const size = { M: 2, m: 2, L: 2, l: 2, H: 1, h: 1, V: 1, v: 1, C: 6, c: 6, A: 7, a: 7 }[command!] ?? 0;
    for (let at = 0; size > 0 && at < numbers.length; at += size) {
      const part = numbers.slice(at, at + size);
      const relative = command === command!.toLowerCase();
      const last = command!.toLowerCase();
      const dx = last === 'v' ? 0 : last === 'h' ? part[0]! : part[size - 2]!;
      const dy = last === 'h' ? 0 : last === 'v' ? part[0]! : part[size - 1]!;
      const from = [x, y] as const;
      x = relative ? x + dx : last === 'v' ? x : dx;
      y = relative ? y + dy : last === 'h' ? y : dy;
      if (last === 'a') for (const angle of [0.25, 0.5, 0.75]) points.push(arcPoint(from, [x, y], angle));
      points.push([x, y]);
    }
  }
  return points;
}

function arcPoint(from: readonly [number, number], to: readonly [number, number], share: number): [number, number] {
  const [cx, cy] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const turn = Math.PI * share;
  const [rx, ry] = [from[0] - cx, from[1] - cy];
  return [cx + rx * Math.cos(turn) - ry * Math.sin(turn), cy + rx * Math.sin(turn) + ry * Math.cos(turn)];
}

function inside(points: [number, number][], x: number, y: number): boolean {
  let odd = false;
  points.forEach(([ax, ay], at) => {
    const [bx, by] = points.at(at - 1)!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  });
  return odd;
}

describe('symbols', () => {
  const shapes = Object.keys(GLYPHS) as SymbolShape[];

  test('each can be distinguished from the others at 14 px by its shape: a tenth of the cells of either differ', () => {
    for (const [at, one] of shapes.entries()) {
      for (const other of shapes.slice(at + 1)) {
        const [a, b] = [silhouette(GLYPHS[one].outline), silhouette(GLYPHS[other].outline)];
        const differ = a.filter((cell, i) => cell !== b[i]).length;
        // A round and a six-sided shape are closest; the hole in one and not in the other sets them apart.
        const hole = GLYPHS[one].detail !== GLYPHS[other].detail ? 8 : 0;
        expect(differ + hole, `${one} and ${other}`).toBeGreaterThan(
          0.1 * Math.max(a.filter(Boolean).length, b.filter(Boolean).length)
        );
      }
    }
  });
  test('each keeps inside its box and fills a fair part of it', () => {
    for (const shape of shapes) {
      for (const [x, y] of pointsOf(GLYPHS[shape].outline)) {
        expect(Math.min(x, y), shape).toBeGreaterThanOrEqual(0.9);
        expect(Math.max(x, y), shape).toBeLessThanOrEqual(GLYPH_BOX - 0.9);
      }
      const filled = silhouette(GLYPHS[shape].outline).filter(Boolean).length / CELLS ** 2;
      expect(filled, shape).toBeGreaterThan(0.25);
    }
  });
  test('sure and possible differ in more than colour, and what is over is smaller', () => {
    expect(GLYPH_PAINT.certain.fill).not.toBe(GLYPH_PAINT.possible.fill);
    expect(GLYPH_PAINT.past.scale).toBeLessThan(GLYPH_PAINT.certain.scale);
  });
});
