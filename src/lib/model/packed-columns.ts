import type { EventColumns } from './event-columns.ts';
import { NearNumbers } from './near-numbers.ts';

export type Dates = Pick<EventColumns, 'hardEarliest' | 'hardLatest' | 'softEarliest' | 'softLatest' | 'throughout'>;
export type Places = Pick<EventColumns, 'lng' | 'lat' | 'accuracyM'>;
export type Reports = Pick<EventColumns, 'reportedEarliest' | 'reportedLatest'>;
export type Weights = Pick<EventColumns, 'weight'>;

/** Positions in a table, as narrow as its length allows. */
export type Positions = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * `EventColumns` with what many rows share kept once: by row a position in a table of dates, of places, of report days and
 * of weights. `softEarliest` of row `i` is `dates.softEarliest[date[i]]`, and so on. Entries of a table are in the order in
 * which rows first have them, so `dates.softEarliest` ascends as the rows do.
 */
export type PackedColumns = {
  length: number;
  date: Positions;
  dates: Dates;
  place: Positions;
  places: Places;
  report: Positions;
  reports: Reports;
  weight: Positions;
  weights: Weights;
  kind: Uint8Array;
  event: NearNumbers;
};

type Column = Exclude<EventColumns[keyof EventColumns], number>;

/** Time: O(n). Memory: for the time being, some 20 bytes a row besides the result. */
export function packColumns(columns: EventColumns): PackedColumns {
  const { hardEarliest, hardLatest, softEarliest, softLatest, throughout, lng, lat, accuracyM, weight } = columns;
  const [date, dates] = tableOf({ softEarliest, softLatest, hardEarliest, hardLatest, throughout });
  const [place, places] = tableOf({ lng, lat, accuracyM });
  const [weightOf, weights] = tableOf({ weight });
  return {
    length: columns.length,
    date,
    dates,
    place,
    places,
    ...packReports(columns),
    weight: weightOf,
    weights,
    // A copy: what was handed over may be a view of a larger file, which would be kept.
    kind: columns.kind.slice(),
    event: new NearNumbers(columns.event)
  };
}

/** The part of the packed columns that tells when rows were reported. */
export function packReports({ reportedEarliest, reportedLatest }: Reports): Pick<PackedColumns, 'report' | 'reports'> {
  const [report, reports] = tableOf({ reportedEarliest, reportedLatest });
  return { report, reports };
}

/** The columns of some rows, in the order given. Tables stay as they are. */
export function someRows<C extends EventColumns | PackedColumns>(columns: C, rows: ArrayLike<number>): C {
  const some = Object.entries(columns as Record<string, unknown>).map(([name, column]) => {
    if (ArrayBuffer.isView(column)) return [name, pick(column as Column, rows)];
    return [name, column instanceof NearNumbers ? column.pick(rows) : column];
  });
  return { ...(Object.fromEntries(some) as C), length: rows.length };
}

/** Room for `count` positions in a table. */
export function positions(tableLength: number, count: number): Positions {
  if (tableLength <= 2 ** 8) return new Uint8Array(count);
  return tableLength <= 2 ** 16 ? new Uint16Array(count) : new Uint32Array(count);
}

/** Whether a row has a point on the map. */
export const isPlaced = ({ place, places }: PackedColumns, row: number): boolean =>
  !Number.isNaN(places.lng[place[row]!]);

/** Each combination of values once, and by row the position of its own. */
function tableOf<T extends Record<string, Column>>(columns: T): [positions: Positions, table: T] {
  let of = new Uint32Array(Object.values(columns)[0]!.length);
  let first: number[] = [];
  for (const column of Object.values(columns)) ({ of, first } = split(of, column));
  const table = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pick(column, first)])) as T;
  const narrow = positions(first.length, of.length);
  narrow.set(of);
  return [narrow, table];
}

/**
 * Splits classes of rows by their value in a column; `NaN` is like `NaN`. `of`: the class of each row, numbered as they
 * come; `first`: the first row of each.
 */
function split(classes: Uint32Array, column: Column): { of: Uint32Array<ArrayBuffer>; first: number[] } {
  const of = new Uint32Array(classes.length);
  const first: number[] = [];
  // A hash table in typed arrays: a Map is ten times slower.
  const mask = 2 ** (33 - Math.clz32(classes.length)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  for (let row = 0; row < classes.length; row++) {
    value[0] = column[row]!;
    let slot = mix(mix(mix(0, classes[row]!), words[0]!), words[1]!) & mask;
    while (slots[slot] !== -1 && !areLike(classes, column, first[slots[slot]!]!, row)) slot = (slot + 1) & mask;
    if (slots[slot] === -1) slots[slot] = first.push(row) - 1;
    of[row] = slots[slot]!;
  }
  return { of, first };
}

function areLike(classes: Uint32Array, column: Column, a: number, b: number): boolean {
  return classes[a] === classes[b] && Object.is(column[a], column[b]);
}

/** One round of a hash of 32-bit words. */
export function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function pick<T extends Column | Positions>(column: T, rows: ArrayLike<number>): T {
  const some = new (column.constructor as new (length: number) => T)(rows.length);
  for (let at = 0; at < rows.length; at++) some[at] = column[rows[at]!]!;
  return some;
}
