import { expect, test } from 'vitest';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import type { Claim, Dataset, Quantity } from '../../../src/lib/model/dataset.ts';
import { figuresOf } from '../../../src/lib/model/figures.ts';
import type { DatasetIndex } from '../../../src/lib/model/index-dataset.ts';
import { figureLabel, figuresByMeasure, quantityWords } from '../../../src/lib/panels/claim-words.ts';

const codes = {
  measures: [
    { id: 'killed', label: 'killed' },
    { id: 'injured', label: 'injured' },
    { id: 'added', label: 'troops added' }
  ],
  statuses: [{ id: 'decided', label: 'decided' }],
  parties: [
    { id: 'rioters', label: 'Rioters' },
    { id: 'police', label: 'Police' }
  ]
};
const index = {
  articles: new Map(),
  dataset: { codes, relations: [] } as unknown as Dataset
} as unknown as DatasetIndex;
const count = (measure: string, party: string, value: number, more: Partial<Quantity> = {}) =>
  ({ measure, party, value, unit: 'persons', bound: 'exact', lower: value, upper: value, ...more }) as Quantity;

test('the measure comes before its parties: a party before it would read as the one that did it', () => {
  const quantities = [
    count('killed', 'rioters', 3),
    count('injured', 'rioters', 2, { severity: 'serious' }),
    count('killed', 'police', 1)
  ];
  const claims = [{ claim: { id: 'a', article: 'paper', quantities } as Claim, reported: 'certain' as const }];
  expect(figuresByMeasure(english, index, figuresOf(index, claims))).toEqual([
    {
      measure: 'killed',
      parties: [
        { party: 'Rioters', value: '3' },
        { party: 'Police', value: '1' }
      ]
    },
    { measure: 'seriously injured', parties: [{ party: 'Rioters', value: '2' }] }
  ]);
});

test('with one party, too', () => {
  expect(figureLabel(english, index, { measure: 'killed', party: 'rioters', severity: null })).toBe('killed, Rioters');
});

test('how far a reinforcement had come is part of what is counted, as in the time panel', () => {
  const quantity = count('added', 'none', 700, { party: undefined, unit: 'troops', status: 'decided' });
  expect(quantityWords(english, index, quantity)).toEqual({
    label: 'troops added, decided',
    value: '700',
    labels: ['troops added', 'decided']
  });
});

test('a best estimate keeps its low and its high one in lists, and a figure of several readings its words', () => {
  const quantities = [
    count('killed', 'rioters', 12, { bound: 'estimate', lower: 8, upper: 15 }),
    count('killed', 'police', 3, { bound: 'ambiguous', lower: null, upper: null, expressedAs: 'low 5, best 3, high 9' })
  ];
  const claim = { id: 'a', article: 'x', quantities } as Claim;
  const [{ parties } = { parties: [] }] = figuresByMeasure(
    english,
    index,
    figuresOf(index, [{ claim, reported: 'certain' }])
  );
  expect(parties.map(({ value }) => value)).toEqual([
    '12 (8 to 15)',
    '“low 5, best 3, high 9”, open to several readings'
  ]);
});
