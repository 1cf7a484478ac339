import { afterAll, expect, test } from 'vitest';
import { join } from '../../src/lib/server/geodata/join.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import { translate } from '../../src/lib/server/geodata/translate.ts';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { seeded } from '../synthetic/random.ts';
import { everyPart, languagesOf } from './every-part.ts';
import { inEnglish, OnDisk, readFolder, withSmallBasemap } from './folders.ts';
import { fieldKinds, mutated, type Folder, type Mutation } from './mutate.ts';

/*
 * Whatever is in the data: it is refused with its file and field, or everything that is made of it can be made.
 * `FUZZ=2000 npm run test:unit -- tests/fuzz` makes so many data sets; `FUZZ_SEED` others, `FUZZ_ALL=1` goes on after a fault.
 */
const COUNT = Number(process.env.FUZZ ?? 120);
const SEED = Number(process.env.FUZZ_SEED ?? 19_506);

const disk = new OnDisk();
afterAll(() => disk.remove());

/** The longest a line of a report may be: a path, a finding and an advice, each cut. */
const LONGEST_LINE = 1100;

/** What is wrong with how a data set is taken; `null` where it is refused or harmless. */
const faultIn = (folder: Folder) => faultAt(disk.become(folder));

export function faultAt(dir: string): { fault: string | null; refused: boolean } {
  let problems, data;
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
    for (const language of languagesOf(joined)) {
      for (const [name, text] of everyPart(dir, translate(joined, data.texts, language), language)) {
        const odd = /\b(?:NaN|undefined|Infinity|\[object Object\])\b|[\ufffd\u202a-\u202e\u2066-\u2069\u2028]/.exec(
          text
        );
        if (odd || !text.isWellFormed())
          return {
            fault: `${name} holds ${JSON.stringify(odd?.[0])}: …${text.slice(Math.max(0, (odd?.index ?? 0) - 60), (odd?.index ?? 0) + 40)}`,
            refused: false
          };
      }
    }
  } catch (error) {
    return { fault: `it passes, and a part throws: ${(error as Error).stack?.slice(0, 400)}`, refused: false };
  }
  return { fault: null, refused: false };
}

const real = withSmallBasemap(readFolder('geodata'));
const BASES: [string, Folder, number][] = [
  ['the data, in English', inEnglish(real), 0.75],
  ['the invented region', readFolder('tests/fixtures/region'), 0.25]
];

test.each(BASES)('%s: as it is, all of it can be made', (_name, base) => {
  expect(faultIn(base)).toEqual({ fault: null, refused: false });
});

test.each(BASES)('%s: with one field made otherwise it is refused or harmless', (_name, base, share) => {
  const random = seeded(SEED);
  const kinds = fieldKinds(base, random);
  const faults: string[] = [];
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
    const result = faultIn(folder);
    if (result.refused) refused++;
    if (result.fault)
      faults.push(
        `${n}: ${mutations.map(({ file, path, what }) => `${file} ${path} ${what}`).join('; ')}\n   ${result.fault}`
      );
  }
  if (process.env.FUZZ) console.log(`${count} data sets, ${refused} refused`);
  expect(faults.join('\n')).toBe('');
});
