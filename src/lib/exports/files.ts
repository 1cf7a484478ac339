import type { Language } from '../i18n/language.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { writeClaimsCsv } from './claims-csv.ts';
import type { CsvOptions } from './csv.ts';
import type { DataFile } from './file-names.ts';
import { writeGeoJson } from './geojson.ts';
import { writeJoinedJson } from './joined-json.ts';
import { joinedSchema } from './joined-schema.ts';
import { writeJsonLd } from './jsonld.ts';
import { jsonPieces } from './pieces.ts';
import type { Selected } from './selection.ts';
import { writeTroopsCsv } from './troops-csv.ts';

type Writer = (language: Language, index: DatasetIndex, selected: Selected, options?: CsvOptions) => Iterable<string>;

/** Text of each file, in pieces; ends in a line break. Pure: equal data and selection give equal bytes. */
export const WRITERS: Record<DataFile, Writer> = {
  'events.geojson': (language, index, selected) => jsonPieces(writeGeoJson(language, index, selected)),
  'claims.csv': writeClaimsCsv,
  'troops.csv': writeTroopsCsv,
  'dataset.json': (language, index, selected) => jsonPieces(writeJoinedJson(language, index, selected)),
  'dataset.schema.json': () => jsonPieces(joinedSchema),
  'claims.jsonld': (language, index, selected) => jsonPieces(writeJsonLd(language, index, selected))
};
