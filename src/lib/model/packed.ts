import type { Dataset } from './dataset.ts';

/*
 * How a data set travels to the browser: its long lists column by column, each value that comes often once. That is a
 * fraction of the text, and in the browser equal texts and dates are one. `src/lib/server/geodata/pack.ts` makes it.
 */

/** Like objects, by their keys. */
export type Table = { length: number; columns: [key: string, column: Column][] };

/** The values of a key. `rows`: those that have it, where others lack it. */
export type Column =
  | { same: unknown }
  /** `at`: for each row the number of its value, -1 where it has none. */
  | { of: unknown[]; at: number[] }
  | { values: unknown[]; rows?: number[] | undefined }
  | { table: Table; rows?: number[] | undefined }
  /** Lists of objects: how long each is, and the objects of all. */
  | { lengths: number[]; items: Table; rows?: number[] | undefined };

/** The lists of which there are many. */
export const PACKED = ['articles', 'claims', 'events', 'sites'] as const;

export type PackedDataset = Omit<Dataset, (typeof PACKED)[number]> & Record<(typeof PACKED)[number], Table>;

/** Dates, texts and lists that are equal may be one and the same; rows and figures never are. */
export function unpackDataset(packed: PackedDataset): Dataset {
  const lists = PACKED.map((list) => [list, unpack(packed[list])] as const);
  return { ...packed, ...(Object.fromEntries(lists) as object as Pick<Dataset, (typeof PACKED)[number]>) };
}

export function unpack({ length, columns }: Table): object[] {
  const read = columns.map(([key, column]) => [key, valuesOf(column, length)] as const);
  return Array.from({ length }, (_, row) => {
    const item: Record<string, unknown> = {};
    for (const [key, values] of read) if (values[row] !== undefined) item[key] = values[row];
    return item;
  });
}

/** The value of each row; `undefined` where it has none. */
export function valuesOf(column: Column, length: number): unknown[] {
  if ('same' in column) return Array<unknown>(length).fill(column.same);
  if ('of' in column) return column.at.map((at) => column.of[at]);
  const values = 'table' in column ? unpack(column.table) : 'items' in column ? listsOf(column) : column.values;
  if (!column.rows) return values;
  const all: unknown[] = [];
  column.rows.forEach((row, at) => (all[row] = values[at]));
  return all;
}

function listsOf({ lengths, items }: { lengths: number[]; items: Table }): object[][] {
  const all = unpack(items);
  let from = 0;
  return lengths.map((length) => all.slice(from, (from += length)));
}
