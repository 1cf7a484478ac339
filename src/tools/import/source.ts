import { createWriteStream, existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql, name, type Database } from './database.ts';
import { dropBlankLines, hasBlankLine } from './blank-lines.ts';
import { bytesOf, encodingOf, toUtf8 } from './encoding.ts';
import { importPackage } from './packages.ts';
import { featureLines } from './features.ts';
import type { Settings } from './profile.ts';

/** A table that has been read: all of its cells are texts, as they stand. */
export type Source = {
  /** The file, without its folder. */
  file: string;
  /** The name that a GeoJSON file gives its layer. */
  layer: string;
  columns: string[];
  rows: number;
  /** How it was read, for the report: “CSV, parted by ;, windows-1250”. */
  form: string;
  /** The tags of the humanitarian exchange language (HXL), by column, where the second row has them. */
  tags: Record<string, string>;
};

/** Asked for, as the file does not say it: the question, and what to add to the command or the profile. */
export class Question extends Error {}

type Form = 'csv' | 'xlsx' | 'json' | 'lines' | 'geojson' | 'parquet';

const FORMS: [RegExp, Form][] = [
  [/\.(csv|tsv|tab|txt)(\.gz)?$/i, 'csv'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.geojson(\.gz)?$/i, 'geojson'],
  [/\.(ndjson|jsonl|geojsonl)(\.gz)?$/i, 'lines'],
  [/\.json(\.gz)?$/i, 'json'],
  [/\.parquet$/i, 'parquet']
];

/** Reads a table into `source`, with `_row`: the row as a spreadsheet numbers it, or the number of the record. */
export async function readSource(db: Database, path: string, folder: string, settings: Settings): Promise<Source> {
  if (!existsSync(path)) throw new Error(`there is no file ${JSON.stringify(path)}`);
  if (statSync(path).size === 0) throw new Error(`${JSON.stringify(path)} is empty`);
  const form = FORMS.find(([ending]) => ending.test(path))?.[1];
  if (!form)
    throw new Error(`${JSON.stringify(basename(path))}: tables end in .csv, .tsv, .xlsx, .json, .geojson or .parquet`);
  const read = await READERS[form](db, path, folder, settings);
  const columns = (await columnsOf(db, 'source')).filter((column) => column !== '_row');
  const { n } = await db.one<{ n: string }>('SELECT count(*) AS n FROM source');
  return { file: basename(path), layer: '', tags: {}, ...read, columns, rows: Number(n) };
}

export async function columnsOf(db: Database, table: string): Promise<string[]> {
  return (await db.rows<{ column_name: string }>(`DESCRIBE ${table}`)).map(({ column_name }) => column_name);
}

type Read = Pick<Source, 'form'> & Partial<Source>;
type Reader = (db: Database, path: string, folder: string, settings: Settings) => Promise<Read>;

const READERS: Record<Form, Reader> = {
  csv: readCsv,
  xlsx: readXlsx,
  json: readJson,
  lines: readLines,
  geojson: readGeojson,
  parquet: readParquet
};

async function readCsv(db: Database, path: string, folder: string, settings: Settings): Promise<Read> {
  const { utf8: whole, encoding } = await asUtf8(path, folder, settings);
  const { utf8, blanks } = await withoutBlanks(whole, folder, settings);
  const { delimiter, skip } = await dialectOf(db, utf8, settings);
  const options = (more: string) =>
    `read_csv(${sql(utf8)}, all_varchar = true, header = true, delim = ${sql(delimiter)}, skip = ${skip}, quote = '"', escape = '"', comment = '', strict_mode = false, null_padding = true, max_line_size = 16777216${more})`;
  const take = (more: string) =>
    db.run(
      `CREATE OR REPLACE TABLE source AS SELECT row_number() OVER () + ${1 + skip} AS _row, * FROM ${options(more)}`
    );
  try {
    await take('');
  } catch {
    // Lines inside quotes and rows too short together: only one thread can tell them apart.
    await take(', parallel = false');
  }
  const shown = delimiter === '\t' ? 'tabs' : delimiter;
  const tags = await takeTags(db, 2 + skip);
  if (blanks !== null) await countBlanks(db, blanks);
  return { form: `CSV, parted by ${shown}, ${encoding}`, tags };
}

/** The table without empty lines, and a file that says for each how many records stand before it; `null`: none. */
async function withoutBlanks(
  utf8: string,
  folder: string,
  { delimiter }: Settings
): Promise<{ utf8: string; blanks: string | null }> {
  if (!(await hasBlankLine(utf8))) return { utf8, blanks: null };
  const [table, blanks] = [join(folder, 'rows.csv'), join(folder, 'blank-lines.csv')];
  const before = await dropBlankLines(utf8, table, delimiter === 'tab' ? '' : delimiter);
  writeFileSync(blanks, ['records', ...before].join('\n'));
  return { utf8: table, blanks: before.length > 0 ? blanks : null };
}

/** Numbers the rows as the table has them: an empty line is passed over, but it has a number. */
async function countBlanks(db: Database, blanks: string): Promise<void> {
  await db.run(
    `CREATE OR REPLACE TABLE source AS
     WITH numbered AS (
       SELECT records, row_number() OVER (ORDER BY records) AS n
       FROM read_csv(${sql(blanks)}, header = true, columns = {records: 'BIGINT'})
     ),
     blank AS (SELECT records, max(n) AS n FROM numbered GROUP BY records)
     SELECT source.* REPLACE (_row + coalesce(blank.n, 0) AS _row)
     FROM source ASOF LEFT JOIN blank ON source._row > blank.records`
  );
}

/** The file as UTF-8, which it may be already. */
async function asUtf8(
  path: string,
  folder: string,
  { encoding: stated }: Settings
): Promise<{ utf8: string; encoding: string }> {
  const found = stated ? null : await encodingOf(path);
  if (found && !found.ok) {
    const [first, ...others] = found.candidates;
    const words = (one: { encoding: string; words: string[] }) =>
      `${one.encoding} (${one.words.map((word) => `“${word}”`).join(', ')})`;
    throw new Question(
      `the text is not UTF-8. It may be ${words(first!)}; else ${others.slice(0, 2).map(words).join(', ')}. Say which: --encoding ${first!.encoding}`
    );
  }
  const encoding = stated ?? (found as { encoding: string }).encoding;
  if (/^utf-?8$/i.test(encoding)) return { utf8: path, encoding: 'UTF-8' };
  const utf8 = join(folder, 'table.csv');
  await toUtf8(path, encoding, utf8);
  return { utf8, encoding };
}

/** What parts the cells, and how many lines stand before the header. */
async function dialectOf(
  db: Database,
  path: string,
  { delimiter }: Settings
): Promise<{ delimiter: string; skip: number }> {
  if (delimiter) return { delimiter: delimiter === 'tab' ? '\t' : delimiter, skip: 0 };
  try {
    const { Delimiter, SkipRows } = await db.one<{ Delimiter: string; SkipRows: string }>(
      `SELECT Delimiter, SkipRows FROM sniff_csv(${sql(path)}, sample_size = 20000, comment = '', strict_mode = false, null_padding = true)`
    );
    return { delimiter: Delimiter || ',', skip: Number(SkipRows) };
  } catch {
    return { delimiter: await mostIn(path), skip: 0 };
  }
}

/** The sign that the first line has most of. */
async function mostIn(path: string): Promise<string> {
  for await (const bytes of bytesOf(path) as AsyncIterable<Buffer>) {
    const line = bytes.toString('utf8').split('\n')[0]!;
    const count = (sign: string) => line.split(sign).length;
    return [',', ';', '\t', '|'].sort((a, b) => count(b) - count(a))[0]!;
  }
  return ',';
}

/** Takes a second row of HXL tags (`#date`, `#geo+lat`) out of the table. */
async function takeTags(db: Database, row: number): Promise<Record<string, string>> {
  const first = await db.one<Record<string, string | null>>(`SELECT * EXCLUDE (_row) FROM source WHERE _row = ${row}`);
  const cells = Object.entries(first ?? {}).filter(([, cell]) => cell !== null && cell.trim() !== '');
  if (cells.length === 0 || !cells.every(([, cell]) => /^\s*#[a-z]/i.test(cell!))) return {};
  await db.run(`DELETE FROM source WHERE _row = ${row}`);
  return Object.fromEntries(cells.map(([column, cell]) => [column, cell!.trim()]));
}

type Cell = string | number | boolean | Date | null;

async function readXlsx(db: Database, path: string, folder: string): Promise<Read> {
  const { readSheet } = await importPackage<{ readSheet: (path: string) => Promise<Cell[][]> }>('read-excel-file/node');
  const rows = await readSheet(path);
  const csv = join(folder, 'sheet.csv');
  const lines = rows.map((cells) => `${cells.map(csvCell).join(',')}\n`);
  await pipeline(Readable.from(lines), createWriteStream(csv));
  await readCsv(db, csv, folder, { delimiter: ',', encoding: 'utf-8' });
  return { form: 'XLSX, its first sheet', tags: await takeTags(db, 2) };
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return `"${text.replaceAll('"', '""')}"`;
}

async function readJson(db: Database, path: string, folder: string): Promise<Read> {
  for await (const bytes of bytesOf(path) as AsyncIterable<Buffer>) {
    const start = bytes.subarray(0, 1 << 16).toString('utf8');
    if (/^\s*\{/.test(start) && /"features"\s*:\s*\[|"FeatureCollection"/.test(start))
      return readGeojson(db, path, folder);
    break;
  }
  return records(db, `read_json_objects(${sql(path)}, format = 'auto', maximum_object_size = 67108864)`, 'JSON');
}

function readLines(db: Database, path: string): Promise<Read> {
  return records(
    db,
    `read_json_objects(${sql(path)}, format = 'newline_delimited', maximum_object_size = 67108864)`,
    'JSON, a record a line'
  );
}

/** Records of JSON: each key of any of them is a column. */
async function records(db: Database, from: string, form: string): Promise<Read> {
  await db.run(`CREATE OR REPLACE TABLE records AS SELECT row_number() OVER () AS _row, json FROM ${from}`);
  const keys = await db.rows<{ key: string }>(
    `SELECT DISTINCT unnest(json_keys(json)) AS key FROM records WHERE json_type(json) = 'OBJECT' ORDER BY key`
  );
  const cells = keys.map(({ key }) => `json->>${sql(`$."${key}"`)} AS ${name(key)}`);
  await db.run(
    `CREATE OR REPLACE TABLE source AS SELECT ${['_row', ...cells].join(', ')} FROM records; DROP TABLE records;`
  );
  return { form };
}

/**
 * Features: each property is a column, and so are `longitude` and `latitude` of a point, `geometry_type`, and the members
 * of the feature itself that are no GeoJSON (`when`, `names` … of Linked Places), as `_when`, `_names`.
 */
async function readGeojson(db: Database, path: string, folder: string): Promise<Read> {
  const lines = join(folder, 'features.ndjson');
  const { head } = await featureLines(path, lines);
  await db.run(
    `CREATE OR REPLACE TABLE features AS SELECT row_number() OVER () AS _row, json FROM read_json_objects(${sql(lines)}, format = 'newline_delimited', maximum_object_size = 67108864)`
  );
  const keysOf = async (of: string) =>
    (await db.rows<{ key: string }>(`SELECT DISTINCT unnest(json_keys(${of})) AS key FROM features ORDER BY key`)).map(
      ({ key }) => key
    );
  const own = (await keysOf('json')).filter((key) => !['type', 'properties', 'geometry', 'bbox'].includes(key));
  const properties = await keysOf(`json->'properties'`);
  const taken = new Set(properties.map((key) => key.toLowerCase()));
  const point = (at: number) =>
    `CASE json->>'$.geometry.type' WHEN 'Point' THEN json->>'$.geometry.coordinates[${at}]' WHEN 'GeometryCollection' THEN json->>'$.geometry.geometries[0].coordinates[${at}]' END`;
  const added = [
    ['longitude', point(0)],
    ['latitude', point(1)],
    ['geometry_type', `json->>'$.geometry.type'`]
  ].flatMap(([key, value]) => (taken.has(key!) ? [] : [`${value} AS ${name(key!)}`]));
  const cells = [
    ...properties.map((key) => `json->>${sql(`$.properties."${key}"`)} AS ${name(key)}`),
    ...added,
    ...own.map((key) => `json->>${sql(`$."${key}"`)} AS ${name(`_${key}`)}`)
  ];
  await db.run(
    `CREATE OR REPLACE TABLE source AS SELECT ${['_row', ...cells].join(', ')} FROM features; DROP TABLE features;`
  );
  return { form: 'GeoJSON', layer: /"name"\s*:\s*"([^"]*)"/.exec(head)?.[1] ?? '' };
}

async function readParquet(db: Database, path: string): Promise<Read> {
  await db.run(
    `CREATE OR REPLACE TABLE source AS SELECT row_number() OVER () AS _row, COLUMNS(*)::VARCHAR FROM ${sql(path)}`
  );
  return { form: 'Parquet' };
}
