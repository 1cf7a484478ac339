import { expect, test } from 'vitest';
import { badgeRoom } from '../../../../src/lib/server/geodata/badge.ts';
import { SCHEMAS } from '../../../../src/lib/server/geodata/schemas.ts';
import { MOST_KINDS, withSymbols } from '../../../../src/tools/data-folder/codes.ts';

type Schema = {
  properties: {
    kinds: { maxItems: number; items: { properties: { shape: { enum: string[] }; badge: { pattern: string } } } };
  };
};
const { maxItems, items } = (SCHEMAS.codes as Schema).properties.kinds;

test('as many kinds as a list of codes holds have symbols of their own', () => {
  expect(MOST_KINDS).toBe(maxItems);
  const labels = Array.from({ length: MOST_KINDS }, (_, at) => (at % 3 ? `Kind ${at}` : 'Ioio抗'));
  const kinds = withSymbols(labels.map((label, at) => ({ id: `k${at}`, label })));
  expect(new Set(kinds.map(({ shape, badge = '' }) => `${shape} ${badge}`)).size).toBe(MOST_KINDS);
  for (const { shape, badge = '' } of kinds) {
    expect(badge).toMatch(new RegExp(`^$|${items.properties.badge.pattern}`));
    expect(badge.length).toBeLessThanOrEqual(badgeRoom(shape));
  }
  // No badge as long as there are shapes.
  const plain = kinds.filter(({ badge }) => badge === undefined).map(({ shape }) => shape);
  expect([...plain].sort()).toEqual([...items.properties.shape.enum].sort());
});
