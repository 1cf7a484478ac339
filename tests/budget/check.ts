import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../src/lib/i18n/languages.ts';
import { folderOf } from '../../src/lib/model/language-folder.ts';
import { BUILD } from '../e2e/static-server.ts';
import { otherRegion } from '../other-region.ts';
import { compare, type Row } from './compare.ts';
import { measure, type Sizes } from './measure.ts';
import { watch } from './watch.ts';

/*
 * `npm run test:budget`, after a build: the sizes of the first page of every language against their budgets and against
 * the sizes recorded last. `-- --record` writes the sizes of now, for a commit that says why.
 */

if (otherRegion() !== null) {
  console.log('Left out: the sizes of the build. Those that are recorded are of the data in geodata/.');
  process.exit();
}

const BASELINE = fileURLToPath(new URL('baseline.json', import.meta.url));

const print = (language: string, rows: Row[]) => {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(bytes < 1000 ? 2 : 1)} kB`.padStart(9);
  console.log(
    `${`gzip, ${language}`.padEnd(44)}${'now'.padStart(9)} ${'recorded'.padStart(9)} ${'budget'.padStart(9)}`
  );
  for (const { name, now, recorded, budget, problem, note } of rows) {
    console.log(`${name.padEnd(44)}${kb(now)} ${kb(recorded)} ${kb(budget)}  ${problem ?? note ?? ''}`);
  }
};

const languages = Object.keys(LANGUAGES);
const watched = await watch(languages.map(folderOf));
const sizes: Record<string, Sizes> = Object.fromEntries(
  languages.map((language, at) => [language, { ...measure(BUILD, folderOf(language)), fonts: watched[at]!.fonts }])
);
if (process.argv.includes('--record')) writeFileSync(BASELINE, `${JSON.stringify(sizes, null, 2)}\n`);
const baseline = JSON.parse(readFileSync(BASELINE, 'utf8')) as typeof sizes;
const compared = languages.map((language) => ({ language, rows: compare(sizes[language]!, baseline[language]!) }));
for (const { language, rows } of compared) print(language, rows);
const elsewhere = watched.flatMap((page) => page.elsewhere);
console.log(`${'requests to other hosts'.padEnd(44)}${String(elsewhere.length).padStart(6)}`);
for (const url of elsewhere) console.error(`left the site: ${url}`);
if (elsewhere.length > 0 || compared.some(({ rows }) => rows.some(({ problem }) => problem))) process.exitCode = 1;
