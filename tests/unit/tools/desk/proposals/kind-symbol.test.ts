import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Codes } from '../../../../../src/lib/model/dataset.ts';
import { freeSymbols } from '../../../../../src/tools/desk/proposals/kind-symbol.ts';

const { kinds } = JSON.parse(readFileSync('geodata/codes.json', 'utf8')) as Codes;

test('a new kind is offered symbols that no kind has, in the shapes of its colour first', () => {
  const offered = freeSymbols('Border closed', 'force', kinds);
  const taken = kinds.map(({ shape, badge }) => `${shape} ${badge}`);
  expect(offered.filter(({ shape, badge }) => taken.includes(`${shape} ${badge}`))).toEqual([]);
  expect(kinds.filter(({ shape }) => shape === offered[0]!.shape).map(({ group }) => group)).toContain('force');
  expect(offered[0]).toMatchObject({ badge: 'B', detail: expect.stringMatching(/^M/) });
});

test('once a letter is taken, the next of the label is offered (never O, which would be 0)', () => {
  const [first] = freeSymbols('Border closed', 'force', kinds);
  const more = [...kinds, { id: 'x', label: 'Border closed', group: 'force' as const, ...first! }];
  expect(freeSymbols('Border closed', 'force', more).find(({ shape }) => shape === first!.shape)?.badge).toBe('R');
});
