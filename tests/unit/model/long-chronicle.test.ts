import { expect, test } from 'vitest';
import { chronicleRows } from '../../../src/lib/model/long-chronicle.ts';
import { EventStore } from '../../../src/lib/model/event-store.ts';
import { partList } from '../../../src/lib/model/part-list.ts';
import { CERTAIN, POSSIBLE } from '../../../src/lib/model/presence.ts';
import { eventStartingOn, startOf, stopsOf } from '../../../src/lib/model/stops.ts';
import type { Day } from '../../../src/lib/model/day.ts';
import { numbers } from '../random-view.ts';
import { randomColumns } from './random-columns.ts';

const FIRST = 19_300;
const DAYS = 200;
const KINDS = 7;

/** By so many numbers, one after the other. */
const by = (keys: (row: number) => number[]) => (a: number, b: number) => {
  const [left, right] = [keys(a), keys(b)];
  const at = left.findIndex((value, key) => value !== right[key]);
  return at < 0 ? 0 : left[at]! - right[at]!;
};

test.each([0, 1, 30, 900])('rows of %i events come in the order of the list, whatever is asked', (events) => {
  const random = numbers(events + 3);
  const below = (count: number) => Math.floor(random.next().value * count);
  const columns = randomColumns({ events, kinds: KINDS, places: 9, days: DAYS, firstDay: FIRST }, random);
  const store = new EventStore(columns);
  const { hardEarliest, hardLatest, kind, event } = columns;
  for (let i = 0; i < 150; i++) {
    const to = FIRST - 20 + below(DAYS + 60);
    const from = to - [0, 0, 6, 29, DAYS][below(5)]!;
    const view = {
      from,
      to,
      asOf: below(2) ? null : to - 5 + below(40),
      hiddenKinds: below(2) ? 0 : below(2 ** KINDS)
    };
    const unsure = (row: number) => Number(store.presence(row, view) !== CERTAIN);
    const keys = (row: number) =>
      from === to
        ? [unsure(row), Number(hardEarliest[row] !== from), kind[row]!, hardEarliest[row]!, event[row]!]
        : [hardEarliest[row]!, unsure(row), hardLatest[row]!, kind[row]!, event[row]!];
    const rows = Array.from({ length: columns.length }, (_, row) => row)
      .filter((row) => store.isFirst(row) && store.presence(row, view) >= POSSIBLE)
      .sort(by(keys));
    expect([...chronicleRows(store, view)]).toEqual(rows);
  }
});

test('the slider stops where an event that counts begins, and goes to the first of them', () => {
  const random = numbers(5);
  const columns = randomColumns({ events: 300, kinds: KINDS, places: 9, days: DAYS, firstDay: FIRST }, random);
  const store = new EventStore(columns);
  const domain = { from: (FIRST + 10) as Day, to: (FIRST + 150) as Day };
  for (const hiddenKinds of [0, 1, 0b1011, 2 ** KINDS - 1])
    for (const asOf of [null, FIRST + 60]) {
      const counted = [...store.firstRows].filter((row) => store.counts(row, { asOf, hiddenKinds }));
      const days = counted.map((row) => startOf(columns, row));
      const inside = [...new Set(days)].filter((day) => day !== null && day >= domain.from && day <= domain.to);
      expect(stopsOf(store, { asOf, hiddenKinds }, domain)).toEqual(inside.sort((a, b) => a! - b!));
      for (const day of inside) {
        const first = eventStartingOn(store, { asOf, hiddenKinds }, domain, day!);
        if (day !== domain.from && day !== domain.to) expect(first).toBe(columns.event[counted[days.indexOf(day)]!]);
      }
    }
});

test('of a list no more is made than what is asked for, and nothing twice', () => {
  const made: number[] = [];
  const taken: number[] = [];
  function* keys() {
    for (let key = 0; key < 100; key++) {
      taken.push(key);
      yield key;
    }
  }
  const list = partList(keys(), 100, (key) => {
    made.push(key);
    return key * 2;
  });
  expect(list.slice(10, 13)).toEqual([20, 22, 24]);
  expect([made, taken.length]).toEqual([[10, 11, 12], 13]);
  expect(list.slice(0, 2)).toEqual([0, 2]);
  expect(list.slice(98, 120)).toEqual([196, 198]);
  expect(taken).toHaveLength(100);
});
