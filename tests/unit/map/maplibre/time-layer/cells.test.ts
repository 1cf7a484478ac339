import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../../../../src/lib/map/maplibre/time-layer/cells.ts';
import { levelAt, squareUnits } from '../../../../../src/lib/map/maplibre/time-layer/cell-grid.ts';
import { toWorld, WORLD } from '../../../../../src/lib/map/maplibre/time-layer/world.ts';
import { emptyColumns, OPEN_END, type EventColumns } from '../../../../../src/lib/model/event-columns.ts';
import { EventStore, type StoreQuery } from '../../../../../src/lib/model/event-store.ts';
import { packColumns } from '../../../../../src/lib/model/pack-columns.ts';
import { someRows } from '../../../../../src/lib/model/packed-columns.ts';
import { CERTAIN, POSSIBLE } from '../../../../../src/lib/model/presence.ts';
import { finished } from '../../../../../src/lib/model/steps.ts';
import { randomColumns } from '../../../model/random-columns.ts';
import { numbers } from '../../../random-view.ts';

const FIRST = 19_300;
const DAYS = 200;
const KINDS = 11;
const GROUPS = 4;
const groupOf = Array.from({ length: KINDS }, (_, kind) => kind % GROUPS);
const random = numbers(83);
const below = (count: number) => Math.floor(random.next().value * count);
const columns = randomColumns({ events: 1500, kinds: KINDS, places: 90, days: DAYS, firstDay: FIRST }, random);
const store = new EventStore(packColumns(columns));

function randomView(): StoreQuery {
  const to = FIRST - 20 + below(DAYS + 60);
  const days = [1, 2, 7, 8, 9, 16, 30, 33, 150, DAYS + 80][below(10)]!;
  return {
    from: to - days + 1,
    to,
    asOf: below(2) ? to + below(60) - 20 : null,
    hiddenKinds: below(3) ? 0 : below(2 ** KINDS)
  };
}

/** By the definition: each row is asked for its square and its presence, and an event counts once in a square. */
function bruteForce(columns: EventColumns, level: number, view: StoreQuery): Map<string, number[]> {
  const asked = new EventStore(columns);
  const seen = new Set<string>();
  const squares = new Map<string, number[]>();
  for (let row = 0; row < columns.length; row++) {
    const presence = asked.presence(row, view);
    if (Number.isNaN(columns.lng[row]) || presence < POSSIBLE) continue;
    const square = toWorld([columns.lng[row]!, columns.lat[row]!])
      .map((at) => Math.floor((at % WORLD) / squareUnits(level)))
      .join();
    if (seen.has(`${square} ${columns.event[row]}`)) continue;
    seen.add(`${square} ${columns.event[row]}`);
    const tally = squares.get(square) ?? new Array<number>(2 * GROUPS).fill(0);
    tally[2 * groupOf[columns.kind[row]!]! + (presence === CERTAIN ? 0 : 1)]!++;
    squares.set(square, tally);
  }
  return squares;
}

/** Of all cells, those with any event in the window. */
function counted(cells: ReturnType<typeof allCells>, view: StoreQuery): Map<string, number[]> {
  const every = Array.from({ length: cells.counted }, (_, cell) => cell);
  const tallies = cells.tally(every, view, groupOf, GROUPS);
  const found = every.map((cell): [string, number[]] => [
    `${cells.x[cell]},${cells.y[cell]}`,
    [...tallies.subarray(2 * GROUPS * cell, 2 * GROUPS * (cell + 1))]
  ]);
  return new Map(found.filter(([, tally]) => tally.some((count) => count !== 0)));
}

/** With counts for every square, however few its events. */
const allCells = (of: EventStore, level: number) => finished(cellsOf(of, level, 0));

describe.each([1, 6, 8.6, 12, 30])('at zoom %d', (zoom) => {
  const level = levelAt(zoom);
  const cells = allCells(store, level);

  test('whatever the window, the clocks and the filters, each cell counts what asking each row gives', () => {
    let [certain, possible] = [0, 0];
    for (let round = 0; round < 60; round++) {
      const view = randomView();
      const found = counted(cells, view);
      expect(found, JSON.stringify(view)).toEqual(bruteForce(columns, level, view));
      for (const tally of found.values())
        tally.forEach((count, at) => (at % 2 === 0 ? (certain += count) : (possible += count)));
    }
    expect(certain).toBeGreaterThan(possible);
    expect(possible).toBeGreaterThan(0);
  });

  test('a cell has the rows of its square that are in the window', () => {
    for (let round = 0; round < 10; round++) {
      const view = randomView();
      const rows = Array.from({ length: cells.x.length }, (_, cell) => cells.rowsIn(cell, view));
      expect(rows.flat().sort((a, b) => a - b)).toEqual(
        store.rowsIn(view).filter((row) => !Number.isNaN(columns.lng[row]))
      );
      for (const [cell, here] of rows.entries())
        expect(here.every((row) => cells.of[row] === cell && store.presence(row, view) >= POSSIBLE)).toBe(true);
    }
  });
});

test('a cell is as large as its events of the kinds shown, and its mark stands in the middle of their places', () => {
  const cells = allCells(store, levelAt(7));
  for (let cell = 0; cell < cells.counted; cell++) {
    const rows = [...cells.of.keys()].filter((row) => cells.of[row] === cell);
    const shown = (row: number) => (columns.kind[row]! & 1) === 1;
    const hiddenKinds = 0b101_0101_0101;
    expect(cells.sizeOf(cell, hiddenKinds)).toBe(new Set(rows.filter(shown).map((row) => columns.event[row])).size);
    const places = rows.map((row) => toWorld([columns.lng[row]!, columns.lat[row]!]));
    for (const axis of [0, 1] as const) {
      const mean = places.reduce((sum, at) => sum + at[axis], 0) / places.length;
      expect(Math.abs(cells.middles[2 * cell + axis]! - mean)).toBeLessThan(2);
    }
  }
});

test('marks of a level come out of where those of the level before stand', () => {
  const [cells, before] = [allCells(store, 11), allCells(store, 10)];
  const at = new Map(Array.from(before.x, (x, cell) => [`${x},${before.y[cell]}`, cell]));
  for (let cell = 0; cell < cells.counted; cell++) {
    const parent = at.get(`${cells.x[cell]! >> 1},${cells.y[cell]! >> 1}`)!;
    for (const axis of [0, 1])
      expect(Math.abs(cells.outer[2 * cell + axis]! - before.middles[2 * parent + axis]!)).toBeLessThan(3);
  }
  expect(cells.counted).toBeGreaterThan(before.counted);
});

test('with one place for each event, the sum over the cells is the number of events with a place', () => {
  const once = [...columns.event.keys()].filter((row) => row === 0 || columns.event[row] !== columns.event[row - 1]);
  const some = someRows(columns, once);
  const single = new EventStore(some);
  const cells = allCells(single, levelAt(9));
  for (let round = 0; round < 20; round++) {
    const view = randomView();
    const sum = [...counted(cells, view).values()].flat().reduce((total, count) => total + count, 0);
    expect(sum).toBe(single.rowsIn(view).filter((row) => !Number.isNaN(some.lng[row])).length);
  }
});

/** Events of one day, at these places; `reported`: the day on which each was. */
function oneDay(places: [lng: number, lat: number][], reported: number[] = []): EventStore {
  const made = emptyColumns(places.length);
  made.lng.set(places.map(([lng]) => lng));
  made.lat.set(places.map(([, lat]) => lat));
  for (const name of ['hardEarliest', 'hardLatest', 'softEarliest', 'softLatest'] as const) made[name].fill(FIRST);
  made.reportedEarliest.set(reported);
  made.event.set(places.map((_, event) => event));
  return new EventStore(made);
}

test('beside the antimeridian a place is in the same cell, however its longitude is written', () => {
  const cells = allCells(
    oneDay([
      [-179.99, 10],
      [180.01, 10],
      [179.99, 10],
      [180, 10]
    ]),
    levelAt(6)
  );
  expect(cells.of[0]).toBe(cells.of[1]);
  expect(cells.of[2]).toBe(cells.of[3]);
  expect(cells.of[0]).not.toBe(cells.of[2]);
});

test('a thousand events at one point are one cell at any zoom, and none make none', () => {
  const view = { from: FIRST, to: FIRST, asOf: null, hiddenKinds: 0 };
  for (const zoom of [0, 9, 22]) {
    const cells = allCells(oneDay(Array.from({ length: 1000 }, () => [20.8, 43])), levelAt(zoom));
    expect([...cells.tally([0], view, groupOf, GROUPS)].reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(cells.counted).toBe(1);
    expect(allCells(new EventStore(emptyColumns(0)), levelAt(zoom)).counted).toBe(0);
  }
});

test('what has no place or was never reported is in no cell', () => {
  const none = oneDay(
    [
      [NaN, NaN],
      [20.8, 43]
    ],
    [FIRST, OPEN_END]
  );
  expect([...allCells(none, 10).of]).toEqual([-1, -1]);
});

test('an event takes at most 24 bytes, and squares with few events have no counts', () => {
  const many = new EventStore(
    randomColumns({ events: 8000, kinds: KINDS, places: 4000, days: 3000, firstDay: 16_000 }, numbers(3))
  );
  for (const zoom of [5, 12]) {
    const cells = finished(cellsOf(many, levelAt(zoom)));
    expect(cells.bytes / many.columns.length).toBeLessThan(24);
    const sizes = new Map<number, number>();
    for (const cell of cells.of) sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
    for (let cell = cells.counted; cell < cells.x.length; cell++) expect(sizes.get(cell)).toBeLessThan(10);
  }
});
