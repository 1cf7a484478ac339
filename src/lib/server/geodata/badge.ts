import type { SymbolShape } from '../../model/dataset.ts';

/*
 * One or two letters or digits in a symbol, drawn as lines: the same wherever symbols are drawn, without a font. Lines of
 * points in a box of 4 by 6 units. I and O are left out: they would be 1 and 0.
 */
const LETTERS: Record<string, string> = {
  A: '0 6,2 0,4 6|.8 4,3.2 4',
  B: '0 0,3 0,4 1,4 2,3 3,0 3|3 3,4 4,4 5,3 6,0 6,0 0',
  C: '4 1,3 0,1 0,0 1,0 5,1 6,3 6,4 5',
  D: '0 0,2.5 0,4 1.5,4 4.5,2.5 6,0 6,0 0',
  E: '4 0,0 0,0 6,4 6|0 3,3 3',
  F: '4 0,0 0,0 6|0 3,3 3',
  G: '4 1,3 0,1 0,0 1,0 5,1 6,3 6,4 5,4 3.4,2.4 3.4',
  H: '0 0,0 6|4 0,4 6|0 3,4 3',
  J: '4 0,4 5,3 6,1 6,0 5',
  K: '0 0,0 6|4 0,0 3.5|1.2 2.6,4 6',
  L: '0 0,0 6,4 6',
  M: '0 6,0 0,2 3,4 0,4 6',
  N: '0 6,0 0,4 6,4 0',
  P: '0 6,0 0,3 0,4 1,4 2.5,3 3.5,0 3.5',
  Q: '1 0,3 0,4 1,4 5,3 6,1 6,0 5,0 1,1 0|2.6 4.6,4.3 6.5',
  R: '0 6,0 0,3 0,4 1,4 2.3,3 3.3,0 3.3|2 3.3,4 6',
  S: '4 1,3 0,1 0,0 1,0 2,1 3,3 3,4 4,4 5,3 6,1 6,0 5',
  T: '0 0,4 0|2 0,2 6',
  U: '0 0,0 5,1 6,3 6,4 5,4 0',
  V: '0 0,2 6,4 0',
  W: '0 0,1 6,2 2.5,3 6,4 0',
  X: '0 0,4 6|4 0,0 6',
  Y: '0 0,2 3,4 0|2 3,2 6',
  Z: '0 0,4 0,0 6,4 6',
  0: '1.2 0,2.8 0,4 1.4,4 4.6,2.8 6,1.2 6,0 4.6,0 1.4,1.2 0',
  1: '.8 1.4,2.4 0,2.4 6',
  2: '0 1,1 0,3 0,4 1,4 2,0 6,4 6',
  3: '0 1,1 0,3 0,4 1,4 2,3 3,1.6 3|3 3,4 4,4 5,3 6,1 6,0 5',
  4: '3 6,3 0,0 4.2,4 4.2',
  5: '4 0,0 0,0 2.6,3 2.6,4 3.6,4 5,3 6,1 6,0 5',
  6: '4 1,3 0,1 0,0 1,0 5,1 6,3 6,4 5,4 4,3 3,0 3',
  7: '0 0,4 0,1.6 6',
  8: '1 0,3 0,4 1,4 2,3 3,1 3,0 2,0 1,1 0|1 3,0 4,0 5,1 6,3 6,4 5,4 4,3 3',
  9: '4 3,1 3,0 2,0 1,1 0,3 0,4 1,4 5,3 6,1 6,0 5'
};
const LETTER = { width: 4, height: 6, gap: 2.3 };

/** The room inside a shape, in units of its box of 24: centre, width and height. Chevron and burst have none. */
const ROOM: Partial<Record<SymbolShape, [x: number, y: number, width: number, height: number]>> = {
  diamond: [12, 12, 7.5, 9.5],
  square: [12, 12, 12.5, 11],
  hexagon: [12, 12, 12.5, 11],
  triangle: [12, 15, 7, 7.5],
  bell: [12, 10.4, 7.5, 9.5],
  circle: [12, 12, 12, 10],
  bubble: [12, 9.9, 14, 8.5],
  ballot: [12, 16.1, 13, 8],
  flag: [13.4, 8.4, 12, 6.8]
};

/** Lower letters are no letters at 14 px. */
const LEAST_HEIGHT = 6.5;

/** How many characters a shape has room for. */
export function badgeRoom(shape: SymbolShape): 0 | 1 | 2 {
  if (badgePath(shape, 'BB') !== null) return 2;
  return badgePath(shape, 'B') === null ? 0 : 1;
}

/** A badge as SVG path data for a line inside the shape; `null` where that has no room for it. */
export function badgePath(shape: SymbolShape, badge: string): string | null {
  const room = ROOM[shape];
  if (!room) return null;
  const [x, y, width, height] = room;
  const wide = badge.length * LETTER.width + (badge.length - 1) * LETTER.gap;
  const scale = Math.min(width / wide, height / LETTER.height);
  if (scale * LETTER.height < LEAST_HEIGHT) return null;
  const place = (at: number, point: string) => {
    const [px, py] = point.split(' ').map(Number) as [number, number];
    const across = at * (LETTER.width + LETTER.gap) + px - wide / 2;
    return `${tenth(x + across * scale)} ${tenth(y + (py - LETTER.height / 2) * scale)}`;
  };
  return [...badge]
    .flatMap((letter, at) =>
      (LETTERS[letter] ?? '').split('|').map((line) => line.split(',').map((one) => place(at, one)))
    )
    .map((points) => `M${points.join('L')}`)
    .join('');
}

const tenth = (n: number) => Math.round(n * 10) / 10;

/** A badge that is not taken, of a label’s own letters if possible: one character, as that is easier to read than two. */
export function freeBadge(label: string, taken: readonly (string | undefined)[]): string {
  const wanted = [...(label.toUpperCase().match(/[A-HJ-NP-Z]/g) ?? []), ...'123456789', ...Object.keys(LETTERS)];
  return wanted.find((each) => !taken.includes(each)) ?? 'A2';
}
