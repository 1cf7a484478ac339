import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatherFolder } from '../../../../../src/lib/server/geodata/validate.ts';
import { evaluateProposals, formatScores, withoutArticle } from '../../../../../src/tools/desk/proposals/evaluation.ts';
import { REGION, REGION_TEXTS } from '../../../server/geodata/fixture.ts';

const data = gatherFolder(REGION);
const courier = data.articles.find(({ item }) => item.id.startsWith('courier'))!.item;
const text = readFileSync(join(REGION_TEXTS, courier.text!.file), 'utf8');

/** The scores of the first claim of the Courier, curated with this number of injured. */
function scoresFor(value: number) {
  const [claim] = courier.claims;
  const quantities = claim!.quantities.map((quantity) => ({ ...quantity, value, lower: value, upper: value }));
  const [score] = evaluateProposals(data, [{ article: { ...courier, claims: [{ ...claim!, quantities }] }, text }]);
  return score!;
}

test('a figure that is proposed as it was curated is found and right', () => {
  expect(scoresFor(12)).toMatchObject({ curated: 1, found: 1, proposed: 1, right: 1, missed: [], extra: [] });
});

test('a figure that was curated otherwise is missed, and what is proposed is beside it', () => {
  const score = scoresFor(13);
  expect(score).toMatchObject({ curated: 1, found: 0, proposed: 1, right: 0 });
  expect(score.missed[0]).toContain('courier-01: injured 13 guard');
  expect(score.extra).toEqual(['courier-01: injured 12 guard']);
  expect(formatScores([score])).toContain('0 % (0/1)');
});

test('an article is taken in again as if nothing of it were known', () => {
  const left = withoutArticle(data, courier.id);
  expect(left.claims.length).toBeGreaterThan(0);
  expect(
    JSON.stringify([left.claims, left.events, left.relations].map((list) => list.map(({ item }) => item)))
  ).not.toContain('courier-');
  expect(left.events.every(({ item }) => item.claims.length > 0)).toBe(true);
});
