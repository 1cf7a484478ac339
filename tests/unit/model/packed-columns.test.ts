import { describe, expect, test } from 'vitest';
import { emptyColumns, OPEN_END, type EventColumns } from '../../../src/lib/model/event-columns.ts';
import { NearNumbers } from '../../../src/lib/model/near-numbers.ts';
import { packColumns, packReports } from '../../../src/lib/model/pack-columns.ts';
import { plainColumns, someRows, type PackedColumns } from '../../../src/lib/model/packed-columns.ts';
import { syntheticColumns } from '../../synthetic/generate.ts';
import { numbers } from '../random-view.ts';
import { randomColumns } from './random-columns.ts';

/** The columns that were packed, row by row. */
function unpacked(packed: PackedColumns): EventColumns {
  const { length, date, dates, place, places, report, reports, weight, weights, kind, event } = packed;
  const columns = emptyColumns(length);
  columns.kind.set(kind);
  columns.event.set(Array.from({ length }, (_, row) => event.at(row)));
  for (let row = 0; row < length; row++) {
    for (const name of ['softEarliest', 'softLatest', 'hardEarliest', 'hardLatest', 'throughout'] as const)
      columns[name][row] = dates[name][date[row]!]!;
    for (const name of ['lng', 'lat', 'accuracyM'] as const) columns[name][row] = places[name][place[row]!]!;
    for (const name of ['reportedEarliest', 'reportedLatest'] as const)
      columns[name][row] = reports[name][report[row]!]!;
    columns.weight[row] = weights.weight[weight[row]!]!;
  }
  return columns;
}

const random = (events: number) =>
  randomColumns({ events, kinds: 11, places: 40, days: 200, firstDay: 19_300 }, numbers(events));

describe.each([
  ['no events', emptyColumns(0)],
  ['one event', random(1)],
  ['events of all sorts', random(900)],
  ['events with one date', someRows(random(900), new Uint32Array(700))],
  ['events in towns and on roads', syntheticColumns({ rows: 3000 })]
])('%s', (_, columns) => {
  const packed = packColumns(columns);

  test('are the same packed, and with an entry for each row', () => {
    expect(unpacked(packed)).toEqual(columns);
    expect(unpacked(plainColumns(columns))).toEqual(columns);
  });

  test('have each date, place, report and weight once, in the order of the rows', () => {
    for (const [positions, table] of [
      [packed.date, packed.dates],
      [packed.place, packed.places],
      [packed.report, packed.reports],
      [packed.weight, packed.weights]
    ] as const) {
      const lists = Object.values(table) as Float64Array[];
      const entries = Array.from(lists[0]!, (_, at) => lists.map((list) => list[at]).join());
      expect(new Set(entries).size).toBe(entries.length);
      expect([...new Set(positions)]).toEqual([...entries.keys()]);
    }
  });
});

test('positions are as narrow as the table allows', () => {
  const withPlaces = (places: number) => {
    const columns = emptyColumns(places);
    for (let row = 0; row < places; row++) columns.lat[row] = row / 1000;
    return packColumns(columns).place.BYTES_PER_ELEMENT;
  };
  expect([256, 257, 65_536, 65_537].map(withPlaces)).toEqual([1, 2, 2, 4]);
});

test('some rows share the tables of all, and other reports can be told of them', () => {
  const columns = random(200);
  const packed = packColumns(columns);
  const rows = [3, 3, 90, 150];
  const some = someRows(packed, rows);
  expect(some.places).toBe(packed.places);
  expect(unpacked(some)).toEqual(someRows(columns, rows));
  const never = new Int32Array(4).fill(OPEN_END);
  const other = { ...some, ...packReports({ reportedEarliest: never, reportedLatest: never }) };
  expect(unpacked(other)).toEqual({ ...someRows(columns, rows), reportedEarliest: never, reportedLatest: never });
});

test('what was handed over is not kept', () => {
  const columns = random(50);
  const kept = Object.values(packColumns(columns)).flatMap((part) =>
    typeof part === 'number' || part instanceof NearNumbers
      ? []
      : ArrayBuffer.isView(part)
        ? [part]
        : Object.values(part)
  ) as Uint8Array[];
  const handed = new Set(
    Object.values(columns).flatMap((column) => (typeof column === 'number' ? [] : [column.buffer]))
  );
  expect(kept.filter(({ buffer }) => handed.has(buffer as ArrayBuffer))).toEqual([]);
});
