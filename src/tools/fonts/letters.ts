/**
 * The extended Latin letters (beyond U+00FF) of the font files in src/lib/ui/fonts: Serbian, Bosnian, Croatian and
 * Slovene; Turkish; Polish; Czech and Slovak; Romanian; Hungarian. Albanian needs none. Combining marks are left to
 * the browser's own fonts.
 */
export const EXTENDED = 'ĆćČčĐđŠšŽž' + 'ĞğİŞş' + 'ĄąĘęŁłŃńŚśŹźŻż' + 'ĎďĚěŇňŘřŤťŮůĹĺĽľŔŕ' + 'ĂăȘșȚț' + 'ŐőŰű';

/** The Cyrillic letters of Serbian. Those of other languages come from the package's own Cyrillic files, if needed. */
export const SERBIAN = 'АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ' + 'абвгдђежзијклљмнњопрстћуфхцчџш';

/** The code points of a style sheet's ranges that the subset files do not contain. */
export const OTHER_CYRILLIC = [
  0x301,
  ...Array.from({ length: 0x60 }, (_, at) => 0x400 + at),
  0x490,
  0x491,
  0x4b0,
  0x4b1,
  0x2116
]
  .map((point) => String.fromCodePoint(point))
  .filter((letter) => !SERBIAN.includes(letter))
  .join('');

/** `U+0106-0107,U+010C-010D`: the `unicode-range` of these letters. */
export function unicodeRange(letters: string): string {
  const points = [...new Set(letters)].map((letter) => letter.codePointAt(0)!).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && point === run[1] + 1) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, '0');
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',');
}
