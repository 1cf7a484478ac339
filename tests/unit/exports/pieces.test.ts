import { expect, test } from 'vitest';
import { each, jsonPieces } from '../../../src/lib/exports/pieces.ts';

/** As one text, positions on one line each. */
const whole = (value: object) =>
  `${JSON.stringify(value, null, 2).replace(/\[\n\s+(-?[\d.]+),\n\s+(-?[\d.]+)\n\s+\]/g, '[$1, $2]')}\n`;

test('the pieces together are the indented JSON', () => {
  const values = [
    {},
    { a: [], b: {}, c: null, d: undefined, e: 'a\nb', f: [1, 2], g: [1, 2, 3], h: ['x', 'y'] },
    { list: [{ lngLat: [20.5, -42] }, { empty: [], text: '“\n”', deep: { ring: [[[1, 2]]] } }, null, [0, 1]] }
  ];
  for (const value of values) expect([...jsonPieces(value)].join('')).toBe(whole(value));
});

test('a list that is made as it is written is written like any other, an item for each piece', () => {
  let made = 0;
  const items = each([1, 2, 3], (n) => ({ n, nth: ++made }));
  let lastSeen = 0;
  const pieces = [];
  for (const piece of jsonPieces({ items })) {
    expect(made - lastSeen).toBeLessThanOrEqual(1);
    lastSeen = made;
    pieces.push(piece);
  }
  expect(pieces.join('')).toBe(whole({ items: [1, 2, 3].map((n) => ({ n, nth: n })) }));
});
