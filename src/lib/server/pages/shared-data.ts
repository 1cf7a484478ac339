import type { LanguageId } from '../../i18n/languages.ts';
import type { Dataset } from '../../model/dataset.ts';
import { indexDataset, type DatasetIndex } from '../../model/index-dataset.ts';
import { oncePer } from '../../model/once.ts';
import { isLarge, recordPages, type RecordPages } from '../../model/record-pages.ts';
import { svgBasemapNames } from '../basemap/svg-basemap.ts';
import { forgetRead, loadDataset } from '../geodata/dataset.ts';
import { headOf, isDivided, textFiles } from '../geodata/divide.ts';
import { packDataset } from '../geodata/pack.ts';

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

/**
 * The same as files: the one that the pages name, which is the last, and before it those with the texts of a large data set.
 * `nameOf`: what a file is called, by its number and its content; `null` is that of the pages.
 */
export function* dataFiles(
  { dataset, ...rest }: SharedData,
  nameOf: (number: number | null, text: string) => string
): Generator<JsonFile> {
  const named = (number: number | null, content: object): JsonFile => {
    const text = JSON.stringify(content);
    return { name: nameOf(number, text), text };
  };
  if (!isDivided(dataset)) {
    yield named(null, forBrowser({ dataset, ...rest }));
    return;
  }
  const names: string[] = [];
  for (const texts of textFiles(dataset)) {
    const file = named(names.length, texts);
    names.push(file.name);
    yield file;
  }
  yield named(null, { ...rest, head: headOf(sent(dataset), names) });
}
