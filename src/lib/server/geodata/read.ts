import { basename, join, relative } from 'node:path';
import { once } from '../../model/once.ts';
import { encodingFault } from './encoding.ts';
import { linesOf, readJson, type JsonText, type Lines } from './json-text.ts';
import { PARTS_FILE, readParts } from './part-folders.ts';
import { didYouMean, type Problem } from './problems.ts';
import { asPublished } from './publication.ts';
import { SCHEMAS } from './schemas.ts';
import type { Broken, Source } from './source.ts';

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
  /** Read again when they are asked for: neither they nor the text are kept of thousands of files. */
  lines: () => Lines;
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
  { name: 'relations.json', kind: 'relations', optional: true },
  { name: 'external.json', kind: 'external', optional: true },
  { name: 'sites.geojson', kind: 'sites' },
  { name: 'areas.geojson', kind: 'areas', optional: true },
  { name: 'troops.json', kind: 'troops', optional: true },
  { name: 'story.json', kind: 'story', optional: true },
  { name: 'gazetteer.json', kind: 'gazetteer', optional: true }
];

/** What a basemap may consist of. A file that is not there is an empty layer. */
export const BASEMAP = ['boundaries', 'labels', 'land', 'municipalities', 'places', 'relief', 'transport', 'water'];

/**
 * The folders, and which names a file in them has; each is one kind of data, but for copies of the program’s schemas, and
 * for what the importer keeps for itself.
 */
const FOLDERS: Record<string, { kind?: FileKind; ending: string; names?: readonly string[] }> = {
  import: { ending: '' },
  articles: { kind: 'article', ending: '.json' },
  basemap: { kind: 'basemap', ending: '.geojson', names: BASEMAP.map((name) => `${name}.geojson`) },
  schema: { ending: '.json', names: ['common', ...Object.keys(SCHEMAS)].map((name) => `${name}.schema.json`) },
  text: { kind: 'text', ending: '.json' }
};

/**
 * Reads every file of a data folder. Never throws on bad content: what is wrong is a problem, and reading goes on.
 * Throws where the folder itself does not exist.
 */
export function readGeodata(from: string | Source): FolderContents {
  const source = typeof from === 'string' ? asPublished(from) : from;
  const { dir } = source;
  const names = source.names('');
  if (names === null)
    throw new Error(`there is no data folder ${JSON.stringify(dir)}; name one with --dir or GEODATA_DIR`);
  if (names.includes(PARTS_FILE) && !names.includes('dataset.json')) {
    const one = join(dir, readParts(dir)!.parts.at(-1)!.id);
    throw new Error(`${JSON.stringify(dir)} holds several data folders, of some years each; name one, such as ${one}`);
  }
  const reading: FolderContents = { files: [], unread: new Set(), problems: [] };
  for (const { name, kind, optional } of SINGLE) {
    if (names.includes(name)) readInto(reading, source, name, kind);
    else if (!optional) missing(reading, dir, name, kind, `add it (shape: schema/${kind}.schema.json)`);
  }
  for (const folder of Object.keys(FOLDERS)) if (names.includes(folder)) readFolder(reading, source, folder);
  const known = [...SINGLE.map(({ name }) => name), ...Object.keys(FOLDERS)];
  for (const name of names) {
    if (known.includes(name) || name.startsWith('.') || name.endsWith('.md')) continue;
    // Not skipped in silence: "event.json" beside events.json is a slip that would lose data.
    const meant = withoutSecondEnding(name);
    const advice = known.includes(meant) ? `rename it to ${meant}` : didYouMean(name, known);
    reading.problems.push(fileProblem('S02', dir, name, 'nothing reads a file or folder of this name', advice));
  }
  return reading;
}

/** `dir` as printed, with `/`, and relative to where the program runs if it lies below. */
export function shown(dir: string, name: string): string {
  const path = relative(process.cwd(), join(dir, name));
  return (path.startsWith('..') ? join(basename(dir), name) : path).replaceAll('\\', '/');
}

function readInto(reading: FolderContents, source: Source, name: string, kind: FileKind): void {
  const { dir } = source;
  const file = shown(dir, name);
  const bytes = source.bytes(name);
  const broken = Buffer.isBuffer(bytes) ? unreadable(bytes) : null;
  if (!Buffer.isBuffer(bytes) || broken !== null) {
    reading.unread.add(kind);
    const [rule, { found, advice }] = Buffer.isBuffer(bytes) ? (['S01', broken!] as const) : (['S02', bytes] as const);
    reading.problems.push(fileProblem(rule, dir, name, found, advice));
    return;
  }
  const result = kind === 'basemap' ? readAgain(file, bytes) : readJson(bytes.toString('utf8'));
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
  reading.files.push({ kind, name, file, json: result.value, lines: once(() => linesAgain(source, name)) });
}

function linesAgain(source: Source, name: string): Lines {
  const bytes = source.bytes(name);
  return Buffer.isBuffer(bytes) ? linesOf(bytes.toString('utf8')) : new Map();
}

const lastRead = new Map<string, { bytes: Buffer; result: JsonText }>();

/** The basemap is most of what there is to read, and does not change while the rest is edited. */
function readAgain(file: string, bytes: Buffer): JsonText {
  const last = lastRead.get(file);
  if (last?.bytes.equals(bytes)) return last.result;
  const result = readJson(bytes.toString('utf8'));
  lastRead.set(file, { bytes, result });
  return result;
}

/** Why a file as a whole cannot be read as text; `null` where it can. */
function unreadable(bytes: Buffer): Broken | null {
  const fault = encodingFault(bytes);
  if (fault === 'UTF-16') return { found: 'the file is UTF-16', advice: 'save it as UTF-8' };
  // Files of the basemap are served as they are, and JSON on the web has none (RFC 8259).
  if (fault === 'byte order mark')
    return { found: 'the file has a byte order mark', advice: 'save it as UTF-8 without one' };
  if (bytes.toString('utf8').trim() === '')
    return { found: 'the file is empty', advice: 'write its content, or take an older version of it back' };
  return null;
}

/** Reads the files of a folder that are named as they should, and names the others: what is not read would be lost unseen. */
function readFolder(reading: FolderContents, source: Source, folder: string): void {
  const { dir } = source;
  const { kind, ending, names } = FOLDERS[folder]!;
  const isNamedRight = (name: string) => name.endsWith(ending) && (names?.includes(name) ?? true);
  for (const name of namesIn(reading, source, folder)) {
    const path = `${folder}/${name}`;
    if (isNamedRight(name)) {
      if (kind) readInto(reading, source, path, kind);
    } else if (!name.startsWith('.') && !name.endsWith('.md')) {
      const meant = withoutSecondEnding(name);
      const advice = names ? didYouMean(name, names) : `names of files in ${folder} end in ${ending}`;
      // What refers to its content must not be reported as unknown besides.
      if (kind) reading.unread.add(kind);
      const rename = isNamedRight(meant) ? `rename it to ${meant}` : advice;
      reading.problems.push(fileProblem('S02', dir, path, 'a file of this name is not read', rename));
    }
  }
}

function namesIn(reading: FolderContents, source: Source, folder: string): string[] {
  const names = source.names(folder);
  if (names !== null) return names;
  const { kind } = FOLDERS[folder]!;
  if (kind) reading.unread.add(kind);
  reading.problems.push(fileProblem('S02', source.dir, folder, 'it is no folder', 'put a folder of files there'));
  return [];
}

function missing(reading: FolderContents, dir: string, name: string, kind: FileKind, advice: string): void {
  reading.unread.add(kind);
  reading.problems.push(fileProblem('S02', dir, name, 'the file is missing', advice));
}

/** `x.json` for `x.json.txt`, as editors that hide endings save it. */
function withoutSecondEnding(name: string): string {
  return name.replace(/(\.(?:geo)?json)\.[a-z]+$/i, '$1').replace(/\.(?:GEO)?JSON$/, (ending) => ending.toLowerCase());
}

function fileProblem(rule: 'S01' | 'S02', dir: string, name: string, found: string, advice: string): Problem {
  return { rule, file: shown(dir, name), path: '', found, advice, severity: 'error' };
}
