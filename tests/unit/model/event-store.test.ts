import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/lib/model/day.ts';
import { emptyColumns, OPEN_END, OPEN_START, type EventColumns } from '../../../src/lib/model/event-columns.ts';
import { EventStore, type KindTally, type StoreQuery, type Tally } from '../../../src/lib/model/event-store.ts';
import { packColumns } from '../../../src/lib/model/pack-columns.ts';
import { histogramOf } from '../../../src/lib/model/histogram.ts';
import { AHEAD, CERTAIN, PAST, POSSIBLE, presenceOf } from '../../../src/lib/model/presence.ts';
import { presenceBy, presenceIn, softBounds, type UncertainDate } from '../../../src/lib/model/time.ts';
import { numbers } from '../random-view.ts';
import { randomColumns } from './random-columns.ts';

const FIRST = 19_300;
const DAYS = 200;
const KINDS = 11;

/** A row's date as the model has it. */
function dateOf(columns: EventColumns, row: number): UncertainDate {
  const day = (value: number) => (value === OPEN_START || value === OPEN_END ? null : (value as Day));
  return {
    edtf: '',
    earliest: day(columns.hardEarliest[row]!),
    latest: day(columns.hardLatest[row]!),
    softEarliest: day(columns.softEarliest[row]!),
    softLatest: day(columns.softLatest[row]!),
    approximate: false,
    uncertain: false
  };
}

/** The oracle: the predicate of the model, row by row. */
function presenceByModel(columns: EventColumns, row: number, { from, to, asOf, hiddenKinds }: StoreQuery): number {
  const published = { softEarliest: columns.reportedEarliest[row] === OPEN_END ? null : columns.reportedEarliest[row] };
  const never = columns.reportedEarliest[row] === OPEN_END;
  const date = { ...dateOf(columns, row), ...published, softLatest: columns.reportedLatest[row] } as UncertainDate;
  if (never || (asOf !== null && presenceBy(date, asOf as Day) === 'absent')) return AHEAD;
  if ((hiddenKinds & (1 << columns.kind[row]!)) !== 0) return AHEAD;
  const own = dateOf(columns, row);
  const presence = presenceIn(own, columns.throughout[row] ? 'throughout' : 'within', {
    from: from as Day,
    to: to as Day
  });
  if (presence !== 'absent') return presence === 'certain' ? CERTAIN : POSSIBLE;
  return softBounds(own).latest < from ? PAST : AHEAD;
}

const rowsWhere = (columns: EventColumns, view: StoreQuery, presences: number[]) =>
  Array.from({ length: columns.length }, (_, row) => row).filter((row) =>
    presences.includes(presenceByModel(columns, row, view))
  );

function tallyByModel(columns: EventColumns, view: StoreQuery): Tally {
  const tally = { certain: new Uint32Array(32), possible: new Uint32Array(32), past: 0 };
  for (let row = 0; row < columns.length; row++) {
    if (columns.event[row] === columns.event[row - 1]) continue;
    const presence = presenceByModel(columns, row, view);
    if (presence === CERTAIN) tally.certain[columns.kind[row]!]!++;
    if (presence === POSSIBLE) tally.possible[columns.kind[row]!]!++;
    if (presence === PAST) tally.past++;
  }
  return tally;
}

function kindsByModel(columns: EventColumns, view: StoreQuery): KindTally {
  const { certain, possible } = tallyByModel(columns, view);
  return { certain, possible };
}

function randomStoreView(random: Generator<number, never>): StoreQuery {
  const below = (count: number) => Math.floor(random.next().value * count);
  const to = FIRST - 20 + below(DAYS + 60);
  const from = to - [0, 6, 29, DAYS][below(4)]!;
  const asOf = [null, to, FIRST + below(DAYS + 40)][below(3)]!;
  return { from, to, asOf, hiddenKinds: below(2) ? 0 : below(2 ** KINDS) };
}

describe.each([0, 1, 40, 700])('a store of %i events', (events) => {
  const random = numbers(events + 7);
  const columns = randomColumns({ events, kinds: KINDS, places: 12, days: DAYS, firstDay: FIRST }, random);
  const store = new EventStore(packColumns(columns));
  const views = Array.from({ length: 300 }, () => randomStoreView(random));

  test('says of every row what the model says', () => {
    for (const view of views.slice(0, 100)) {
      for (let row = 0; row < columns.length; row++)
        expect(store.presence(row, view)).toBe(presenceByModel(columns, row, view));
    }
  });

  test('finds the rows of a window and those before it, in order', () => {
    for (const view of views) {
      expect(store.rowsIn(view)).toEqual(rowsWhere(columns, view, [CERTAIN, POSSIBLE]));
      expect(store.rowsPast(view)).toEqual(rowsWhere(columns, view, [PAST]));
      const recent = rowsWhere(columns, view, [PAST]).filter((row) => columns.softLatest[row]! >= view.from - 30);
      expect(store.rowsPast(view, 30)).toEqual(recent);
    }
  });

  test('counts events by kind, and those before the window', () => {
    for (const view of views) expect(store.tally(view)).toEqual(tallyByModel(columns, view));
  });

  test('knows the first row of each event, under any reports', () => {
    const rows = Array.from({ length: columns.length }, (_, row) => row).filter((row) => store.isFirst(row));
    expect([...store.firstRows]).toEqual(rows.sort((a, b) => columns.event[a]! - columns.event[b]!));
    expect(new EventStore(columns, store).firstRows).toBe(store.firstRows);
  });

  test('counts by stretches of days, the last of them cut', () => {
    for (const view of views.slice(0, 15)) {
      const binDays = 6 + Math.floor(random.next().value * 30);
      const bins = histogramOf(store, { ...view, from: FIRST, to: FIRST + DAYS }, binDays);
      expect(bins).toHaveLength(Math.ceil((DAYS + 1) / binDays));
      bins.forEach((bin, at) => {
        const from = FIRST + at * binDays;
        const to = Math.min(from + binDays - 1, FIRST + DAYS);
        expect(bin).toEqual(kindsByModel(columns, { ...view, from, to }));
      });
    }
  });

  test('keeps rows in drawing order: the less is known of the day, the further down', () => {
    const { order, starts, groups } = store.spans;
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: columns.length }, (_, row) => row));
    expect([...order].map((row) => columns.softEarliest[row])).toEqual([...starts]);
    expect(groups.map(({ longest }) => longest)).toEqual(groups.map(({ longest }) => longest).sort((a, b) => b - a));
    for (const { at, end } of groups) expect(starts.slice(at, end)).toEqual(starts.slice(at, end).sort());
  });
});

test('a state with a margin at both ends that leaves no day sure is never certain', () => {
  const columns = emptyColumns(1);
  Object.entries({ hardEarliest: 100, hardLatest: 102, softEarliest: 98, softLatest: 104, throughout: 1 }).forEach(
    ([name, value]) => ((columns[name as keyof EventColumns] as Int32Array)[0] = value)
  );
  expect(presenceOf(columns, 0, 90, 110)).toBe(POSSIBLE);
  expect(new EventStore(columns).tally({ from: 90, to: 110, asOf: null, hiddenKinds: 0 }).possible[0]).toBe(1);
});
