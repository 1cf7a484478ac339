import { isoDay } from '../model/day.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { windowText, type ViewState } from '../model/view.ts';

/** The files for download, by their names in `data/`. Apart from their writers, which the page loads on demand. */
export const DATA_FILES = [
  'events.geojson',
  'claims.csv',
  'troops.csv',
  'dataset.json',
  'dataset.schema.json',
  'claims.jsonld'
] as const;

export type DataFile = (typeof DATA_FILES)[number];

/** Files whose content depends on the filter; the schema does not. */
export const FILTERED_FILES = DATA_FILES.filter((file) => file !== 'dataset.schema.json');

export const MEDIA_TYPES: Record<DataFile, string> = {
  'events.geojson': 'application/geo+json',
  'claims.csv': 'text/csv;charset=utf-8',
  'troops.csv': 'text/csv;charset=utf-8',
  'dataset.json': 'application/json',
  'dataset.schema.json': 'application/json',
  'claims.jsonld': 'application/ld+json'
};

export const isDataFile = (name: string): name is DataFile => (DATA_FILES as readonly string[]).includes(name);

/** `example-2023-v1.0.0_2023-05-29_day_claims.csv`: data set, version and, for a view, its day and window. */
export function downloadName(index: DatasetIndex, view: ViewState | null, file: string): string {
  const { id, version } = index.dataset.info;
  const part = view ? [isoDay(view.day), windowText(view.window)] : [];
  return [`${id}-v${version}`, ...part, file].join('_');
}
