import type { Dataset } from '../model/dataset.ts';
import { join } from './join.ts';
import { formatReport } from './problems.ts';
import { hasErrors, validateGeodata } from './validate.ts';

/** The folder that is read where none is named: another region is another folder. */
export function geodataDir(): string {
  return process.env.GEODATA_DIR ?? 'geodata';
}

/**
 * Reads, validates and joins a data folder. Build only.
 * Throws one Error whose message lists every problem of every file, if any of them is an error. Warnings pass: they
 * are printed by `npm run check:geodata`.
 */
export function loadDataset(dir: string = geodataDir()): Dataset {
  const { data, problems } = validateGeodata(dir);
  if (hasErrors(problems)) throw new Error(`the data has problems\n\n${formatReport(problems)}\n`);
  return join(data);
}
