import type { LanguageId } from '../../i18n/languages.ts';
import type { Dataset } from '../../model/dataset.ts';
import { indexDataset, type DatasetIndex } from '../../model/index-dataset.ts';
import { oncePer } from '../../model/once.ts';
import { isLarge, recordPages, type RecordPages } from '../../model/record-pages.ts';
import { svgBasemapNames } from '../basemap/svg-basemap.ts';
import { forgetRead, loadDataset } from '../geodata/dataset.ts';
import { headOf, idFiles, isDivided, textFiles } from '../geodata/divide.ts';
import { packDataset } from '../geodata/pack.ts';
import type { PackedHead } from '../../model/texts.ts';

const kept = new Map<string, ReturnType<typeof read>>();

/** What all pages of a language are made from: the data set, and the names on its basemap. A build reads it once. */
export function sharedData(dir: string, language: LanguageId): ReturnType<typeof read> {
  // Where the data is edited it is read anew.
  if (!import.meta.env?.PROD) return read(dir, language);
  const key = `${dir} ${language}`;
  const known = kept.get(key) ?? read(dir, language);
  kept.set(key, known);
  return known;
}

/** Lets go of it in this thread. */
export function forgetShared(): void {
  kept.clear();
  forgetRead();
}

function read(dir: string, language: LanguageId) {
  const dataset = loadDataset(dir, language);
  return { dataset, basemapNames: svgBasemapNames(dir, dataset) };
}

type SharedData = { dataset: Dataset; basemapNames: Readonly<ReturnType<typeof svgBasemapNames>> };

/** The index of such a data set, for all pages and files that need it. */
export const sharedIndex = oncePer((dataset: Dataset): DatasetIndex => indexDataset(dataset));

/** The pages of its record, where that is too large for one; `null`: it stands on the page of the map. */
export const sharedRecord = oncePer((dataset: Dataset): RecordPages | null =>
  isLarge(dataset) ? recordPages(sharedIndex(dataset)) : null
);

/** What of it the browser gets, and how: all but the boundary policy, which stands on the page about the data. */
export function forBrowser({ dataset, ...rest }: SharedData) {
  return { ...rest, dataset: packDataset(sent(dataset)) };
}

function sent(dataset: Dataset): Dataset {
  const { info } = dataset;
  return { ...dataset, info: { ...info, boundary: { ...info.boundary, policy: [] } } };
}

/** A file beside the pages: its name, and its JSON. */
type JsonFile = { name: string; text: string };

/** What is in a file: all data or their head, some of the texts, or some of the ids. */
export type FileKind = 'data' | 'texts' | 'ids';

/**
 * The same as files: the one that the pages name, which is the last, and before it those with the texts and the ids of a
 * large data set. `nameOf`: what a file is called, by its kind, its number among them and its content.
 */
export function* dataFiles(
  { dataset, ...rest }: SharedData,
  nameOf: (kind: FileKind, number: number, text: string) => string
): Generator<JsonFile> {
  const named = (kind: FileKind, number: number, content: object): JsonFile => {
    const text = JSON.stringify(content);
    return { name: nameOf(kind, number, text), text };
  };
  if (!isDivided(dataset)) {
    yield named('data', 0, forBrowser({ dataset, ...rest }));
    return;
  }
  const files: string[] = [];
  for (const texts of textFiles(dataset)) {
    const file = named('texts', files.length, texts);
    files.push(file.name);
    yield file;
  }
  const ids: PackedHead['ids'] = [];
  for (const some of idFiles(dataset)) {
    const file = named('ids', ids.length, some);
    ids.push({ from: some.ids[0]!, file: file.name });
    yield file;
  }
  yield named('data', 0, { ...rest, head: headOf(sent(dataset), { files, ids }) });
}
