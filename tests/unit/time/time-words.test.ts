import { expect, test } from 'vitest';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import type { Codes } from '../../../src/lib/model/dataset.ts';
import type { DatasetIndex } from '../../../src/lib/model/index-dataset.ts';
import type { TroopState } from '../../../src/lib/model/troops.ts';
import { coverageLine, eventName, stockLine, windowLabel } from '../../../src/lib/time/time-words.ts';
import { measureLabel, stepLabel } from '../../../src/lib/time/troop-chart/chart-words.ts';
import { article, day, event, step, total } from './fixture.ts';

const index = {
  articles: new Map([
    ['a', article('The Post', '2023-05-30')],
    ['b', article('The Times', '2023-05-30')]
  ])
} as unknown as DatasetIndex;
const codes = {
  kinds: [{ id: 'patrol', label: 'Patrol' }],
  statuses: [{ id: 'deployed', label: 'deployed' }],
  measures: [{ id: 'added', label: 'vehicles added' }]
} as unknown as Codes;
const on = (iso: string) => ({ from: day(iso), to: day(iso) });

test('a day that nobody reports on names the nearest days that somebody does', () => {
  const coverage = { articles: [], before: day('2023-05-31'), after: day('2023-09-01') };
  expect(coverageLine(english, index, coverage, on('2023-07-15'))).toBe(
    `${english.t('time.coverage.noneDay')}; nearest: 31 May and 1 September 2023.`
  );
});

test('both years are given where they differ', () => {
  const coverage = { articles: [], before: day('2022-12-31'), after: day('2023-09-01') };
  expect(coverageLine(english, index, coverage, on('2023-07-15'))).toContain('31 December 2022 and 1 September 2023');
});

test('before the first report only what follows is named; without any, nothing', () => {
  expect(coverageLine(english, index, { articles: [], before: null, after: day('2023-04-01') }, on('2023-01-01'))).toBe(
    `${english.t('time.coverage.noneDay')}; nearest: 1 April 2023.`
  );
  expect(
    coverageLine(
      english,
      index,
      { articles: [], before: null, after: null },
      { from: day('2023-01-01'), to: day('2023-01-07') }
    )
  ).toBe(`${english.t('time.coverage.noneDays')}.`);
});

test('reporting articles are named by their publishers', () => {
  expect(coverageLine(english, index, { articles: ['a'], before: null, after: null }, on('2023-05-29'))).toBe(
    'This day is described in: The Post.'
  );
  expect(coverageLine(english, index, { articles: ['a', 'b'], before: null, after: null }, on('2023-05-29'))).toBe(
    'This day is described in: The Post and The Times.'
  );
});

test('a mark is named by title, date, kind and presence; a planned event says so', () => {
  const patrol = event('patrol', '2023-09-24/2023-11-27');
  expect(eventName(english, codes, { ...patrol, presence: 'possible' })).toBe(
    `The event patrol. on an unstated day between 24 September and 27 November 2023. Patrol, ${english.t('presence.possible')}`
  );
  expect(eventName(english, codes, { ...patrol, event: { ...patrol.event, planned: true } })).toMatch(
    new RegExp(`, ${english.t('badge.planned')}$`)
  );
});

test('a rung without a number says so; equipment is named by its measure', () => {
  expect(stepLabel(english, codes, step('c', 'deployed', null, '2023-05-30', '2023-05-30'))).toBe(
    'deployed: number not stated'
  );
  expect(stepLabel(english, codes, step('c', 'deployed', 1000, '2023-05-30', '2023-05-30'))).toBe('deployed: 1,000');
  expect(measureLabel(english, codes, step('c', 'deployed', null, '2023-05-30', '2023-05-30'))).toBe(
    'vehicles added: number not stated'
  );
});

test('a total is stated on its day, remembered later, and not stated before', () => {
  const statement = total('c', '2023-11-20', 4501, null);
  const stock = {
    statement: { ...statement, quantity: { ...statement.quantity, bound: 'more_than' as const, value: 4500 } },
    lower: 4501,
    upper: null
  };
  const at = (ageDays: number) => stockLine(english, { stock: { ...stock, ageDays } } as TroopState);
  expect(at(0)).toBe('more than 4,500, stated for this day');
  expect(at(1)).toBe('more than 4,500, last stated 1 day ago');
  expect(at(17)).toBe('more than 4,500, last stated 17 days ago');
  expect(stockLine(english, null)).toBe('no total stated in these articles up to this day');
});

test('everything so far is called the year only where the data are about one year', () => {
  const label = (from: string, to: string) => windowLabel(english, { from: day(from), to: day(to) }, 'all');
  expect(label('2023-01-01', '2023-12-31')).toBe('the year so far');
  expect(label('2022-12-01', '2023-12-31')).toBe('everything so far');
});

test('of many publishers it is said how many articles describe the days', () => {
  const names = Array.from({ length: 13 }, (_, at) => `p${at}`);
  const many = { articles: new Map(names.map((id) => [id, article(id, '2023-05-30')])) } as unknown as DatasetIndex;
  const coverage = { articles: names, before: null, after: null };
  expect(coverageLine(english, many, coverage, on('2023-05-30'))).toBe('This day is described in: 13 articles.');
  const few = { ...coverage, articles: names.slice(0, 12) };
  expect(coverageLine(english, many, few, on('2023-05-30'))).toContain('p11');
});
