import { isDeepStrictEqual } from 'node:util';
import type { Area, Dataset } from '../../model/dataset.ts';
import {
  PACKED,
  STEPS_IN_DEGREE,
  unpackAreas,
  type Column,
  type PackedArea,
  type PackedDataset,
  type Rings,
  type Table
} from '../../model/packed.ts';

type Row = Readonly<Record<string, unknown>>;

/** Figures are told apart by which object they are, so no two are made one. */
const OWN = new Set(['quantities']);

export const packDataset = (dataset: Dataset): PackedDataset => ({
  ...dataset,
  ...(Object.fromEntries(PACKED.map((list) => [list, pack(dataset[list])])) as Pick<
    PackedDataset,
    (typeof PACKED)[number]
  >),
  areas: dataset.areas.map(packArea)
});

/** The outline as steps, which are a third of the text, where its positions have no more decimals than they tell. */
function packArea(area: Area): PackedArea {
  const { geometry } = area;
  if (!geometry) return area;
  const packed = { ...area, geometry: { type: geometry.type, steps: stepsOf(geometry.coordinates) } };
  return isDeepStrictEqual(unpackAreas([packed])[0]!.geometry, geometry) ? packed : area;
}

type Positions = Rings<GeoJSON.Position[]>;

function stepsOf(positions: Positions): Rings<number[]> {
  if (positions.length === 0) return [];
  if (typeof positions[0]![0] !== 'number') return (positions as Positions[]).map(stepsOf);
  let from = [0, 0];
  return (positions as GeoJSON.Position[]).flatMap((position) => {
    const to = position.map((degrees) => Math.round(degrees * STEPS_IN_DEGREE));
    const steps = to.map((step, at) => step - from[at]!);
    from = to;
    return steps;
  });
}

/** Plain data, as JSON has it: what is `undefined` is not there. */
export function pack(rows: readonly object[]): Table {
  const columns = keysOf(rows).map((key): [string, Column] => {
    const values = rows.map((row) => (row as Row)[key]);
    return [key, (OWN.has(key) ? null : sharedColumn(values)) ?? ownColumn(values)];
  });
  return { length: rows.length, columns };
}

/** In the order in which the rows have them: what only some have comes after what it follows there. */
function keysOf(rows: readonly object[]): string[] {
  const keys: string[] = [];
  const known = new Set<string>();
  for (const row of rows) {
    Object.keys(row).forEach((key, at, all) => {
      if (known.has(key)) return;
      known.add(key);
      keys.splice(at === 0 ? 0 : keys.indexOf(all[at - 1]!) + 1, 0, key);
    });
  }
  return keys;
}

/** Each value once, where that is shorter; `null`: it is not. */
function sharedColumn(values: readonly unknown[]): Column | null {
  const numbers = new Map<string, number>();
  const of: unknown[] = [];
  const at = values.map((value) => {
    if (value === undefined) return -1;
    const text = JSON.stringify(value);
    const known = numbers.get(text) ?? of.push(value) - 1;
    numbers.set(text, known);
    return known;
  });
  if (of.length === 1 && !at.includes(-1)) return { same: of[0] };
  const isShort = of.every((value) => typeof value === 'number' || typeof value === 'boolean' || value === null);
  return isShort || of.length > values.length / 2 ? null : { of, at };
}

function ownColumn(all: readonly unknown[]): Column {
  const there = all.flatMap((value, row) => (value === undefined ? [] : row));
  const values = there.map((row) => all[row]);
  const rows = there.length < all.length ? there : undefined;
  if (values.every(isRow)) return { table: pack(values), rows };
  if (values.every((value): value is Row[] => Array.isArray(value) && value.every(isRow)))
    return { lengths: values.map(({ length }) => length), items: pack(values.flat()), rows };
  return { values, rows };
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
