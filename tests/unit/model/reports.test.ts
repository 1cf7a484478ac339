import { expect, test } from 'vitest';
import type { Claim } from '../../../src/lib/model/dataset.ts';
import type { DatasetIndex } from '../../../src/lib/model/index-dataset.ts';
import { supportOf } from '../../../src/lib/model/reports.ts';

const origin = (id: string, voice?: string) => ({ id, name: id, note: '', ...(voice === undefined ? {} : { voice }) });
const origins = [origin('speeches', 'warden'), origin('interview', 'warden'), origin('agency'), origin('outlet')];
const index = { origins: new Map(origins.map((each) => [each.id, each])) } as DatasetIndex;
const claim = (id: string, of: string) => ({ id, article: 'paper', origin: of }) as Claim;
const sources = (...ids: string[]) =>
  supportOf(
    index,
    ids.map((of, at) => claim(`paper-${at}`, of))
  ).origins;

test('a voice is one source, wherever it spoke', () => {
  expect(sources('speeches', 'interview')).toBe(1);
  expect(sources('speeches', 'interview', 'agency')).toBe(2);
});

test('origins without a voice in common are one source each, however many claims go back to them', () => {
  expect(sources('agency', 'outlet', 'agency')).toBe(2);
});
