import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { geodataDir } from '../lib/server/geodata/dataset.ts';
import { encodingFault } from '../lib/server/geodata/encoding.ts';
import { count } from '../lib/server/geodata/problems.ts';
import { sources, translationGaps, writtenLanguages } from '../lib/server/geodata/translation-gaps.ts';
import { gatherFolder } from '../lib/server/geodata/validate.ts';
import { fromCsv, toCsv } from './translations/csv.ts';
import { entriesOf } from './translations/entries.ts';
import { takeBack } from './translations/take-back.ts';
import { withTexts } from './translations/text-file.ts';
import { fromXliff, toXliff } from './translations/xliff.ts';

const USAGE = `usage: npm run translations -- [--language ID --out FILE [--all] | --in FILE] [--dir DIR]
                                  how many texts each language lacks
  --language sq --out FILE        writes the texts that are missing or have changed, for a translator:
                                  a table (FILE.csv), or XLIFF for translation programs (FILE.xlf)
  --all                           writes those that are translated, too
  --in FILE                       takes such a file back into text/<language>.json
  --dir DIR                       this data folder (default: GEODATA_DIR, or geodata)`;

class WrongUse extends Error {}

function main(): number {
  let options;
  try {
    const text = { type: 'string' } as const;
    options = parseArgs({
      options: { language: text, out: text, in: text, dir: text, all: { type: 'boolean' } }
    }).values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  const dir = options.dir ?? geodataDir();
  if (options.in !== undefined) return takeIn(dir, options.in, options.language);
  if (options.out !== undefined) return handOut(dir, options.out, options.language, options.all ?? false);
  const data = gatherFolder(dir);
  for (const language of writtenLanguages(data)) {
    const gaps = translationGaps(data, language);
    console.log(
      gaps === null
        ? `${language}: cannot be counted; see npm run check:geodata`
        : `${language}: ${gaps.missing.length} missing and ${gaps.stale.length} changed of ${count(gaps.all, 'text')}`
    );
  }
  return 0;
}

const isTable = (file: string) => /\.csv$/i.test(file);
function checkName(file: string): void {
  if (!/\.(csv|xlf|xliff)$/i.test(file)) throw new WrongUse(`${file} ends neither in .csv nor in .xlf`);
}

function checkLanguage(known: readonly string[], language: string | undefined): asserts language is string {
  if (language === undefined || !known.includes(language))
    throw new WrongUse(`--language is one of ${known.join(', ') || 'none: dataset.json declares no other language'}`);
}

function handOut(dir: string, file: string, language: string | undefined, all: boolean): number {
  checkName(file);
  const data = gatherFolder(dir);
  checkLanguage(writtenLanguages(data), language);
  const entries = entriesOf(data, language, all);
  if (entries.length === 0) {
    console.log(`${language}: nothing is missing or has changed (--all writes every text)`);
    return 0;
  }
  writeFileSync(file, isTable(file) ? toCsv(entries, language) : toXliff(entries, language));
  console.log(`${file}: ${count(entries.length, 'text')} for ${language}`);
  return 0;
}

function takeIn(dir: string, file: string, wanted: string | undefined): number {
  checkName(file);
  const data = gatherFolder(dir);
  const { language, texts } = isTable(file) ? fromCsv(textOf(file)) : fromXliff(textOf(file));
  if (wanted !== undefined && wanted !== language) throw new Error(`${file} is in ${language}, not ${wanted}`);
  checkLanguage(writtenLanguages(data), language);
  const { accepted, refused, empty, same } = takeBack(data, language, texts);
  const path = join(dir, 'text', `${language}.json`);
  if (accepted.size > 0) {
    const order = [...sources(data)!.keys()];
    writeFileSync(`${path}.new`, withTexts(readFileSync(path, 'utf8'), accepted, order));
    // In one step: whoever reads it meanwhile has the old file or the new one.
    renameSync(`${path}.new`, path);
  }
  for (const { at, key, why } of refused) console.log(`${at}, ${key}: refused: ${why}`);
  console.log(
    `${path}: ${count(accepted.size, 'text')} taken in; ${refused.length} refused, ${empty} without a translation, ${same} as before`
  );
  return refused.length > 0 ? 1 : 0;
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  const advice = isTable(file) ? 'save the table as “CSV UTF-8”' : 'save it as UTF-8';
  if (encodingFault(bytes) === 'UTF-16') throw new Error(`${file} is UTF-16: ${advice}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not UTF-8: ${advice}`);
  }
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof WrongUse) console.error(USAGE);
  process.exitCode = 2;
}
