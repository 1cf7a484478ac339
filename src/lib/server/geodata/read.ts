import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { readJson } from './json-text.ts';
import { didYouMean, type Problem } from './problems.ts';

/** Which schema and which rules a file answers to. */
export type FileKind =
  | 'dataset'
  | 'article'
  | 'agents'
  | 'origins'
  | 'events'
  | 'relations'
  | 'troops'
  | 'external'
  | 'codes'
  | 'gazetteer'
  | 'sites'
  | 'areas'
  | 'basemap'
  | 'text';

/** A file of the data folder that is JSON, not yet known to have the right shape. */
export type SourceFile = {
  kind: FileKind;
  /** Inside the folder, with `/`: `articles/x.json`. */
  name: string;
  /** As printed in reports: `geodata/articles/x.json`. */
  file: string;
  json: unknown;
  lineOf: ReadonlyMap<string, number>;
};

/** The files of a data folder, and what is wrong with them. */
export type FolderContents = {
  files: SourceFile[];
  /** Kinds of which a file is missing or unreadable. */
  unread: Set<FileKind>;
  problems: Problem[];
};

const SINGLE: { name: string; kind: FileKind; optional?: true }[] = [
  { name: 'dataset.json', kind: 'dataset' },
  { name: 'codes.json', kind: 'codes' },
  { name: 'agents.json', kind: 'agents' },
  { name: 'origins.json', kind: 'origins' },
  { name: 'events.json', kind: 'events' },
  { name: 'relations.json', kind: 'relations' },
  { name: 'external.json', kind: 'external' },
  { name: 'sites.geojson', kind: 'sites' },
  { name: 'areas.geojson', kind: 'areas' },
  { name: 'troops.json', kind: 'troops', optional: true },
  { name: 'gazetteer.json', kind: 'gazetteer', optional: true }
];

/** Folders that hold no data of their own to be joined; `basemap` is read for its geometry alone. */
const FOLDERS = ['articles', 'basemap', 'schema', 'text'];

/**
 * Reads every file of a data folder. Never throws on bad content: what is wrong is a problem, and reading goes on.
 * Throws where the folder itself does not exist.
 */
export function readGeodata(dir: string): FolderContents {
  if (!existsSync(dir))
    throw new Error(`there is no data folder ${JSON.stringify(dir)}; name one with --dir or GEODATA_DIR`);
  const reading: FolderContents = { files: [], unread: new Set(), problems: [] };
  const present = readdirSync(dir, { withFileTypes: true });
  for (const { name, kind, optional } of SINGLE) {
    if (present.some((entry) => entry.name === name)) readInto(reading, dir, name, kind);
    else if (!optional) {
      reading.unread.add(kind);
      reading.problems.push(
        fileProblem(dir, name, 'the file is missing', `add it (shape: schema/${kind}.schema.json)`)
      );
    }
  }
  for (const name of list(dir, 'articles', '.json')) readInto(reading, dir, name, 'article');
  for (const name of list(dir, 'basemap', '.geojson')) readInto(reading, dir, name, 'basemap');
  for (const name of list(dir, 'text', '.json')) readInto(reading, dir, name, 'text');
  for (const entry of present) {
    const known = entry.isDirectory() ? FOLDERS : SINGLE.map(({ name }) => name);
    if (known.includes(entry.name) || entry.name.startsWith('.') || entry.name.endsWith('.md')) continue;
    // Not skipped in silence: "event.json" beside events.json is a slip that would lose data.
    const advice = didYouMean(entry.name, known);
    reading.problems.push(fileProblem(dir, entry.name, 'nothing reads a file or folder of this name', advice));
  }
  return reading;
}

/** `dir` as printed, with `/`, and relative to where the program runs if it lies below. */
export function shown(dir: string, name: string): string {
  const path = relative(process.cwd(), join(dir, name));
  return (path.startsWith('..') ? join(basename(dir), name) : path).replaceAll('\\', '/');
}

function readInto(reading: FolderContents, dir: string, name: string, kind: FileKind): void {
  const file = shown(dir, name);
  const result = readJson(readFileSync(join(dir, name), 'utf8').replace(/^\uFEFF/, ''));
  if (!result.ok) {
    reading.unread.add(kind);
    const found = `no JSON at column ${result.column}: ${result.found}`;
    reading.problems.push({ ...fileProblem(dir, name, found, 'correct it there'), line: result.line });
    return;
  }
  for (const { path, line } of result.duplicates) {
    const problem = {
      ...fileProblem(dir, name, 'the same key stands twice in one object', 'remove one of the two'),
      path,
      line
    };
    reading.problems.push(problem);
  }
  reading.files.push({ kind, name, file, json: result.value, lineOf: result.lineOf });
}

function list(dir: string, folder: string, ending: string): string[] {
  if (!existsSync(join(dir, folder))) return [];
  const names = readdirSync(join(dir, folder)).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => `${folder}/${name}`);
}

function fileProblem(dir: string, name: string, found: string, advice: string): Problem {
  const rule = found.startsWith('no JSON') || found.startsWith('the same key') ? 'S01' : 'S02';
  return { rule, file: shown(dir, name), path: '', found, advice, severity: 'error' };
}
