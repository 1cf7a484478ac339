import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { Database, name, sql } from './database.ts';
import { writeFolder } from './folder.ts';
import { findProfile, profileFor, type Profile, type Settings } from './profile.ts';
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
};

export type Refused = { cause: string; n: number };
export type Imported = { source: Source; profile: Profile; used: number; refused: Refused[] };

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

/** Reads the table and maps it with its profile: the tables and views of `shape.sql` then hold what is to be written. */
export async function mapTable(
  db: Database,
  folder: string,
  path: string,
  options: Settings & { profile?: string }
): Promise<Omit<Imported, 'used' | 'refused'>> {
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
  // Columns that a profile uses where they are there.
  for (const column of profile.mayHave.filter((one) => !has.has(one.toLowerCase())))
    await db.run(`ALTER TABLE source ADD COLUMN ${name(column)} VARCHAR`);
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
  await db.run(profile.sql.replace(/\bCREATE VIEW\b/g, 'CREATE OR REPLACE VIEW'));
  const given = new Set(await columnsOf(db, 'mapped'));
  const cells = Object.entries(CONTRACT).map(([column, type]) => {
    const value = given.has(column) ? name(column) : 'NULL';
    const kept = DEFAULTS[column] ? `coalesce(${value}::${type}, ${DEFAULTS[column]})` : `${value}::${type}`;
    return `${kept} AS ${name(column)}`;
  });
  await db.run(`CREATE TABLE taken AS SELECT _row, ${cells.join(', ')} FROM mapped`);
  await db.run(readFileSync(join(import.meta.dirname, 'shape.sql'), 'utf8'));
  return { source, profile };
}

const defined = <T extends object>(options: T): Partial<T> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Makes a data folder of a table. */
export async function importTable(path: string, options: Options): Promise<Imported> {
  return withDatabase(async (db, folder) => {
    const { source, profile } = await mapTable(db, folder, path, options);
    const refused = (
      await db.rows<{ cause: string; n: string }>(
        'SELECT cause, count(*) AS n FROM rows WHERE cause IS NOT NULL GROUP BY cause ORDER BY n DESC, cause'
      )
    ).map(({ cause, n }) => ({ cause, n: Number(n) }));
    const used = source.rows - refused.reduce((sum, { n }) => sum + n, 0);
    mkdirSync(options.out, { recursive: true });
    await writeFolder(db, options.out, profile, options);
    return { source, profile, used, refused };
  });
}
