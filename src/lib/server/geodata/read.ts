import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { encodingFault } from './encoding.ts';
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
  | 'story'
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
  { name: 'story.json', kind: 'story', optional: true },
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
        fileProblem('S02', dir, name, 'the file is missing', `add it (shape: schema/${kind}.schema.json)`)
      );
    }
  }
  readFolder(reading, dir, 'articles', '.json', 'article');
  readFolder(reading, dir, 'basemap', '.geojson', 'basemap');
  readFolder(reading, dir, 'text', '.json', 'text');
  for (const entry of present) {
    const known = entry.isDirectory() ? FOLDERS : SINGLE.map(({ name }) => name);
    if (known.includes(entry.name) || entry.name.startsWith('.') || entry.name.endsWith('.md')) continue;
    // Not skipped in silence: "event.json" beside events.json is a slip that would lose data.
    const meant = withoutSecondEnding(entry.name);
    const advice = known.includes(meant) ? `rename it to ${meant}` : didYouMean(entry.name, known);
    reading.problems.push(fileProblem('S02', dir, entry.name, 'nothing reads a file or folder of this name', advice));
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
  const bytes = readFileSync(join(dir, name));
  const broken = unreadable(bytes);
  if (broken !== null) {
    reading.unread.add(kind);
    reading.problems.push(fileProblem('S01', dir, name, broken.found, broken.advice));
    return;
  }
  const result = readJson(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  if (!result.ok) {
    reading.unread.add(kind);
    const found = `no JSON at column ${result.column}: ${result.found}`;
    const advice = result.advice ?? 'correct it there';
    reading.problems.push({ ...fileProblem('S01', dir, name, found, advice), line: result.line });
    return;
  }
  for (const { path, line } of result.duplicates) {
    const found = 'the same key stands twice in one object';
    reading.problems.push({ ...fileProblem('S01', dir, name, found, 'remove one of the two'), path, line });
  }
  reading.files.push({ kind, name, file, json: result.value, lineOf: result.lineOf });
}

/** Why a file as a whole cannot be read as text; `null` where it can. */
function unreadable(bytes: Buffer): { found: string; advice: string } | null {
  if (encodingFault(bytes) === 'UTF-16') return { found: 'the file is UTF-16', advice: 'save it as UTF-8' };
  if (bytes.toString('utf8').trim() === '')
    return { found: 'the file is empty', advice: 'write its content, or take an older version of it back' };
  return null;
}

/** Reads the files of a folder that end as they should, and names the others: what is not read would be lost unseen. */
function readFolder(reading: FolderContents, dir: string, folder: string, ending: string, kind: FileKind): void {
  if (!existsSync(join(dir, folder))) return;
  for (const name of readdirSync(join(dir, folder)).sort()) {
    const path = `${folder}/${name}`;
    if (name.endsWith(ending)) readInto(reading, dir, path, kind);
    else if (!name.startsWith('.') && !name.endsWith('.md')) {
      const meant = withoutSecondEnding(name);
      const advice = meant.endsWith(ending) ? `rename it to ${meant}` : `names of files in ${folder} end in ${ending}`;
      // What refers to its content must not be reported as unknown besides.
      reading.unread.add(kind);
      reading.problems.push(fileProblem('S02', dir, path, 'a file of this name is not read', advice));
    }
  }
}

/** `x.json` for `x.json.txt`, as editors that hide endings save it. */
function withoutSecondEnding(name: string): string {
  return name.replace(/(\.(?:geo)?json)\.[a-z]+$/i, '$1').replace(/\.(?:GEO)?JSON$/, (ending) => ending.toLowerCase());
}

function fileProblem(rule: 'S01' | 'S02', dir: string, name: string, found: string, advice: string): Problem {
  return { rule, file: shown(dir, name), path: '', found, advice, severity: 'error' };
}
