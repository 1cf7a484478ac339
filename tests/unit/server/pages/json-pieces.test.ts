import { expect, test } from 'vitest';
import { jsonPieces } from '../../../../src/lib/server/pages/json-pieces.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';

const numbers = (length: number) => Array.from({ length }, (_, at) => at);

test('the pieces together are what JSON.stringify gives', () => {
  const of = (length: number) => numbers(length).map((at) => ({ at, text: `“${at}”\n`, none: undefined }));
  const values = [
    loadDataset('tests/fixtures/region'),
    { dataset: { events: of(2500), claims: of(1000), info: { left: undefined, policy: [] }, troops: null }, names: [] },
    { a: {}, b: [], c: undefined, d: { only: undefined } },
    of(2000),
    [],
    {},
    null,
    'text'
  ];
  for (const value of values) expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
});

test('no piece of a long list is the whole of it', () => {
  const pieces = [...jsonPieces({ dataset: { events: numbers(5000) } })];
  const whole = pieces.join('').length;
  for (const piece of pieces) expect(piece.length).toBeLessThan(whole / 3);
});
