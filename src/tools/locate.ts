import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { locate } from './desk/files/locate.ts';

const USAGE = `usage: npm run locate -- TEXT ["PHRASE"]
  prints the locator of every passage of the file TEXT that has the phrase, to paste into a claim;
  without a phrase, what an article file says of its text`;

/** Exit code 0: found; 1: not found; 2: called wrongly. */
function main([file, phrase, ...more]: readonly string[]): number {
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  const located = locate(basename(file), readFileSync(file), phrase);
  if ('found' in located) console.log(located.found);
  else console.error(located.problem);
  return 'found' in located ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
