import { join } from '../../src/lib/server/geodata/join.ts';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import type { Dataset } from '../../src/lib/model/dataset.ts';
import { fieldKinds, mutated, type Folder } from './mutate.ts';
import type { OnDisk } from './folders.ts';

/** A data set that the check calls valid, in English; how it came to be, in words; and the folder of its basemap. */
export type DataSet = { dataset: Dataset; how: string; dir: string };

/**
 * `base` with one field made otherwise each time, endlessly: those that pass the check. Not of the basemap, of which the
 * browser gets a drawing that is no more than shown.
 */
export function* validDataSets(base: Folder, disk: OnDisk, random: () => number): Generator<DataSet> {
  const kinds = fieldKinds(base, random, (file) => !file.startsWith('basemap/'));
  for (;;) {
    const { folder, mutation } = mutated(base, kinds.next().value!, random);
    const dir = disk.become(folder);
    const { problems, data } = validateGeodata(dir);
    if (hasErrors(problems)) continue;
    yield { dataset: join(data), how: `${mutation.file} ${mutation.path} ${mutation.what}`, dir };
  }
}
