import { expect, test } from 'vitest';
import { MAX_KINDS, OPEN_END, OPEN_START, type EventColumns } from '../../../src/lib/model/event-columns.ts';
import { SYNTHETIC_BOUNDS, SYNTHETIC_DOMAIN, syntheticColumns } from '../../synthetic/generate.ts';

const ROWS = 20_000;
const SEEDS = [1, 2, 3, 4, 5];

const rowsOf = ({ length }: EventColumns) => Array.from({ length }, (_, row) => row);
const share = (columns: EventColumns, is: (row: number) => boolean) =>
  rowsOf(columns).filter(is).length / columns.length;
const isVague = (columns: EventColumns) => (row: number) => columns.softEarliest[row] !== columns.softLatest[row];
const tally = (keys: Iterable<string | number>) => {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
};
const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

test('equal options give equal columns, and another seed gives others', () => {
  expect(syntheticColumns({ rows: 3000, seed: 9 })).toEqual(syntheticColumns({ rows: 3000, seed: 9 }));
  expect(syntheticColumns({ rows: 3000, seed: 9 }).lng).not.toEqual(syntheticColumns({ rows: 3000, seed: 10 }).lng);
});

test.each([1, 2, 7, 1000])('as many rows as asked for: %i', (rows) => {
  const columns = syntheticColumns({ rows });
  expect(columns.length).toBe(rows);
  expect(
    new Set(Object.values(columns).map((column) => (typeof column === 'number' ? column : column.length)))
  ).toEqual(new Set([rows]));
});

test.each(SEEDS)(
  'rows are in the order of their start, then of their event, and events are numbered in that order (seed %i)',
  (seed) => {
    const { length, softEarliest, event } = syntheticColumns({ rows: ROWS, seed });
    expect(event[0]).toBe(0);
    for (let row = 1; row < length; row++) {
      if (softEarliest[row]! < softEarliest[row - 1]!) expect.fail(`row ${row} starts before the one above it`);
      if (event[row] !== event[row - 1] && event[row] !== event[row - 1]! + 1)
        expect.fail(`row ${row} has event ${event[row]}`);
    }
  }
);

test.each(SEEDS)('every row keeps to the contract of the columns (seed %i)', (seed) => {
  const columns = syntheticColumns({ rows: ROWS, seed, uncertain: 0.6 });
  const [west, south, east, north] = SYNTHETIC_BOUNDS;
  const broken = rowsOf(columns).filter((row) => {
    const at = (name: Exclude<keyof EventColumns, 'length'>) => columns[name][row]!;
    const ordered =
      at('softEarliest') <= at('hardEarliest') &&
      at('hardEarliest') <= at('hardLatest') &&
      at('hardLatest') <= at('softLatest');
    const opened =
      (at('softEarliest') === OPEN_START) === (at('hardEarliest') === OPEN_START) &&
      (at('softLatest') === OPEN_END) === (at('hardLatest') === OPEN_END);
    const placed = at('lng') >= west && at('lng') <= east && at('lat') >= south && at('lat') <= north;
    const reported =
      at('reportedEarliest') <= at('reportedLatest') &&
      at('reportedEarliest') > OPEN_START &&
      at('reportedLatest') < OPEN_END;
    const meetsDomain = at('softEarliest') <= SYNTHETIC_DOMAIN.to && at('softLatest') >= SYNTHETIC_DOMAIN.from;
    return !(
      ordered &&
      opened &&
      placed &&
      reported &&
      meetsDomain &&
      at('kind') < MAX_KINDS &&
      at('weight') >= 1 &&
      at('accuracyM') > 0
    );
  });
  expect(broken).toEqual([]);
});

test('rows of one event have one date, kind and report, and differ in place alone', () => {
  const columns = syntheticColumns({ rows: ROWS });
  const pairs = rowsOf(columns).filter((row) => row > 0 && columns.event[row] === columns.event[row - 1]);
  expect(pairs.length).toBeGreaterThan(ROWS / 100);
  const same = [
    'hardEarliest',
    'hardLatest',
    'softEarliest',
    'softLatest',
    'throughout',
    'kind',
    'weight',
    'reportedEarliest',
    'reportedLatest'
  ] as const;
  for (const row of pairs) for (const name of same) expect(columns[name][row]).toBe(columns[name][row - 1]);
});

test.each([0, 0.25, 0.7, 1])('the share of dates not known to the day is as asked: %f', (uncertain) => {
  const columns = syntheticColumns({ rows: ROWS, uncertain });
  expect(Math.abs(share(columns, isVague(columns)) - uncertain)).toBeLessThan(uncertain % 1 === 0 ? 1e-9 : 0.015);
});

test('vague dates are days, weeks, months and open at either end; some approximate, some lasting throughout', () => {
  const columns = syntheticColumns({ rows: ROWS, uncertain: 1 });
  const days = (row: number) => columns.hardLatest[row]! - columns.hardEarliest[row]! + 1;
  const shares = [
    (row: number) => days(row) >= 2 && days(row) <= 4,
    (row: number) => days(row) === 7,
    (row: number) => days(row) >= 28 && days(row) <= 31,
    (row: number) => columns.softEarliest[row] === OPEN_START,
    (row: number) => columns.softLatest[row] === OPEN_END,
    (row: number) => columns.softEarliest[row] !== columns.hardEarliest[row],
    (row: number) => columns.throughout[row] === 1
  ].map((is) => share(columns, is));
  for (const found of shares) expect(found).toBeGreaterThan(0.02);
});

test.each(SEEDS)('time has bursts and quiet weeks (seed %i)', (seed) => {
  const { hardEarliest } = syntheticColumns({ rows: ROWS, seed, uncertain: 0 });
  const perDay = tally(hardEarliest);
  const perWeek = tally([...hardEarliest].map((day) => Math.floor((day - SYNTHETIC_DOMAIN.from) / 7)));
  // An even year would have 5 % in its busiest 18 days, and 17 % in its emptiest 9 weeks.
  expect(sum(perDay.slice(0, 18)) / ROWS).toBeGreaterThan(0.12);
  expect(sum(perWeek.slice(44)) / ROWS).toBeLessThan(0.08);
});

test.each(SEEDS)('many events are on one point, most points have one (seed %i)', (seed) => {
  const { lng, lat } = syntheticColumns({ rows: ROWS, seed });
  const perPoint = tally(Array.from(lng, (x, row) => `${x} ${lat[row]}`));
  expect(perPoint[0]).toBeGreaterThan(500);
  expect(perPoint.filter((count) => count === 1).length).toBeGreaterThan(ROWS / 3);
});

test.each(SEEDS)('most of the area is all but empty: towns and roads hold the events (seed %i)', (seed) => {
  const { lng, lat } = syntheticColumns({ rows: ROWS, seed });
  const cells = tally(Array.from(lng, (x, row) => `${Math.floor(x * 50)} ${Math.floor(lat[row]! * 50)}`));
  expect(sum(cells.slice(0, 75)) / ROWS).toBeGreaterThan(0.5); // of 1250 cells
});
