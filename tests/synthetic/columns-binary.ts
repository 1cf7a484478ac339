import { MAX_KINDS, type EventColumns } from '../../src/lib/model/event-columns.ts';

/*
 * Event columns as one file, 46 bytes a row. All numbers are little-endian; every column begins at a multiple of 8
 * bytes.
 *
 *   0  "EVCL"                 4  version (2)         8  rows
 *  12  columns in the table  16  bytes of the file  20  0
 *  24  the table: for each column  number of its name, number of its type, offset, 0, units (a float64)
 *      the columns, as many values as rows; value = stored / units
 *
 * Not JSON: a million events would be 300 MB of text and, once parsed, a million objects.
 */

type ColumnName = Exclude<keyof EventColumns, 'length'>;

const MAGIC = 0x4c435645;
const VERSION = 2;
const HEADER_BYTES = 24;
const ENTRY_BYTES = 24;
const ALIGN = 8;
/** Stored for NaN: no real position has this value. */
const NOWHERE = -(2 ** 31);

/** The numbers in the file never change. */
const TYPES = { 1: Uint8Array, 2: Int16Array, 3: Int32Array, 4: Uint32Array, 5: Float32Array } as const;

/**
 * The numbers in the file never change. Positions are stored to 1e-7 degrees, at most 6 mm off; those of a row without
 * a place are `NOWHERE`.
 */
const LAYOUT: readonly { number: number; name: ColumnName; type: keyof typeof TYPES; units: number }[] = [
  { number: 1, name: 'lng', type: 3, units: 1e7 },
  { number: 2, name: 'lat', type: 3, units: 1e7 },
  { number: 3, name: 'hardEarliest', type: 3, units: 1 },
  { number: 4, name: 'hardLatest', type: 3, units: 1 },
  { number: 5, name: 'softEarliest', type: 3, units: 1 },
  { number: 6, name: 'softLatest', type: 3, units: 1 },
  { number: 7, name: 'throughout', type: 1, units: 1 },
  { number: 8, name: 'kind', type: 1, units: 1 },
  { number: 9, name: 'weight', type: 5, units: 1 },
  { number: 10, name: 'accuracyM', type: 5, units: 1 },
  { number: 11, name: 'reportedEarliest', type: 3, units: 1 },
  { number: 12, name: 'reportedLatest', type: 3, units: 1 },
  { number: 13, name: 'event', type: 4, units: 1 }
];

/** Conditions on every row, checked once here so that no other code has to. */
const RULES: readonly { text: string; holds(columns: EventColumns, row: number): boolean }[] = [
  { text: 'lng is from -180 to 180, or NaN', holds: ({ lng }, row) => !(Math.abs(lng[row]!) > 180) },
  { text: 'lat is from -90 to 90, or NaN', holds: ({ lat }, row) => !(Math.abs(lat[row]!) > 90) },
  {
    text: 'lng and lat are both numbers or both NaN',
    holds: ({ lng, lat }, row) => Number.isNaN(lng[row]) === Number.isNaN(lat[row])
  },
  {
    text: 'the bounds of a date are in order, the soft ones outermost',
    holds: (at, row) =>
      at.softEarliest[row]! <= at.hardEarliest[row]! &&
      at.hardEarliest[row]! <= at.hardLatest[row]! &&
      at.hardLatest[row]! <= at.softLatest[row]!
  },
  {
    text: 'reportedEarliest is not after reportedLatest',
    holds: (at, row) => at.reportedEarliest[row]! <= at.reportedLatest[row]!
  },
  { text: 'throughout is 0 or 1', holds: ({ throughout }, row) => throughout[row]! <= 1 },
  { text: `kind is below ${MAX_KINDS}`, holds: ({ kind }, row) => kind[row]! < MAX_KINDS },
  { text: 'weight is a number, at least 1', holds: ({ weight }, row) => weight[row]! >= 1 && weight[row]! < Infinity },
  {
    text: 'accuracyM is a number, at least 0',
    holds: ({ accuracyM }, row) => accuracyM[row]! >= 0 && accuracyM[row]! < Infinity
  },
  {
    text: 'rows are in the order of softEarliest, then of event',
    holds: ({ softEarliest: start, event }, row) =>
      row === 0 || start[row - 1]! < start[row]! || (start[row - 1] === start[row] && event[row - 1]! <= event[row]!)
  }
];

const aligned = (bytes: number) => Math.ceil(bytes / ALIGN) * ALIGN;

/** Throws on invalid columns: names each violated rule and the first row that violates it. */
export function writeColumns(columns: EventColumns): ArrayBuffer {
  refuse('columns', brokenRules(columns));
  let end = aligned(HEADER_BYTES + LAYOUT.length * ENTRY_BYTES);
  const placed = LAYOUT.map((column) => {
    const offset = end;
    end = aligned(offset + columns.length * TYPES[column.type].BYTES_PER_ELEMENT);
    return { ...column, offset };
  });
  const file = new ArrayBuffer(end);
  new Uint32Array(file, 0, HEADER_BYTES / 4).set([MAGIC, VERSION, columns.length, LAYOUT.length, end, 0]);
  placed.forEach(({ number, name, type, units, offset }, index) => {
    const entry = HEADER_BYTES + index * ENTRY_BYTES;
    new Uint32Array(file, entry, 4).set([number, type, offset, 0]);
    new Float64Array(file, entry + 16, 1)[0] = units;
    const stored = new TYPES[type](file, offset, columns.length);
    if (units === 1) stored.set(columns[name]);
    else
      columns[name].forEach((value, row) => (stored[row] = Number.isNaN(value) ? NOWHERE : Math.round(value * units)));
  });
  return file;
}

/**
 * The columns of a file: views of `file`, not copies, except positions. Throws, naming the file by `name`, if it is not
 * such a file, is truncated, has another version, or holds invalid columns.
 * Time: one pass over the rows. Memory: 16 bytes a row besides the file.
 */
export function readColumns(file: ArrayBuffer, name: string): EventColumns {
  if (file.byteLength < HEADER_BYTES)
    refuse(name, [`it has ${file.byteLength} bytes, its header alone ${HEADER_BYTES}: it was cut, or is another file`]);
  const [magic, version, length, count, bytes] = new Uint32Array(file, 0, HEADER_BYTES / 4) as unknown as [
    number,
    number,
    number,
    number,
    number
  ];
  if (magic !== MAGIC) refuse(name, ['it does not begin with "EVCL": it is not a file of event columns']);
  if (version !== VERSION)
    refuse(name, [`it is of version ${version}, and this program reads version ${VERSION}: write it again`]);
  if (file.byteLength !== bytes)
    refuse(name, [
      `it has ${file.byteLength} bytes and says ${bytes}: it was ${file.byteLength < bytes ? 'cut' : 'added to'}`
    ]);
  const tableEnd = HEADER_BYTES + count * ENTRY_BYTES;
  if (tableEnd > bytes) refuse(name, [`its table of ${count} columns ends at byte ${tableEnd} of ${bytes}`]);

  const problems: string[] = [];
  const seen = new Set<number>();
  const columns: Partial<EventColumns> & { length: number } = { length };
  for (let at = HEADER_BYTES; at < tableEnd; at += ENTRY_BYTES) {
    const [number, type, offset] = new Uint32Array(file, at, 3) as unknown as [number, number, number];
    const units = new Float64Array(file, at + 16, 1)[0]!;
    const column = LAYOUT.find((known) => known.number === number);
    const problem = seen.has(number)
      ? 'it is there twice'
      : column
        ? misfit(column, { type, offset, units }, length, tableEnd, bytes)
        : 'it is unknown';
    seen.add(number);
    if (problem) problems.push(`column ${number}${column ? ` (${column.name})` : ''}: ${problem}`);
    else columns[column!.name] = valuesOf(new TYPES[column!.type](file, offset, length), column!) as never;
  }
  for (const column of LAYOUT)
    if (!seen.has(column.number)) problems.push(`column ${column.number} (${column.name}): it is missing`);
  refuse(name, problems);
  refuse(name, brokenRules(columns as EventColumns));
  return columns as EventColumns;
}

/** Why a column's entry is invalid; `null` if it is valid. */
function misfit(
  { type, units }: (typeof LAYOUT)[number],
  entry: { type: number; offset: number; units: number },
  length: number,
  tableEnd: number,
  bytes: number
): string | null {
  const end = entry.offset + length * TYPES[type].BYTES_PER_ELEMENT;
  if (entry.type !== type || entry.units !== units)
    return `it has type ${entry.type} and units ${entry.units}, not ${type} and ${units}`;
  if (entry.offset % ALIGN !== 0) return `it begins at byte ${entry.offset}, not at a multiple of ${ALIGN}`;
  if (entry.offset < tableEnd || end > bytes)
    return `it lies at bytes ${entry.offset} to ${end}, outside ${tableEnd} to ${bytes}`;
  return null;
}

/** A view if the values are stored as they are used, else a converted copy. */
function valuesOf(stored: InstanceType<(typeof TYPES)[keyof typeof TYPES]>, { units }: (typeof LAYOUT)[number]) {
  if (units === 1) return stored;
  const values = new Float64Array(stored.length);
  for (let row = 0; row < stored.length; row++) values[row] = stored[row] === NOWHERE ? NaN : stored[row]! / units;
  return values;
}

function brokenRules(columns: EventColumns): string[] {
  return RULES.flatMap(({ text, holds }) => {
    for (let row = 0; row < columns.length; row++)
      if (!holds(columns, row)) return [`row ${row}: it does not hold that ${text}`];
    return [];
  });
}

function refuse(name: string, problems: readonly string[]): void {
  if (problems.length > 0)
    throw new Error(`${name} cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
