import type { Language } from '../i18n/language.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { writeClaimsCsv } from './claims-csv.ts';
import type { CsvOptions } from './csv.ts';
import type { DataFile } from './file-names.ts';
import { writeGeoJson } from './geojson.ts';
import { writeJoinedJson } from './joined-json.ts';
import { joinedSchema } from './joined-schema.ts';
import { writeJsonLd } from './jsonld.ts';
import type { Selected } from './selection.ts';
import { writeTroopsCsv } from './troops-csv.ts';

type Writer = (language: Language, index: DatasetIndex, selected: Selected, options?: CsvOptions) => string;

/**
 * Indented, except positions, of which there are thousands. Strings in JSON have no raw line break, so none is changed.
 */
const json = (value: unknown) =>
  `${JSON.stringify(value, null, 2).replace(/\[\n\s+(-?[\d.]+),\n\s+(-?[\d.]+)\n\s+\]/g, '[$1, $2]')}\n`;

/** Text of each file; ends in a line break. Pure: equal data and selection give equal bytes. */
export const WRITERS: Record<DataFile, Writer> = {
  'events.geojson': (language, index, selected) => json(writeGeoJson(language, index, selected)),
  'claims.csv': writeClaimsCsv,
  'troops.csv': writeTroopsCsv,
  'dataset.json': (language, index, selected) => json(writeJoinedJson(language, index, selected)),
  'dataset.schema.json': () => json(joinedSchema),
  'claims.jsonld': (language, index, selected) => json(writeJsonLd(language, index, selected))
};
