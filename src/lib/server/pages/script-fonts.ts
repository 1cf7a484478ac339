import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installOnce } from '../install-once.ts';

/*
 * Fonts for the letters that the pictures of link previews need beyond Latin and Cyrillic. Readers’ devices have fonts of
 * their own for these; the rasteriser of the build has only those that it is given. The package of a script is installed
 * the first time that a data set has letters of it: one is up to 90 MB, and most builds need none.
 */

const FOLDER = resolve('node_modules/.fonts');

/**
 * A font of Noto with the scripts that it has beside Latin: the end of its name, and the version of its package. Whole
 * fonts: the rasteriser leaves a line out whose letters are in several files. Where kana or hangul stand beside Han, their
 * fonts have those too.
 */
export type ScriptFont = { scripts: RegExp; name: string; version: string };

const FONTS: readonly ScriptFont[] = [
  { scripts: /[\p{Script=Greek}\p{Script=Latin}\p{Script=Cyrillic}]/u, name: '', version: '0.4.2' },
  { scripts: /\p{Script=Arabic}/u, name: 'Arabic', version: '0.4.3' },
  { scripts: /\p{Script=Armenian}/u, name: 'Armenian', version: '0.4.2' },
  { scripts: /\p{Script=Bengali}/u, name: 'Bengali', version: '0.4.4' },
  { scripts: /\p{Script=Devanagari}/u, name: 'Devanagari', version: '0.4.1' },
  { scripts: /\p{Script=Ethiopic}/u, name: 'Ethiopic', version: '0.4.2' },
  { scripts: /\p{Script=Georgian}/u, name: 'Georgian', version: '0.4.3' },
  { scripts: /\p{Script=Gujarati}/u, name: 'Gujarati', version: '0.4.2' },
  { scripts: /\p{Script=Gurmukhi}/u, name: 'Gurmukhi', version: '0.4.1' },
  { scripts: /\p{Script=Hebrew}/u, name: 'Hebrew', version: '0.4.1' },
  { scripts: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, name: 'JP', version: '0.4.3' },
  { scripts: /\p{Script=Hangul}/u, name: 'KR', version: '0.4.3' },
  { scripts: /\p{Script=Han}/u, name: 'SC', version: '0.4.3' },
  { scripts: /\p{Script=Kannada}/u, name: 'Kannada', version: '0.4.3' },
  { scripts: /\p{Script=Khmer}/u, name: 'Khmer', version: '0.4.3' },
  { scripts: /\p{Script=Lao}/u, name: 'Lao', version: '0.4.2' },
  { scripts: /\p{Script=Malayalam}/u, name: 'Malayalam', version: '0.4.2' },
  { scripts: /\p{Script=Myanmar}/u, name: 'Myanmar', version: '0.4.2' },
  { scripts: /\p{Script=Oriya}/u, name: 'Oriya', version: '0.4.2' },
  { scripts: /\p{Script=Sinhala}/u, name: 'Sinhala', version: '0.4.2' },
  { scripts: /\p{Script=Tamil}/u, name: 'Tamil', version: '0.4.3' },
  { scripts: /\p{Script=Telugu}/u, name: 'Telugu', version: '0.4.2' },
  { scripts: /\p{Script=Thaana}/u, name: 'Thaana', version: '0.4.2' },
  { scripts: /\p{Script=Thai}/u, name: 'Thai', version: '0.4.2' }
];

/** What a text in this font is to ask for. */
export const familyOf = ({ name }: ScriptFont): string => `Noto Sans ${name}`.trim();

/** The font for a text with letters of a script: of the first that has one; `undefined` if there is none. */
export const fontFor = (letters: string): ScriptFont | undefined => FONTS.find(({ scripts }) => scripts.test(letters));

/** Its files, thin and bold. Where they are not there yet, they are installed; without a network there are none. */
export function filesOf(font: ScriptFont): string[] {
  const at = installed(font);
  const file = `NotoSans${font.name}`;
  return ['400Regular', '700Bold']
    .map((weight) => join(at, weight, `${file}_${weight}.ttf`))
    .filter((path) => existsSync(path));
}

const refused = new Set<string>();

/** The folder of a package. That it cannot be had is said once. */
function installed({ name, version }: ScriptFont): string {
  const script = name.toLowerCase() || 'all';
  const packageName = `@expo-google-fonts/noto-sans${name && `-${script}`}`;
  const folder = join(FOLDER, script, 'node_modules', packageName);
  if (existsSync(folder) || refused.has(script)) return folder;
  console.log(`Installing ${packageName}, once: the pictures of link previews need its letters.`);
  if (!installOnce(join(FOLDER, script), ['install', '--ignore-scripts', `${packageName}@${version}`])) {
    refused.add(script);
    console.warn(`${packageName} could not be installed: the pictures of link previews leave its letters out.`);
  }
  return folder;
}
