import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** How cells of a table are to be read, where they alone do not say it. */
export type Settings = {
  /** The encoding of a text file that is not UTF-8. */
  encoding?: string;
  delimiter?: string;
  /** Which comes first in 5/6/2023. */
  dates?: 'day-first' | 'month-first';
  /** What a figure of 0 means: that there were none, or that none are known. */
  zero?: 'none' | 'unknown';
};

/** A SQL file that maps the columns of a table to events, with what its head says. */
export type Profile = Settings & {
  name: string;
  title: string;
  /** Columns that the table must have. */
  expects: string[];
  /** Columns that are used where the table has them. */
  mayHave: string[];
  /** What of the source may be handed on: its rows, or only what is shown. */
  sharing: 'all' | 'shown';
  /** The profile that does the work, once the columns have the names that it expects. */
  basedOn: string | null;
  /** The table’s own name of a column, by the name that the profile uses. */
  columns: Record<string, string>;
  sql: string;
};

const FOLDER = join(import.meta.dirname, 'profiles');

/** The profiles of the importer. */
export function allProfiles(): Profile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readProfile(join(FOLDER, file)));
}

/** A profile by its name, or from a file of one’s own. Throws where there is none. */
export function findProfile(nameOrPath: string): Profile {
  if (nameOrPath.endsWith('.sql')) return readProfile(nameOrPath);
  const known = allProfiles();
  const found = known.find(({ name }) => name === nameOrPath);
  if (found) return found;
  throw new Error(
    `there is no profile ${JSON.stringify(nameOrPath)}; there are ${known.map(({ name }) => name).join(', ')}, or name a file .sql`
  );
}

function readProfile(path: string): Profile {
  return parseProfile(readFileSync(path, 'utf8'), basename(path, '.sql'));
}

/** Reads the head: lines `-- key: value` before the first statement. Throws where it says what is not known. */
export function parseProfile(text: string, fallback: string): Profile {
  const head = text.split(/^(?!--|\s*$)/m)[0] ?? '';
  const said = new Map<string, string>();
  for (const [, key, value] of head.matchAll(/^-- ([a-z_ ]+): *(.*)$/gm)) said.set(key!, value!.trim());
  const list = (key: string) => (said.get(key) ?? '').split(',').flatMap((one) => one.trim() || []);
  const choice = <T extends string>(key: string, ...values: T[]): T | undefined => {
    const value = said.get(key);
    if (value === undefined || value === 'ask') return undefined;
    if (!values.includes(value as T))
      throw new Error(`the profile ${fallback} says “${key}: ${value}”; write ${values.join(' or ')}`);
    return value as T;
  };
  return {
    name: said.get('profile') ?? fallback,
    title: said.get('title') ?? fallback,
    expects: list('expects'),
    mayHave: list('may have'),
    sharing: choice('sharing', 'all', 'shown') ?? 'all',
    basedOn: said.get('based on') ?? null,
    columns: Object.fromEntries(
      [...said].flatMap(([key, value]) => (key.startsWith('column ') ? [[key.slice(7).trim(), value]] : []))
    ),
    encoding: said.get('encoding'),
    delimiter: said.get('delimiter'),
    dates: choice('dates', 'day-first', 'month-first'),
    zero: choice('zero', 'none', 'unknown'),
    sql: text
  };
}

/** The profile of which the table has all columns; of several, the one that expects most. `null` for none. */
export function profileFor(columns: readonly string[], profiles: readonly Profile[] = allProfiles()): Profile | null {
  const has = new Set(columns.map((column) => column.toLowerCase()));
  const fitting = profiles.filter(({ expects }) => expects.every((column) => has.has(column.toLowerCase())));
  return fitting.sort((a, b) => b.expects.length - a.expects.length)[0] ?? null;
}
