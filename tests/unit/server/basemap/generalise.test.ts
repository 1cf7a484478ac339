import { describe, expect, test } from 'vitest';
import {
  clipLine,
  clipRing,
  pathData,
  ringArea,
  simplify,
  type Position
} from '../../../../src/lib/server/basemap/generalise.ts';

const box = [0, 0, 10, 10] as const;

describe('cutting to a frame', () => {
  test('a line that leaves and comes back is two lines, ended at the edge', () => {
    expect(
      clipLine(
        [
          [5, 5],
          [15, 5],
          [15, 8],
          [5, 8]
        ],
        box
      )
    ).toEqual([
      [
        [5, 5],
        [10, 5]
      ],
      [
        [10, 8],
        [5, 8]
      ]
    ]);
  });
  test('a line that passes through without a point inside is kept', () => {
    expect(
      clipLine(
        [
          [-5, 5],
          [15, 5]
        ],
        box
      )
    ).toEqual([
      [
        [0, 5],
        [10, 5]
      ]
    ]);
  });
  test('a line outside is nothing', () => {
    expect(
      clipLine(
        [
          [20, 20],
          [30, 20]
        ],
        box
      )
    ).toEqual([]);
  });
  test('a ring round the whole frame becomes the frame', () => {
    expect(
      ringArea(
        clipRing(
          [
            [-5, -5],
            [15, -5],
            [15, 15],
            [-5, 15],
            [-5, -5]
          ],
          box
        )
      )
    ).toBe(100);
  });
  test('a ring half outside keeps the half inside, closed', () => {
    const cut = clipRing(
      [
        [5, 2],
        [15, 2],
        [15, 6],
        [5, 6],
        [5, 2]
      ],
      box
    );
    expect(ringArea(cut)).toBe(20);
    expect(cut.at(-1)).toEqual(cut[0]);
  });
});

describe('simplifying', () => {
  const wave: Position[] = Array.from({ length: 200 }, (_, x) => [
    x,
    Math.round(40 * Math.sin(x / 17) + 3 * Math.sin(x * 2.7))
  ]);
  test('leaves no point farther from the result than the tolerance', () => {
    for (const tolerance of [1, 4, 12]) {
      const kept = simplify(wave, tolerance);
      const distance = ([x, y]: Position) =>
        Math.min(
          ...kept.slice(1).map(([bx, by], at) => {
            const [ax, ay] = kept[at]!;
            const along = Math.min(
              Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2), 0),
              1
            );
            return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
          })
        );
      expect(Math.max(...wave.map(distance))).toBeLessThanOrEqual(tolerance);
      expect(kept.length).toBeLessThan(wave.length);
    }
  });
  test('keeps both ends, and a straight line has nothing else', () => {
    expect(
      simplify(
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [9, 9]
        ],
        0.5
      )
    ).toEqual([
      [0, 0],
      [9, 9]
    ]);
  });
});

test('a ring smaller than the tolerance falls together, and none stays none', () => {
  const speck: Position[] = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0]
  ];
  expect(simplify(speck, 5)).toEqual([
    [0, 0],
    [0, 0]
  ]);
  expect(simplify(clipRing(speck, [10, 10, 20, 20]), 1)).toEqual([]);
});

describe('path data', () => {
  /** What an SVG reader makes of it. */
  const read = (d: string): Position[][] => {
    let pen: Position = [0, 0];
    return d
      .split('m')
      .slice(1)
      .map((part) => {
        const numbers = part.match(/-?\d+/g)!.map(Number);
        const line: Position[] = [];
        for (let at = 0; at < numbers.length; at += 2)
          line.push((pen = [pen[0] + numbers[at]!, pen[1] + numbers[at + 1]!]));
        if (part.endsWith('z')) line.push((pen = line[0]!));
        return line;
      });
  };
  test('says the lines that it was made of', () => {
    const lines: Position[][] = [
      [
        [3, -4],
        [10, 0],
        [-2, 7]
      ],
      [
        [-5, -5],
        [0, 0]
      ]
    ];
    expect(read(pathData(lines, false))).toEqual(lines);
    const rings: Position[][] = [
      [
        [0, 0],
        [8, 0],
        [8, 8],
        [0, 0]
      ],
      [
        [20, 20],
        [25, 20],
        [20, 26],
        [20, 20]
      ]
    ];
    expect(read(pathData(rings, true))).toEqual(rings);
  });
  test('is relative and has no needless spaces', () => {
    expect(
      pathData(
        [
          [
            [1, 2],
            [3, 1],
            [4, 5]
          ]
        ],
        false
      )
    ).toBe('m1 2 2-1 1 4');
  });
});
