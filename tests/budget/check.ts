import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BUILD } from '../e2e/static-server.ts';
import { compare, type Row } from './compare.ts';
import { measure, type Sizes } from './measure.ts';
import { watch } from './watch.ts';

/*
 * `npm run test:budget`, after a build: the sizes of the built site against their budgets and against the sizes recorded
 * last. `-- --record` writes the sizes of now, for a commit that says why.
 */

const BASELINE = fileURLToPath(new URL('baseline.json', import.meta.url));

const print = (rows: Row[]) => {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  console.log(`${'gzip'.padEnd(44)}${'now'.padStart(9)} ${'recorded'.padStart(9)} ${'budget'.padStart(9)}`);
  for (const { name, now, recorded, budget, problem, note } of rows) {
    console.log(`${name.padEnd(44)}${kb(now)} ${kb(recorded)} ${kb(budget)}  ${problem ?? note ?? ''}`);
  }
};

const { fonts, elsewhere } = await watch();
const sizes: Sizes = { ...measure(BUILD), fonts };
if (process.argv.includes('--record')) writeFileSync(BASELINE, `${JSON.stringify(sizes, null, 2)}\n`);
const rows = compare(sizes, JSON.parse(readFileSync(BASELINE, 'utf8')));
print(rows);
console.log(`${'requests to other hosts'.padEnd(44)}${String(elsewhere.length).padStart(6)}`);
for (const url of elsewhere) console.error(`left the site: ${url}`);
if (elsewhere.length > 0 || rows.some(({ problem }) => problem)) process.exitCode = 1;
