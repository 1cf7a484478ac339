import { expect, test } from 'vitest';
import { readColumns, writeColumns } from '../../synthetic/columns-binary.ts';
import { emptyColumns, OPEN_END, OPEN_START, type EventColumns } from '../../../src/lib/model/event-columns.ts';
import { numbers } from '../random-view.ts';
import { randomColumns } from '../model/random-columns.ts';
import { syntheticColumns } from '../../synthetic/generate.ts';

const HEADER = 24;
const ENTRY = 24;

/** Two rows: of a day in 2023, and of a state that began no one knows when and goes on. */
function twoRows(): EventColumns {
  const columns = emptyColumns(2);
  columns.lng.set([20.86712345, -180]);
  columns.lat.set([42.89, 90]);
  for (const name of ['hardEarliest', 'softEarliest'] as const) columns[name].set([OPEN_START, 19506]);
  for (const name of ['hardLatest', 'softLatest'] as const) columns[name].set([OPEN_END, 19506]);
  columns.throughout.set([1, 0]);
  columns.kind.set([31, 3]);
  columns.weight.set([1, 2.5]);
  columns.accuracyM.set([0, 25]);
  columns.reportedEarliest.set([19506, 19507]);
  columns.reportedLatest.set([OPEN_END, 19510]);
  columns.event.set([0, 4294967295]);
  return columns;
}

/** The file of `twoRows` with one thing done to it. */
function spoiled(spoil: (view: DataView) => void): ArrayBuffer {
  const file = writeColumns(twoRows());
  spoil(new DataView(file));
  return file;
}

const rounded = (degrees: Float64Array) => degrees.map((value) => Math.round(value * 1e7) / 1e7);

test('what was written is read back, open ends included, positions to 1e-7 degrees', () => {
  const columns = twoRows();
  const read = readColumns(writeColumns(columns), 'two.bin');
  expect(read).toEqual({ ...columns, lng: rounded(columns.lng), lat: rounded(columns.lat) });
  expect(read.lng[0]).toBe(20.8671235);
});

test.each([0, 1, 2, 3, 5, 8, 13, 999])('%i synthetic rows are read as they were written', (rows) => {
  for (const seed of [1, 2, 3]) {
    const columns = rows === 0 ? emptyColumns(0) : syntheticColumns({ rows, seed, uncertain: 0.5 });
    const file = writeColumns(columns);
    const read = readColumns(file, 'synthetic.bin');
    expect(read).toEqual({ ...columns, lng: rounded(columns.lng), lat: rounded(columns.lat) });
    expect(new Uint8Array(writeColumns(read))).toEqual(new Uint8Array(file));
  }
});

test.each([1, 2, 3])(
  'events of all sorts, without a place or never reported, are read as they were written (seed %i)',
  (seed) => {
    const columns = randomColumns({ events: 400, kinds: 11, places: 20, days: 200, firstDay: 19_300 }, numbers(seed));
    // The generator draws the two days apart from one another.
    columns.reportedLatest.forEach(
      (day, row) => (columns.reportedLatest[row] = Math.max(day, columns.reportedEarliest[row]!))
    );
    expect(columns.lng.some(Number.isNaN)).toBe(true);
    expect(readColumns(writeColumns(columns), 'random.bin')).toEqual({
      ...columns,
      lng: rounded(columns.lng),
      lat: rounded(columns.lat)
    });
  }
);

test('positions are off by 6 mm at most', () => {
  const columns = syntheticColumns({ rows: 5000 });
  const read = readColumns(writeColumns(columns), 'synthetic.bin');
  const offM = columns.lat.map((lat, row) => Math.abs(lat - read.lat[row]!) * 111_320);
  expect(Math.max(...offM)).toBeLessThan(0.006);
});

test('a row takes 46 bytes, and columns are not copied but for positions', () => {
  const file = writeColumns(syntheticColumns({ rows: 8000 }));
  expect(file.byteLength).toBe(HEADER + 13 * ENTRY + 8000 * 46);
  const read = readColumns(file, 'synthetic.bin');
  for (const [name, column] of Object.entries(read)) {
    if (typeof column !== 'number') expect(column.buffer === file, name).toBe(name !== 'lng' && name !== 'lat');
  }
});

test('a file cut anywhere is refused as cut', () => {
  const file = writeColumns(twoRows());
  for (let bytes = 0; bytes < file.byteLength; bytes++)
    expect(() => readColumns(file.slice(0, bytes), 'two.bin')).toThrow(/^two\.bin cannot be used:\n.*it was cut/);
});

test.each<[defect: string, spoil: (view: DataView) => void, expected: string]>([
  ['another file', (view) => view.setUint32(0, 0x3c21646f), 'it does not begin with "EVCL"'],
  ['another version', (view) => view.setUint32(4, 3, true), 'it is of version 3, and this program reads version 2'],
  [
    'more rows than bytes',
    (view) => view.setUint32(8, 1000, true),
    'column 1 (lng): it lies at bytes 336 to 4336, outside 336 to'
  ],
  [
    'a table beyond the end',
    (view) => view.setUint32(12, 5000, true),
    'its table of 5000 columns ends at byte 120024 of'
  ],
  ['a column missing', (view) => view.setUint32(12, 12, true), 'column 13 (event): it is missing'],
  ['a column twice', (view) => view.setUint32(HEADER + ENTRY, 1, true), 'column 1 (lng): it is there twice'],
  ['a column nobody knows', (view) => view.setUint32(HEADER, 99, true), 'column 99: it is unknown'],
  [
    'another type',
    (view) => view.setUint32(HEADER + 4, 5, true),
    'column 1 (lng): it has type 5 and units 10000000, not 3 and 10000000'
  ],
  [
    'other units',
    (view) => view.setFloat64(HEADER + 16, 1e6, true),
    'column 1 (lng): it has type 3 and units 1000000, not 3 and 10000000'
  ],
  [
    'a column at an odd byte',
    (view) => view.setUint32(HEADER + 8, 340, true),
    'column 1 (lng): it begins at byte 340, not at a multiple of 8'
  ],
  [
    'a column inside the table',
    (view) => view.setUint32(HEADER + 8, 0, true),
    'column 1 (lng): it lies at bytes 0 to 8, outside 336 to'
  ],
  [
    'a column beyond the end',
    (view) => view.setUint32(HEADER + 8, 80000, true),
    'column 1 (lng): it lies at bytes 80000 to 80008, outside 336 to'
  ],
  [
    'a position off the globe',
    (view) => view.setInt32(336, 1_800_000_001, true),
    'row 0: it does not hold that lng is from -180 to 180'
  ],
  [
    'bounds the wrong way round',
    (view) => view.setInt32(352 + 4, 19507, true),
    'row 1: it does not hold that the bounds of a date are in order'
  ],
  ['a kind too many', (view) => view.setUint8(392 + 1, 32), 'row 1: it does not hold that kind is below 32'],
  [
    'a weight that is no number',
    (view) => view.setFloat32(400, NaN, true),
    'row 0: it does not hold that weight is a number, at least 1'
  ]
])('refused: %s', (_, spoil, expected) => {
  let message = '';
  try {
    readColumns(spoiled(spoil), 'two.bin');
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain('two.bin cannot be used:');
  expect(message).toContain(expected);
});

test('columns that break their contract are not written: every rule broken is named, with its first row', () => {
  const columns = twoRows();
  columns.lat[1] = 90.1;
  columns.softEarliest.set([19506, 19000]);
  columns.lng[0] = NaN;
  expect(() => writeColumns(columns)).toThrow(
    [
      'columns cannot be used:',
      '  row 1: it does not hold that lat is from -90 to 90, or NaN',
      '  row 0: it does not hold that lng and lat are both numbers or both NaN',
      '  row 0: it does not hold that the bounds of a date are in order, the soft ones outermost',
      '  row 1: it does not hold that rows are in the order of softEarliest, then of event'
    ].join('\n')
  );
});
