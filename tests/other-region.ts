import { resolve } from 'node:path';

/** The folder that this project publishes: tests of what its data say are about it alone. */
const PUBLISHED = resolve(import.meta.dirname, '../geodata');

/** The data folder that is tested in place of the published one: `GEODATA_DIR=my-region npm test`. */
export function otherRegion(): string | null {
  const { GEODATA_DIR } = process.env;
  return GEODATA_DIR === undefined || resolve(GEODATA_DIR) === PUBLISHED ? null : resolve(GEODATA_DIR);
}
