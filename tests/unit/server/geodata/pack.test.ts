import { expect, test } from 'vitest';
import type { Quantity } from '../../../../src/lib/model/dataset.ts';
import { unpack, unpackDataset } from '../../../../src/lib/model/packed.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { pack, packDataset } from '../../../../src/lib/server/geodata/pack.ts';
import { syntheticDataset } from '../../../synthetic/dataset.ts';
import { syntheticColumns } from '../../../synthetic/generate.ts';
import { seeded } from '../../../synthetic/random.ts';

const region = loadDataset('tests/fixtures/region');

/** As through a file. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test('a data set comes out of its file as it went in', () => {
  const many = syntheticDataset(region, syntheticColumns({ rows: 3000 }));
  for (const dataset of [region, loadDataset('geodata', 'sq'), many])
    expect(unpackDataset(sent(packDataset(dataset)))).toEqual(sent(dataset));
});

test('with the keys of figures in their order, also those that only some have: downloads write them out', () => {
  const dataset = loadDataset('geodata');
  for (const [at, { quantities }] of unpackDataset(sent(packDataset(dataset))).claims.entries())
    expect(JSON.stringify(quantities)).toBe(JSON.stringify(dataset.claims[at]!.quantities));
});

test('an outline comes out to the last decimal, whether it is packed or not', () => {
  const [like] = loadDataset('geodata').areas;
  const random = seeded(5);
  const around = (decimals: number) =>
    Array.from({ length: 40 }, () => [180, 90].map((most) => Number(((random() * 2 - 1) * most).toFixed(decimals))));
  const outline = (decimals: number): GeoJSON.Polygon => ({
    type: 'Polygon',
    coordinates: [around(decimals), around(2)]
  });
  const areas = [
    outline(5),
    outline(6),
    { type: 'MultiPolygon' as const, coordinates: [[around(5), around(4)], [around(5)], []] },
    { type: 'Polygon' as const, coordinates: [around(5).map((position) => [...position, 100])] },
    null
  ].map((geometry) => ({ ...like!, geometry }));
  const packed = sent(packDataset({ ...region, areas }));
  expect(packed.areas.map(({ geometry }) => geometry && 'steps' in geometry)).toEqual([true, false, true, false, null]);
  expect(JSON.stringify(unpackDataset(packed).areas)).toBe(JSON.stringify(areas));
});

test('so do any rows', () => {
  const random = seeded(3);
  const pick = <T>(...values: T[]): T => values[Math.floor(random() * values.length)]!;
  const text = () => pick('', 'a', '“b”\n', String(random()));
  const value = (depth: number): unknown =>
    pick<() => unknown>(
      () => undefined,
      () => null,
      () => pick(true, false),
      () => pick(0, -1, random()),
      text,
      () => (depth ? Array.from({ length: pick(0, 1, 3) }, () => value(depth - 1) ?? null) : []),
      () => (depth ? row(depth - 1) : {})
    )();
  const row = (depth: number): object =>
    Object.fromEntries(['id', 'a', 'b', 'quantities'].flatMap((key) => (random() < 0.8 ? [[key, value(depth)]] : [])));
  for (let round = 0; round < 300; round++) {
    const kinds = Array.from({ length: pick(1, 3, 30) }, () => row(3));
    const rows = Array.from({ length: pick(0, 1, 7, 60) }, () => pick(...kinds));
    expect(unpack(sent(pack(rows)))).toEqual(sent(rows));
  }
});

test('equal dates and texts are one; figures, which are told apart by the object, are not', () => {
  const figure = { measure: 'dead', value: 3 } as Quantity;
  const date = { edtf: '2023-05-29', earliest: 19506 };
  const rows = unpack(sent(pack(Array.from({ length: 9 }, (_, at) => ({ at, date, quantities: [figure] })))));
  const [first, second] = rows as { date: object; quantities: Quantity[] }[];
  expect(second!.date).toBe(first!.date);
  expect(second!.quantities[0]).toEqual(first!.quantities[0]);
  expect(second!.quantities[0]).not.toBe(first!.quantities[0]);
});
