import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PARTS_FILE, readParts } from '../../lib/server/geodata/part-folders.ts';
import { writeJson } from '../data-folder/write-json.ts';
import { Database, name, sql } from './database.ts';
import { frameOf, OWN_FOLDER, writeFolder, type FolderOptions, type Release } from './folder.ts';
import { keepBase, mergeFolder, type Changes } from './merge.ts';
import { checkParts, forEachPart, partsOf } from './parts.ts';
import { findProfile, profileFor, type Profile, type Settings } from './profile.ts';
import { reportPage } from './report.ts';
import { columnsOf, readSource, type Source } from './source.ts';

/** What a profile gives for each row; what it leaves out says nothing. */
const CONTRACT: Record<string, string> = {
  id: 'VARCHAR',
  prefix: 'VARCHAR',
  kind: 'VARCHAR',
  title: 'VARCHAR',
  what: 'VARCHAR',
  edtf: 'VARCHAR',
  date_problem: 'VARCHAR',
  date_basis: 'VARCHAR',
  lon: 'DOUBLE',
  lat: 'DOUBLE',
  coordinates: 'VARCHAR',
  place: 'VARCHAR',
  precision: 'VARCHAR',
  accuracy_m: 'INTEGER',
  problem: 'VARCHAR',
  figures: 'STRUCT(measure VARCHAR, party VARCHAR, low VARCHAR, best VARCHAR, high VARCHAR)[]',
  actors: 'STRUCT(name VARCHAR, same_as VARCHAR)[]',
  sources: 'STRUCT(title VARCHAR, url VARCHAR, "day" VARCHAR)[]',
  source_text: 'VARCHAR',
  certainty: 'VARCHAR',
  same_as: 'VARCHAR[]'
};

const DEFAULTS: Record<string, string> = {
  prefix: `'row'`,
  date_basis: `'The row gives the date.'`,
  precision: `'named_point'`,
  figures: '[]',
  actors: '[]',
  sources: '[]',
  certainty: `'high'`,
  same_as: '[]'
};

export type Options = Settings & {
  profile?: string;
  out: string;
  title?: string;
  published?: string;
  strict?: boolean;
  /** Makes a data folder of each so many years, side by side. */
  years?: number;
};

export type Refused = { cause: string; n: number };
/** A part of the table, by its folder: how many events it has, and what has become of them since an import before. */
export type ImportedPart = { id: string; events: number; changes: Changes | null };
export type Imported = {
  source: Source;
  profile: Profile;
  used: number;
  refused: Refused[];
  /** Since the import before; `null` where there is none, or where the table is in parts. */
  changes: Changes | null;
  /** Of a table that is in parts, all of them. */
  parts: ImportedPart[];
  /** Parts of an import before that no row touches any more. Their folders stay. */
  left: string[];
};

/** From what a profile maps to what is written. */
const STEPS = ['shape.sql', 'shared.sql', 'lines.sql'];

/** Runs something with a database of its own, which is gone afterwards. */
export async function withDatabase<T>(run: (db: Database, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'map-import-'));
  const db = await Database.open(folder);
  try {
    return await run(db, folder);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the table and maps it with its profile: the tables and views of `STEPS` then hold what is to be written. */
export async function mapTable(
  db: Database,
  folder: string,
  path: string,
  options: Settings & { profile?: string }
): Promise<Pick<Imported, 'source' | 'profile'>> {
  const stated = options.profile === undefined ? null : findProfile(options.profile);
  const settings = { ...stated, ...defined(options) };
  const source = await readSource(db, path, folder, settings);
  const profile = stated ?? profileFor(source.columns);
  if (profile === null)
    throw new Error(
      `no profile fits the columns ${source.columns.slice(0, 12).join(', ')}; --suggest proposes one for this table`
    );
  const has = new Set(source.columns.map((column) => column.toLowerCase()));
  const missing = profile.expects.filter((column) => !has.has(column.toLowerCase()));
  if (missing.length > 0)
    throw new Error(`the profile ${profile.name} expects columns that the table lacks: ${missing.join(', ')}`);
  const base = profile.basedOn === null ? profile : findProfile(profile.basedOn);
  await nameColumns(db, source.columns, profile.columns, [...base.expects, ...base.mayHave]);
  const how = {
    dates: 'ask',
    zero: 'unknown',
    ...defined({ dates: profile.dates, zero: profile.zero }),
    ...defined({ dates: options.dates, zero: options.zero })
  };
  const variables = { file: source.file, layer: source.layer, sharing: profile.sharing, ...how };
  for (const [variable, value] of Object.entries(variables)) await db.run(`SET VARIABLE ${variable} = ${sql(value)}`);
  await db.run(
    `CREATE VIEW parties AS SELECT 'all' AS id, 'in all' AS label;
     CREATE VIEW measures AS SELECT * FROM (VALUES ('killed', 'killed'), ('injured', 'injured')) AS measures(id, label);`
  );
  for (const { sql } of new Set([base, profile]))
    await db.run(sql.replace(/\bCREATE VIEW\b/g, 'CREATE OR REPLACE VIEW'));
  const given = new Set(await columnsOf(db, 'mapped'));
  const cells = Object.entries(CONTRACT).map(([column, type]) => {
    const value = given.has(column) ? name(column) : 'NULL';
    const kept = DEFAULTS[column] ? `coalesce(${value}::${type}, ${DEFAULTS[column]})` : `${value}::${type}`;
    return `${kept} AS ${name(column)}`;
  });
  await db.run(`CREATE VIEW taken AS SELECT _row, ${cells.join(', ')} FROM mapped`);
  for (const step of STEPS) await db.run(readFileSync(join(import.meta.dirname, step), 'utf8'));
  return { source, profile };
}

/**
 * Makes the view `source` of the table as it was read, `cells`: with the names that a profile uses, and a column without
 * values for each that it could use and the table lacks.
 */
async function nameColumns(
  db: Database,
  columns: readonly string[],
  names: Record<string, string>,
  used: readonly string[]
): Promise<void> {
  const lacking = Object.values(names).filter((column) => !columns.includes(column));
  if (lacking.length > 0) throw new Error(`the profile names columns that the table lacks: ${lacking.join(', ')}`);
  // Where a profile names columns, the others are not seen: one that has the name of another’s role would hide it.
  const seen =
    Object.keys(names).length > 0 ? Object.entries(names) : columns.map((column) => [column, column] as const);
  const there = new Set(seen.map(([role]) => role.toLowerCase()));
  const absent = used.filter((column) => !there.has(column.toLowerCase()));
  const cells = [
    '_row',
    ...seen.map(([role, column]) => `${name(column)} AS ${name(role)}`),
    ...absent.map((column) => `NULL::VARCHAR AS ${name(column)}`)
  ];
  await db.run(
    `ALTER TABLE source RENAME TO cells;
     CREATE VIEW source AS SELECT ${cells.join(', ')} FROM cells;`
  );
}

const defined = <T extends object>(options: T): Partial<T> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;

/**
 * Makes a data folder of a table, or brings a newer table into one, with a report in its folder `import`. With `years` it
 * makes one for each so many years, side by side in the folder, and `parts.json` with what they are.
 */
export async function importTable(path: string, options: Options): Promise<Imported> {
  checkParts(options.out, options.years);
  return withDatabase(async (db, folder) => {
    const { source, profile } = await mapTable(db, folder, path, options);
    const refused = (
      await db.rows<{ cause: string; n: string }>(
        'SELECT cause, count(*) AS n FROM refused GROUP BY cause ORDER BY n DESC, cause'
      )
    ).map(({ cause, n }) => ({ cause, n: Number(n) }));
    const used = source.rows - refused.reduce((sum, { n }) => sum + n, 0);
    const own = join(options.out, OWN_FOLDER);
    mkdirSync(own, { recursive: true });
    const table = join(own, 'refused.csv');
    rmSync(table, { force: true });
    const imported: Imported = { source, profile, used, refused, changes: null, parts: [], left: [] };
    if (refused.length > 0)
      await db.run(
        `COPY (SELECT _row AS "row", cause, cells.* EXCLUDE (_row) FROM refused JOIN cells USING (_row) ORDER BY _row)
         TO ${sql(table)} (HEADER)`
      );
    if (used > 0 && !(options.strict && refused.length > 0)) {
      if (options.years === undefined) {
        checkImported(options.out);
        imported.changes = await bringIn(db, options.out, profile, used, { title: options.title });
      } else Object.assign(imported, await bringInParts(db, profile, options, options.years));
    }
    writeFileSync(join(own, 'report.html'), await reportPage(db, imported));
    return imported;
  });
}

const baseOf = (dir: string) => join(dir, OWN_FOLDER, 'base');

/** Throws where a data folder is there that no import has made, or one of too many events to be compared with. */
function checkImported(dir: string): void {
  if (existsSync(join(dir, 'events.json')) && !existsSync(baseOf(dir)))
    throw new Error(`${dir} holds a data folder that was not imported; name another one with --out`);
}

/** Writes what the database holds into a folder, new or of an import before. Returns what has become of the events since. */
async function bringIn(
  db: Database,
  dir: string,
  profile: Profile,
  events: number,
  options: FolderOptions
): Promise<Changes | null> {
  const [base, next] = [baseOf(dir), join(dir, OWN_FOLDER, 'next')];
  if (!existsSync(base)) {
    await writeFolder(db, dir, profile, options);
    if (events <= MOST_MERGED) keepBase(dir, base, null);
    return null;
  }
  rmSync(next, { recursive: true, force: true });
  await writeFolder(db, next, profile, options);
  const changes = mergeFolder(dir, base, next);
  keepBase(dir, base, next);
  return changes;
}

async function bringInParts(
  db: Database,
  profile: Profile,
  { out, title: asked }: Options,
  years: number
): Promise<Pick<Imported, 'parts' | 'left'>> {
  const { bounds, ...domain } = await frameOf(db);
  const parts = await partsOf(db, years, domain);
  const folderOf = ({ id }: { id: string }) => join(out, id);
  // All before any is written: a folder that cannot be taken would leave the others newer than it.
  for (const part of parts) checkImported(folderOf(part));
  const before = readParts(out);
  const release = await db.one<Release>('SELECT * FROM release');
  const title = asked ?? before?.title ?? release.map_title;
  writeJson(join(out, PARTS_FILE), { title, years, parts });
  const imported: ImportedPart[] = [];
  await forEachPart(db, parts, async (own) => {
    const changes = await bringIn(db, folderOf(own), profile, own.events, { title, part: { own, parts, bounds } });
    imported.push({ id: own.id, events: own.events, changes });
  });
  const ids = parts.map(({ id }) => id);
  return { parts: imported, left: (before?.parts ?? []).map(({ id }) => id).filter((id) => !ids.includes(id)) };
}

/** More events are not compared with an import before: they are written anew, into an empty folder. */
const MOST_MERGED = 300_000;
