import { afterAll, expect, test } from 'vitest';
import { isLanguage, writtenAs, type LanguageId } from '../../src/lib/i18n/languages.ts';
import { join } from '../../src/lib/server/geodata/join.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import { translate } from '../../src/lib/server/geodata/translate.ts';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { seeded } from '../synthetic/random.ts';
import { everyPart, languagesOf } from './every-part.ts';
import { inEnglish, OnDisk, readFolder, withSmallBasemap } from './folders.ts';
import { fieldKinds, mutated, type Folder, type Mutation } from './mutate.ts';
import { oddity } from './oddity.ts';

/*
 * Whatever is in the data: it is refused with its file and field, or everything that is made of it can be made.
 * `FUZZ=2000 npm run test:unit -- tests/fuzz` makes so many data sets; `FUZZ_SEED=7` makes others.
 */
const COUNT = Number(process.env.FUZZ ?? 200);
const SEED = Number(process.env.FUZZ_SEED ?? 19_506);

/** Of one data set in the worst case, on a busy machine. */
const TIMEOUT_MS = 120_000 + COUNT * 10_000;

const disk = new OnDisk();
afterAll(() => disk.remove());

/** The longest a line of a report may be: a path, a finding and an advice, each cut. */
const LONGEST_LINE = 1100;

/**
 * What is wrong with how a data set is taken; `null` where it is refused or harmless. `language`: the one whose texts were
 * changed, where only those were.
 */
function faultIn(folder: Folder, language?: LanguageId): { fault: string | null; refused: boolean } {
  const dir = disk.become(folder);
  let problems;
  let data;
  try {
    ({ problems, data } = validateGeodata(dir));
  } catch (error) {
    return { fault: `the check stops: ${String(error).slice(0, 200)}`, refused: false };
  }
  const long = formatReport(problems)
    .split('\n')
    .find((line) => line.length > LONGEST_LINE);
  if (long !== undefined)
    return { fault: `a line of the report has ${long.length} characters: ${long.slice(0, 120)}`, refused: true };
  if (hasErrors(problems)) {
    const nameless = problems.find(({ file }) => !file.includes('geodata'));
    return { fault: nameless ? `a problem names no file: ${nameless.found}` : null, refused: true };
  }
  try {
    const joined = join(data);
    for (const id of languagesOf(joined).filter((id) => language === undefined || writtenAs(id) === language)) {
      for (const [name, text] of everyPart(dir, translate(joined, data.texts, id), id)) {
        const fault = oddity(text);
        if (fault) return { fault: `${name} holds ${fault}`, refused: false };
      }
    }
  } catch (error) {
    return { fault: `it passes, and a part throws: ${(error as Error).stack?.slice(0, 400)}`, refused: false };
  }
  return { fault: null, refused: false };
}

const whole = withSmallBasemap(readFolder('geodata'));
/** By a flag the data itself for the most part; else the small region, which is drawn in a tenth of the time. */
const SHARE = process.env.FUZZ ? 0.7 : 0.15;
const OF_TEXTS = 0.08;
const isText = (file: string) => file.startsWith('text/');
const BASES: [string, Folder, number, (file: string) => boolean][] = [
  ['the data, in English', inEnglish(whole), SHARE, () => true],
  ['the invented region', readFolder('tests/fixtures/region'), 1 - SHARE - OF_TEXTS, () => true],
  ['the translations', whole, OF_TEXTS, isText]
];

test.each(BASES)('%s: as it is, all of it can be made', (_name, base) => {
  expect(faultIn(base)).toEqual({ fault: null, refused: false });
});

test.each(BASES)(
  '%s: with one field made otherwise it is refused or harmless',
  (_name, base, share, ofFile) => {
    const random = seeded(SEED);
    const kinds = fieldKinds(base, random, ofFile);
    const faults: string[] = [];
    const tell = (fault: string) => {
      faults.push(fault);
      // A long run need not be waited for.
      if (process.env.FUZZ) console.log(fault);
    };
    let refused = 0;
    const count = Math.round(COUNT * share);
    for (let n = 0; n < count; n++) {
      let folder = base;
      const mutations: Mutation[] = [];
      // Mostly one field: two faults hide each other.
      do {
        const result = mutated(folder, kinds.next().value!, random);
        folder = result.folder;
        mutations.push(result.mutation);
      } while (random() < 0.1);
      const result = faultIn(folder, languageOf(mutations));
      if (result.refused) refused++;
      if (result.fault)
        tell(
          `${n}: ${mutations.map(({ file, path, what }) => `${file} ${path} ${what}`).join('; ')}\n   ${result.fault}`
        );
    }
    if (process.env.FUZZ) console.log(`${count} data sets, ${refused} refused`);
    expect(faults.join('\n')).toBe('');
  },
  TIMEOUT_MS
);

/** The language whose file of texts is all that was changed. */
function languageOf(mutations: readonly Mutation[]): LanguageId | undefined {
  const ids = new Set(mutations.map(({ file }) => /^text\/([\w-]+)\.json$/.exec(file)?.[1] ?? ''));
  const [id = ''] = ids;
  return ids.size === 1 && isLanguage(id) ? id : undefined;
}
