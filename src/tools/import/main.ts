import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bounds } from '../../lib/map/projection.ts';
import { readParts } from '../../lib/server/geodata/part-folders.ts';
import { addBasemap } from '../data-folder/basemap.ts';
import { OWN_FOLDER } from './folder.ts';
import { importTable, withDatabase, type Imported } from './import.ts';
import type { Changes } from './merge.ts';
import { readYears } from './parts.ts';
import { allProfiles, type Settings } from './profile.ts';
import { suggest } from './suggest.ts';

const USAGE = `usage: npm run import -- TABLE --out DIR [--profile NAME|FILE.sql] [--years N] [--strict] [--title TEXT]
       npm run import -- TABLE --suggest [--out DIR]
  TABLE           CSV, TSV, XLSX, JSON, GeoJSON or Parquet; also packed as .gz
  --out DIR       the data folder to make, or to bring a newer table into
  --profile P     how to read it; without, by its columns: ${allProfiles()
    .map(({ name }) => name)
    .join(', ')}
  --suggest       propose a profile, with guesses and questions; writes DIR/import/suggested.sql
  --years N       make a data folder of each N years, side by side in DIR, for tables too large for one page
  --strict        make nothing where a row is refused
  --title TEXT    the title of the map
  --encoding E    of a text that is not UTF-8: windows-1250
  --delimiter D   what parts the cells, where it is not found: ";" or tab
  --dates ORDER   day-first or month-first, for dates such as 5/6/2023
  --zero MEANING  none or unknown: what a figure of 0 says`;

const options = {
  out: { type: 'string' },
  profile: { type: 'string' },
  suggest: { type: 'boolean' },
  years: { type: 'string' },
  strict: { type: 'boolean' },
  title: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  dates: { type: 'string' },
  zero: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const;

/** Exit code 1 where rows were refused under --strict or none is left, 2 for wrong usage and what cannot be read. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [table, ...more] = positionals;
  if (values.help || table === undefined || more.length > 0 || (!values.out && !values.suggest)) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const settings = settingsOf(values);
  if (values.suggest) return propose(table, values.out, settings);
  const { out, profile, strict, title } = values;
  const years = values.years === undefined ? undefined : readYears(values.years);
  const before = new Map(foldersIn(out!).map((dir) => [dir, boundsOf(dir)]));
  const imported = await importTable(table, { out: out!, profile, strict, title, years, ...settings });
  const { used, refused } = imported;
  const isRefused = used === 0 || (strict && refused.length > 0);
  console.log(summary(imported, out!));
  if (isRefused)
    console.log(
      used === 0 ? 'No row can be used: nothing was made.' : 'Rows were refused, so nothing was made (--strict).'
    );
  else console.log(`${addBasemaps(foldersIn(out!), before)}\n\nNext:\n  GEODATA_DIR=${out} npm start`);
  return isRefused ? 1 : 0;
}

/** The data folders of an import: one, or those of its parts. */
const foldersIn = (out: string): string[] => readParts(out)?.parts.map(({ id }) => join(out, id)) ?? [out];

/** A basemap for each folder that has none; parts of one table show the same box, and so have copies of one. */
function addBasemaps(dirs: readonly string[], before: ReadonlyMap<string, Bounds | null>): string {
  const done = dirs.flatMap((dir) => {
    const bounds = boundsOf(dir)!;
    const has = (other: string) => existsSync(join(other, 'basemap'));
    const like = dirs.find((other) => has(other) && String(boundsOf(other)) === String(bounds));
    if (has(dir) || like === undefined) return [addBasemap(dir, bounds, before.get(dir) ?? null)];
    cpSync(join(like, 'basemap'), join(dir, 'basemap'), { recursive: true });
    return [];
  });
  return [...new Set(done)].join('\n');
}

/** Of the folder as it is now: they may have been changed by hand. `null` where there is no folder yet. */
function boundsOf(dir: string): Bounds | null {
  const path = join(dir, 'dataset.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { bounds: Bounds }).bounds : null;
}

function settingsOf({ encoding, delimiter, dates, zero }: Record<string, unknown>): Settings {
  const choice = <T extends string>(name: string, value: unknown, ...known: T[]): T | undefined => {
    if (value !== undefined && !known.includes(value as T)) throw new Error(`--${name}: write ${known.join(' or ')}`);
    return value as T | undefined;
  };
  return {
    encoding: encoding as string | undefined,
    delimiter: delimiter as string | undefined,
    dates: choice('dates', dates, 'day-first', 'month-first'),
    zero: choice('zero', zero, 'none', 'unknown')
  };
}

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

function summary({ source, profile, used, refused, changes, parts, left }: Imported, out: string): string {
  const lines = [
    `${source.file}: ${source.form}, profile ${profile.name}`,
    `${count(source.rows, 'row')} = ${count(used, 'event')} + ${(source.rows - used).toLocaleString('en')} refused`,
    ...refused.map(({ cause, n }) => `  ${n.toLocaleString('en')}: ${cause}`)
  ];
  if (changes) lines.push(since(changes));
  for (const { id, events, changes } of parts)
    lines.push(`  ${id}: ${count(events, 'event')}${changes ? `; ${since(changes)}` : ''}`);
  for (const id of left) lines.push(`  ${id}: no row any more; ${join(out, id)} stays, and is no part`);
  return [...lines, `Report: ${join(out, OWN_FOLDER, 'report.html')}`].join('\n');
}

const since = ({ added, changed, gone, kept }: Changes) =>
  `since the import before: ${added.length} added, ${changed.length} changed, ${gone.length} gone; ${kept} hand-made changes kept`;

async function propose(table: string, out: string | undefined, settings: Settings): Promise<number> {
  const found = await withDatabase((db, folder) => suggest(db, folder, table, settings));
  console.log(found.isNew ? 'A profile of its own:' : `The profile ${found.profile} fits.`);
  for (const guess of found.guesses) console.log(`  ${guess}`);
  if (found.questions.length > 0) console.log('Questions:');
  for (const question of found.questions) console.log(`  ${question}`);
  const target = out ?? 'DIR';
  if (found.sql === null) {
    console.log(`\nnpm run import -- ${table} --profile ${found.profile} --out ${target}`);
    return 0;
  }
  if (out === undefined) console.log(`\n${found.sql}`);
  else {
    const path = join(out, OWN_FOLDER, 'suggested.sql');
    if (existsSync(path)) throw new Error(`${path} is there already: move it away, it may have been edited`);
    mkdirSync(join(out, OWN_FOLDER), { recursive: true });
    writeFileSync(path, found.sql);
    console.log(
      `\nAnswer the questions in ${path}, then:\nnpm run import -- ${table} --profile ${path} --out ${target}`
    );
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
