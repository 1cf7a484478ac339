import { parseArgs } from 'node:util';
import type { Texts } from '../lib/server/geodata/article-text.ts';
import type { Geodata } from '../lib/server/geodata/authored.ts';
import { geodataDir } from '../lib/server/geodata/dataset.ts';
import { count, formatReport, type Problem } from '../lib/server/geodata/problems.ts';
import { hasErrors, validateGeodata } from '../lib/server/geodata/validate.ts';

const USAGE = `usage: npm run check:geodata -- [--articles DIR] [--dir DIR]
  --articles DIR  also check the data against the article texts that are in DIR
  --dir DIR       check this data folder (default: GEODATA_DIR, or geodata)`;

/** Prints every problem of a data folder and a summary. Exit code 1 for errors, 2 for wrong usage. */
function main(): number {
  let options: { articles?: string; dir?: string };
  try {
    options = parseArgs({ options: { articles: { type: 'string' }, dir: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const { data, problems, texts } = validateGeodata(options.dir ?? geodataDir(), options.articles);
  if (problems.length > 0) console.log(`${formatReport(problems)}\n`);
  console.log(summary(data, problems, texts));
  return hasErrors(problems) ? 1 : 0;
}

/** Against how many of the texts the data was checked, and which are not in the folder. */
function textsChecked(data: Geodata, texts: Texts | null): string {
  if (texts === null) return 'not checked against article texts (--articles DIR)';
  const absent = data.articles.filter(({ item }) => !texts.has(item.id)).map(({ item }) => item.text.file);
  if (absent.length === 0) return 'checked against the article texts';
  return `checked against ${texts.size} of ${count(data.articles.length, 'article text')}; not there: ${absent.join(', ')}`;
}

function summary(data: Geodata, problems: readonly Problem[], texts: Texts | null): string {
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const counts = [
    count(data.articles.length, 'article'),
    count(data.claims.length, 'claim'),
    count(data.events.length, 'event'),
    count(data.sites.length, 'site'),
    count(data.areas.length, 'area'),
    count(data.relations.length, 'relation'),
    count(data.external.length, 'external fact')
  ];
  return `${counts.join(', ')}; ${textsChecked(data, texts)}\n${count(problems.length - warnings, 'problem')}, ${count(warnings, 'open warning')}`;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
