import { expect, test } from 'vitest';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import { validateGeodata } from '../../src/lib/server/geodata/validate.ts';

test('the data has no problem and no warning', () => {
  expect(formatReport(validateGeodata('geodata').problems)).toBe('');
});

test('the data is complete: 5 articles, 101 claims, 27 relations, 33 external facts', () => {
  const { articles, claims, relations, external } = loadDataset('geodata');
  expect([articles, claims, relations, external].map(({ length }) => length)).toEqual([5, 101, 27, 33]);
});
