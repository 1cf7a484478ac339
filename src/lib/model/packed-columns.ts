import type { EventColumns } from './event-columns.ts';
import type { NearNumbers } from './near-numbers.ts';

export type Dates = Pick<EventColumns, 'hardEarliest' | 'hardLatest' | 'softEarliest' | 'softLatest' | 'throughout'>;
export type Places = Pick<EventColumns, 'lng' | 'lat' | 'accuracyM'>;
export type Reports = Pick<EventColumns, 'reportedEarliest' | 'reportedLatest'>;
export type Weights = Pick<EventColumns, 'weight'>;

/** Positions in a table, as narrow as its length allows. */
export type Positions = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Numbers by row. */
export type RowNumbers = { at(row: number): number };

/**
 * `EventColumns` as a store keeps them: by row a position in a table of dates, of places, of report days and of weights.
 * `softEarliest` of row `i` is `dates.softEarliest[date[i]]`, and so on. Of large data sets a table has what many rows share
 * once (pack-columns.ts), of small ones an entry for each row.
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
  event: NearNumbers | RowNumbers;
};

export type Column = Exclude<EventColumns[keyof EventColumns], number>;

/** A way to make packed columns, and the part of them that tells when rows were reported. */
export type Packing = {
  columns: (columns: EventColumns) => PackedColumns;
  reports: (reports: Reports) => Pick<PackedColumns, 'report' | 'reports'>;
};

/** Each row has its own entry in the tables, which are the columns as they were handed over. */
export function plainColumns(columns: EventColumns): PackedColumns {
  const { length, kind, event } = columns;
  const own = Uint32Array.from(kind.keys());
  return {
    length,
    date: own,
    dates: columns,
    place: own,
    places: columns,
    report: own,
    reports: columns,
    weight: own,
    weights: columns,
    kind,
    // `at` of an array takes positions from its end, too.
    event: event as RowNumbers
  };
}

export const PLAIN: Packing = {
  columns: plainColumns,
  reports: (reports) => ({ report: Uint32Array.from(reports.reportedEarliest.keys()), reports })
};

/** The columns of some rows, in the order given. Tables stay as they are. */
export function someRows<C extends EventColumns | PackedColumns>(columns: C, rows: ArrayLike<number>): C {
  const some = Object.entries(columns as Record<string, unknown>).map(([name, column]) => {
    if (ArrayBuffer.isView(column)) return [name, pick(column as Column, rows)];
    return [name, name === 'event' ? (column as NearNumbers).pick(rows) : column];
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

export function pick<T extends Column | Positions>(column: T, rows: ArrayLike<number>): T {
  const some = new (column.constructor as new (length: number) => T)(rows.length);
  for (let at = 0; at < rows.length; at++) some[at] = column[rows[at]!]!;
  return some;
}
