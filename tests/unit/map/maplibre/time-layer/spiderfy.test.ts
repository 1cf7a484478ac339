import { describe, expect, test } from 'vitest';
import { clusterCounts, clustersIn, countText } from '../../../../../src/lib/map/maplibre/time-layer/clusters.ts';
import { discsOf } from '../../../../../src/lib/map/maplibre/time-layer/discs.ts';
import {
  CLUSTER,
  sharedPlaces,
  slotOffset,
  SLOTS,
  spiderfy
} from '../../../../../src/lib/map/maplibre/time-layer/spiderfy.ts';
import { COLOUR_GROUPS } from '../../../../../src/lib/model/dataset.ts';
import { EventStore } from '../../../../../src/lib/model/event-store.ts';
import { packColumns } from '../../../../../src/lib/model/pack-columns.ts';
import { CERTAIN } from '../../../../../src/lib/model/presence.ts';
import { numbers } from '../../../random-view.ts';
import { randomColumns } from '../../../model/random-columns.ts';

const FIRST = 19_300;
const DAYS = 200;
const random = numbers(23);
const columns = randomColumns({ events: 900, kinds: 11, places: 25, days: DAYS, firstDay: FIRST }, random);
const store = new EventStore(packColumns(columns));
const places = sharedPlaces(store);
const placeOf = (row: number) => `${columns.lng[row]} ${columns.lat[row]}`;
const KINDS = Array.from(
  { length: 11 },
  (_, at) => ({ shape: 'circle', group: (['violence', 'force', 'civic', 'speech'] as const)[at % 4]! }) as const
);

test('the places that several rows share are found, each once, with all their rows in order', () => {
  const expected = new Map<string, number[]>();
  for (let row = 0; row < columns.length; row++) {
    if (!Number.isNaN(columns.lng[row])) expected.set(placeOf(row), [...(expected.get(placeOf(row)) ?? []), row]);
  }
  const shared = [...expected.values()].filter((rows) => rows.length > 1);
  expect(places.map((rows) => [...rows])).toEqual(shared);
});

describe.each([1, 7, 30])('in a window of %i days', (windowDays) => {
  const views = Array.from({ length: 150 }, () => {
    const to = FIRST + Math.floor(random.next().value * DAYS);
    return { from: to - windowDays + 1, to, asOf: null, hiddenKinds: 0b101, pastDays: 0 };
  });
  const spiderLayout = spiderfy(store, places, views[0]!);
  const counts = clusterCounts(store, spiderLayout, KINDS);

  test('no two events at one place stand in one slot at a time, but in a cluster', () => {
    for (const view of views) {
      const taken = store
        .rowsIn(view)
        .filter((row) => !Number.isNaN(columns.lng[row]) && spiderLayout.slots[row] !== CLUSTER);
      const slots = taken.map((row) => `${placeOf(row)} ${spiderLayout.slots[row]}`);
      expect(new Set(slots).size).toBe(slots.length);
    }
  });

  test('an event that shares its place with none is in the middle of it', () => {
    const shared = new Set(places.flatMap((rows) => [...rows]));
    for (let row = 0; row < columns.length; row++) if (!shared.has(row)) expect(spiderLayout.slots[row]).toBe(0);
  });

  test('a cluster counts what is in the window at its place', () => {
    for (const view of views.slice(0, 40)) {
      for (const cluster of clustersIn(counts, spiderLayout, view)) {
        const { row, count, tallies, at } = cluster;
        const parts = tallies.subarray(at, at + 2 * COLOUR_GROUPS.length);
        const here = store.rowsIn(view).filter((other) => placeOf(other) === placeOf(row));
        expect(count).toBe(here.length);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count);
        const certain = parts.filter((_, at) => at % 2 === 0).reduce((sum, part) => sum + part, 0);
        expect(certain).toBe(here.filter((other) => store.presence(other, view) === CERTAIN).length);
      }
    }
  });

  test('each place shown has one disc, of its strongest event, of equals the latest', () => {
    for (const view of views.slice(0, 40)) {
      const best = new Map<string, number>();
      const strength = (row: number) => [store.presence(row, view), columns.hardEarliest[row]!] as const;
      for (const row of store.rowsIn(view).filter((at) => !Number.isNaN(columns.lng[at]))) {
        const other = best.get(placeOf(row));
        const [a, b] = [strength(row), other === undefined ? ([0, 0] as const) : strength(other)];
        if (a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])) best.set(placeOf(row), row);
      }
      expect(discsOf(store, view).map(({ row }) => row)).toEqual([...best.values()]);
    }
  });
});

test('a place is a cluster where more events than slots can be in one window, and not before', () => {
  const stacked = (events: number) => {
    const made = randomColumns({ events, kinds: 1, places: 1, days: 1, firstDay: FIRST }, numbers(4));
    made.lng.fill(20);
    made.lat.fill(43);
    made.softEarliest.fill(FIRST);
    made.softLatest.fill(FIRST);
    made.reportedEarliest.fill(FIRST);
    const of = new EventStore(made);
    return spiderfy(of, sharedPlaces(of), { from: FIRST, to: FIRST, asOf: null, hiddenKinds: 0 });
  };
  const rows = (events: number) => stacked(events).slots.length;
  const fits = Array.from({ length: 40 }, (_, events) => events + 1).filter((events) => rows(events) <= SLOTS);
  for (const events of fits) expect(stacked(events).clusters).toEqual([]);
  expect(stacked(fits.at(-1)! + 2).clusters).toHaveLength(1);
});

test('slots stand apart by at least as much as a symbol is wide', () => {
  const offsets = Array.from({ length: SLOTS }, (_, slot) => slotOffset(slot));
  offsets.forEach((a, at) =>
    offsets.slice(at + 1).forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.99))
  );
  expect(slotOffset(CLUSTER)).toEqual({ x: 0, y: 0 });
});

test('a number has at most four letters', () => {
  expect([2, 9_999, 10_000, 999_999, 1_000_000].map(countText)).toEqual(['2', '9999', '10k', '999k', '1M']);
});
