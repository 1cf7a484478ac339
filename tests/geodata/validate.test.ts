import { expect, test } from 'vitest';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import { validateGeodata } from '../../src/lib/server/geodata/validate.ts';

test('the data has no problem and no warning', () => {
  expect(formatReport(validateGeodata('geodata').problems)).toBe('');
});

test('the data has the five articles, with all that is made of each', () => {
  const { articles, claims, events, relations, external } = loadDataset('geodata');
  const claimsOf = (article: string) => claims.filter((claim) => claim.article === article).length;
  // More may come; nothing may be lost.
  for (const [id, least] of [
    ['blazetrends-2023-05-30', 24],
    ['topwar-2023-09-29', 14],
    ['unidentified-2023-11-20', 16],
    ['ocnal-2023-11-27', 25],
    ['postsen-2023-12-07', 22]
  ] as const) {
    expect(articles.map((article) => article.id)).toContain(id);
    expect(claimsOf(id), id).toBeGreaterThanOrEqual(least);
  }
  expect(events.length).toBeGreaterThanOrEqual(17);
  expect(relations.length).toBeGreaterThanOrEqual(27);
  expect(external.length).toBeGreaterThanOrEqual(33);
});
