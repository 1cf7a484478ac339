import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Fonts for the letters that the pictures of link previews need beyond Latin and Cyrillic. Readers’ devices have fonts of
 * their own for these; the rasteriser of the build has only those that it is given. The package of a script is installed
 * the first time that a data set has letters of it: one is up to 76 MB, and most builds need none.
 */

const VERSION = '5.3.0';
const FOLDER = resolve('node_modules/.fonts');
const BASE = resolve('node_modules/@fontsource/noto-sans');

/** The Noto packages that have a script. Where kana or hangul stand beside Han, their fonts have those too. */
const PACKAGES: readonly [RegExp, string][] = [
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Armenian}/u, 'armenian'],
  [/\p{Script=Bengali}/u, 'bengali'],
  [/\p{Script=Devanagari}/u, 'devanagari'],
  [/\p{Script=Ethiopic}/u, 'ethiopic'],
  [/\p{Script=Georgian}/u, 'georgian'],
  [/\p{Script=Gujarati}/u, 'gujarati'],
  [/\p{Script=Gurmukhi}/u, 'gurmukhi'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'jp'],
  [/\p{Script=Hangul}/u, 'kr'],
  [/\p{Script=Kannada}/u, 'kannada'],
  [/\p{Script=Khmer}/u, 'khmer'],
  [/\p{Script=Lao}/u, 'lao'],
  [/\p{Script=Malayalam}/u, 'malayalam'],
  [/\p{Script=Myanmar}/u, 'myanmar'],
  [/\p{Script=Oriya}/u, 'oriya'],
  [/\p{Script=Sinhala}/u, 'sinhala'],
  [/\p{Script=Tamil}/u, 'tamil'],
  [/\p{Script=Telugu}/u, 'telugu'],
  [/\p{Script=Thaana}/u, 'thaana'],
  [/\p{Script=Thai}/u, 'thai'],
  [/\p{Script=Han}/u, 'sc']
];

/** A file of a font: some of its letters, thin or bold. */
export type Face = { name: string; woff: string; ranges: [number, number][] };

/** The faces of the site itself, which all pictures have: Latin and Cyrillic. */
export const OWN_FACES: readonly Omit<Face, 'ranges'>[] = ['latin', 'latin-ext', 'cyrillic'].flatMap((subset) =>
  [400, 700].map((weight) => {
    const name = `noto-sans-${subset}-${weight}`;
    return { name, woff: join(BASE, `files/${name}-normal.woff`) };
  })
);

const has = ({ ranges }: Face, point: number) => ranges.some(([from, to]) => from <= point && point <= to);

/** The faces that together have as many of these letters as Noto has, and the letters that none of them has. */
export function facesFor(letters: string): { faces: Face[]; missing: string } {
  const faces = new Set<Face>();
  let missing = [...new Set(letters)];
  const take = (from: readonly Face[]) => {
    const lacking = missing;
    missing = lacking.filter((letter) => !from.some((face) => has(face, letter.codePointAt(0)!)));
    for (const face of from) if (lacking.some((letter) => has(face, letter.codePointAt(0)!))) faces.add(face);
  };
  // Greek, Vietnamese and more of Cyrillic.
  if (missing.length > 0) take(facesIn(BASE));
  for (const [script, name] of PACKAGES)
    if (missing.some((letter) => script.test(letter))) take(facesIn(installed(name)));
  return { faces: [...faces], missing: missing.join('') };
}

const refused = new Set<string>();

/** The folder of a package, which is installed where it is not there yet. Without a network it is missing; that is said once. */
function installed(script: string): string {
  const name = `@fontsource/noto-sans-${script}`;
  const folder = join(FOLDER, script, 'node_modules', name);
  if (existsSync(folder) || refused.has(name)) return folder;
  console.log(`Installing ${name}, once: the pictures of link previews need its letters.`);
  // Elsewhere first: builds and tests side by side may install it at once, and none may see half of it.
  mkdirSync(FOLDER, { recursive: true });
  const made = mkdtempSync(join(FOLDER, 'new-'));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', '--prefix', made, ...options, `${name}@${VERSION}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32'
  });
  try {
    if (status === 0) renameSync(made, join(FOLDER, script));
  } catch {
    // Another one was quicker.
  }
  rmSync(made, { recursive: true, force: true });
  if (!existsSync(folder)) {
    refused.add(name);
    console.warn(`${name} could not be installed: the pictures of link previews leave its letters out.`);
  }
  return folder;
}

const read = new Map<string, Face[]>();

/** The faces of a package, thin and bold, as its style sheets list them. */
function facesIn(folder: string): Face[] {
  if (!existsSync(folder)) return [];
  const known = read.get(folder);
  if (known) return known;
  const faces = [400, 700].flatMap((weight) => {
    const css = readFileSync(join(folder, `${weight}.css`), 'utf8');
    return [...css.matchAll(/url\(\.\/(files\/[^)]+)-normal\.woff\)[^;]*;\s*unicode-range:\s*([^;]+);/g)].map(
      ([, file, ranges]) => ({
        name: file!.replace('files/', ''),
        woff: join(folder, `${file}-normal.woff`),
        ranges: rangesOf(ranges!)
      })
    );
  });
  read.set(folder, faces);
  return faces;
}

/** `U+0600-06ff, U+200c` as pairs of code points. */
const rangesOf = (text: string): [number, number][] =>
  text.split(',').map((range) => {
    const [from, to] = range
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return [from!, to ?? from!];
  });
