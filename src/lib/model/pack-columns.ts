import type { EventColumns } from './event-columns.ts';
import { mix } from './hash.ts';
import { NearNumbers } from './near-numbers.ts';
import {
  pick,
  positions,
  type Column,
  type PackedColumns,
  type Packing,
  type Positions,
  type Reports
} from './packed-columns.ts';

/*
 * Only large data sets are packed: the pages of small ones do without this program.
 */

/** Time: O(n), some 0.2 µs a row. Memory: for the time being, some 20 bytes a row besides the result. */
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

export const PACKING: Packing = { columns: packColumns, reports: packReports };

/** Each combination of values once, and by row the position of its own. */
function tableOf<T extends Record<string, Column>>(columns: T): [positions: Positions, table: T] {
  const { length } = Object.values(columns)[0]!;
  const classes: Classes = { of: new Uint32Array(length), first: length > 0 ? [0] : [] };
  for (const column of Object.values(columns)) split(classes, column);
  const { of, first } = classes;
  const rows: number[] = [];
  const places = new Int32Array(first.length).fill(-1);
  const found = positions(first.length, length);
  for (let row = 0; row < length; row++) {
    if (places[of[row]!] === -1) places[of[row]!] = rows.push(row) - 1;
    found[row] = places[of[row]!]!;
  }
  const table = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pick(column, rows)])) as T;
  return [found, table];
}

/** Rows by class: the class of each, and the first row of each class. */
type Classes = { of: Uint32Array; first: number[] };

/** Splits classes by the values in a column; `NaN` is like `NaN`. Rows like the first of their class stay in it. */
function split({ of, first }: Classes, column: Column): void {
  // The new classes by the one they come from and their value. A hash table in typed arrays: a Map is ten times slower.
  const mask = 2 ** (33 - Math.clz32(of.length)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const known = first.length;
  const from: number[] = [];
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  for (let row = 0; row < of.length; row++) {
    const own = of[row]!;
    if (Object.is(column[first[own]!], column[row])) continue;
    value[0] = column[row]!;
    let slot = mix(mix(mix(0, own), words[0]!), words[1]!) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const found = slots[slot]!;
      if (found === -1 || (from[found - known] === own && Object.is(column[first[found]!], column[row]))) break;
    }
    if (slots[slot] === -1) {
      slots[slot] = first.push(row) - 1;
      from.push(own);
    }
    of[row] = slots[slot]!;
  }
}
