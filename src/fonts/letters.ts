/**
 * The extended Latin letters (beyond U+00FF) of the font files in src/lib/ui/fonts: Serbian, Bosnian, Croatian and
 * Slovene; Turkish; Polish; Czech and Slovak; Romanian; Hungarian. Albanian needs none. Combining marks are left to
 * the browser's own fonts.
 */
export const EXTENDED =
  'ĆćČčĐđŠšŽž' + 'ĞğİŞş' + 'ĄąĘęŁłŃńŚśŹźŻż' + 'ĎďĚěŇňŘřŤťŮůĹĺĽľŔŕ' + 'ĂăȘșȚț' + 'ŐőŰű';

/** `U+0106-0107,U+010C-010D`: what a style sheet says of these letters. */
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
