import type { Area, Dataset, LngLat } from './dataset.ts';

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

export type PackedDataset = Omit<Dataset, (typeof PACKED)[number] | 'areas'> &
  Record<(typeof PACKED)[number], Table> & { areas: PackedArea[] };

/** An outline has, for each ring, the steps from each position to the next in place of the positions; see `STEPS_IN_DEGREE`. */
export type PackedArea = Omit<Area, 'geometry'> & {
  geometry: Area['geometry'] | { type: NonNullable<Area['geometry']>['type']; steps: Rings<number[]> };
};
export type Rings<Ring> = Ring | Rings<Ring>[];

/** Positions are whole numbers of these, as far as outlines are packed: 5 decimals. */
export const STEPS_IN_DEGREE = 1e5;

/** Dates, texts and lists that are equal may be one and the same; rows and figures never are. */
export function unpackDataset(packed: PackedDataset): Dataset {
  const lists = PACKED.map((list) => [list, unpack(packed[list])] as const);
  return {
    ...packed,
    ...(Object.fromEntries(lists) as object as Pick<Dataset, (typeof PACKED)[number]>),
    areas: unpackAreas(packed.areas)
  };
}

/** Positions are the very numbers that were packed. */
export const unpackAreas = (areas: readonly PackedArea[]): Area[] =>
  areas.map((area) => {
    const { geometry } = area;
    if (!geometry || !('steps' in geometry)) return area as Area;
    return { ...area, geometry: { type: geometry.type, coordinates: positionsOf(geometry.steps) } } as Area;
  });

function positionsOf(steps: Rings<number[]>): Rings<LngLat[]> {
  if (typeof steps[0] !== 'number') return (steps as Rings<number[]>[]).map(positionsOf);
  let [lng, lat] = [0, 0];
  return (steps as number[]).flatMap((step, at): LngLat[] => {
    if (at % 2 === 0) {
      lng += step;
      return [];
    }
    lat += step;
    return [[lng / STEPS_IN_DEGREE, lat / STEPS_IN_DEGREE]];
  });
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
