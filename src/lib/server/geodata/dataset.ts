import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { LanguageId } from '../../i18n/languages.ts';
import { SOURCE } from '../../model/language-folder.ts';
import type { Dataset, DatasetInfo } from '../../model/dataset.ts';
import { itemsOf, type Item } from '../../model/item-page.ts';
import { unpackDataset, type PackedDataset } from '../../model/packed.ts';
import type { Geodata } from './authored.ts';
import { joinOnce } from './join.ts';
import { packDataset } from './pack.ts';
import { formatReport } from './problems.ts';
import { translate } from './translate.ts';
import { hasErrors, validateGeodata } from './validate.ts';

/** The folder that is read where none is named: another region is another folder. */
export function geodataDir(): string {
  return process.env.GEODATA_DIR ?? 'geodata';
}

/**
 * Reads, validates and joins a data folder, in one of the languages that it declares. Build only.
 * Throws one Error whose message lists every problem of every file, if any of them is an error. Warnings pass: they
 * are printed by `npm run check:geodata`.
 */
export function loadDataset(dir: string = geodataDir(), language: LanguageId = SOURCE): Dataset {
  const { texts, joined } = readOnce(dir);
  return translate(joined, texts, language);
}

/** What must be known of a data set to tell which pages it has. */
export type Outline = { info: DatasetInfo; items: Item[] };

/** That of `loadDataset`. SvelteKit asks for it in a thread of its own, which need not read the data for it. */
export function loadOutline(dir: string = geodataDir()): Outline {
  return checked(dir)?.outline ?? outlineOf(loadDataset(dir));
}

const outlineOf = (dataset: Dataset): Outline => ({ info: dataset.info, items: itemsOf(dataset) });

/** Lets go of what this thread has read; what was checked is kept for all threads. */
export const forgetRead = (): void => read.clear();

type Read = { texts: Geodata['texts']; joined: Dataset };

/** Of this thread: a build loads its settings twice, and with them this module. */
const READ = Symbol.for('geodata as read');
const read: Map<string, Read> = ((globalThis as { [READ]?: Map<string, Read> })[READ] ??= new Map());

/** A build draws many pages of one folder, which does not change meanwhile; where it is edited it is read anew. */
function readOnce(dir: string): Read {
  const known = read.get(dir) ?? readChecked(dir);
  if (known) {
    read.set(dir, known);
    return known;
  }
  const { data, problems } = validateGeodata(dir);
  if (hasErrors(problems)) throw new Error(`the data has problems\n\n${formatReport(problems)}\n`);
  return { texts: data.texts, joined: joinOnce(data) };
}

/** A folder without errors, as a build keeps it: as JSON, in memory that all of its threads see. */
type Checked = { dir: string; outline: Outline; bytes: SharedArrayBuffer };
const CHECKED = 'geodata as checked';
const checked = (dir: string): Checked | null => {
  const kept = getEnvironmentData(CHECKED) as Checked | undefined;
  return kept?.dir === dir ? kept : null;
};

/**
 * Keeps a folder in which there are no errors, for this thread and those that it starts from now on: SvelteKit draws pages
 * in threads of their own, each of which would read the folder anew. What was authored takes twenty times as much memory,
 * and can go.
 */
export function keepChecked(dir: string, data: Geodata): void {
  const joined = joinOnce(data);
  const bytes = Buffer.from(JSON.stringify({ texts: data.texts, joined: packDataset(joined) }));
  const shared = new SharedArrayBuffer(bytes.length);
  bytes.copy(new Uint8Array(shared));
  setEnvironmentData(CHECKED, { dir, outline: outlineOf(joined), bytes: shared } satisfies Checked);
}

export const isKept = (dir: string): boolean => checked(dir) !== null;

function readChecked(dir: string): Read | null {
  const kept = checked(dir);
  if (kept === null) return null;
  const { texts, joined }: { texts: Read['texts']; joined: PackedDataset } = JSON.parse(
    Buffer.from(kept.bytes).toString()
  );
  return { texts, joined: unpackDataset(joined) };
}
