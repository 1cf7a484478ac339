import type { LanguageId } from '../../i18n/languages.ts';
import { SOURCE } from '../../model/language-folder.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Geodata } from './authored.ts';
import { join } from './join.ts';
import { formatReport } from './problems.ts';
import { translate } from './translate.ts';
import { gatherFolder, hasErrors, validateGeodata } from './validate.ts';

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

/** No more than is needed: what was authored takes as much memory again. */
type Read = { texts: Geodata['texts']; joined: Dataset };

/** Of the process: a build loads its settings twice, and with them this module. */
const KEPT = Symbol.for('geodata as read');
const read: Map<string, Read> = ((globalThis as { [KEPT]?: Map<string, Read> })[KEPT] ??= new Map());

/** A build draws many pages of one folder, which does not change meanwhile; where it is edited it is read anew. */
function readOnce(dir: string): Read {
  const before = read.get(dir);
  if (before) return before;
  // Pages are drawn in processes of their own, after the folder was checked: `vite-geodata.ts`.
  if (import.meta.env?.PROD) return keepChecked(dir, gatherFolder(dir));
  const { data, problems } = validateGeodata(dir);
  if (hasErrors(problems)) throw new Error(`the data has problems\n\n${formatReport(problems)}\n`);
  return { texts: data.texts, joined: join(data) };
}

/** Keeps a folder in which there are no errors, for as long as the process lives. */
export function keepChecked(dir: string, data: Geodata): Read {
  const now = { texts: data.texts, joined: join(data) };
  read.set(dir, now);
  return now;
}

export const isKept = (dir: string): boolean => read.has(dir);
