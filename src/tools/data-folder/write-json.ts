import { writeFileSync } from 'node:fs';

/** Writes a file of a data folder that people read and change. */
export function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
