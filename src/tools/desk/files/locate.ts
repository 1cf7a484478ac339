import { encodingFault } from '../../../lib/server/geodata/encoding.ts';
import { lineAt, occurrencesOf, passageAt } from './passages.ts';
import { sha256 } from './sha256.ts';

export type Located = { found: string } | { problem: string };

/**
 * The locators of all passages of a text that have the phrase, in whole words, as a claim has them, each with its passage
 * under it; without a phrase, what an article file says of its text. `name`: of the file.
 */
export function locate(name: string, bytes: Buffer, phrase?: string): Located {
  const fault = encodingFault(bytes);
  // Offsets would count what the text has not once it is kept as it should be.
  if (fault !== null)
    return { problem: `${name} has the fault ${fault}: save it as UTF-8, without a mark, with LF line ends` };
  if (phrase === undefined) return { found: `"text": ${JSON.stringify(textEntry(name, bytes), null, 2)}` };
  const text = bytes.toString('utf8');
  const found = occurrencesOf(text, phrase);
  if (found.length > 0) return { found: found.map(([start, end]) => locator(text, start, end)).join('\n') };
  const [across] = occurrencesOf(text, phrase, true);
  if (across === undefined) return { problem: `${name} has no “${phrase}”` };
  const [first, last] = across.map((at) => lineAt(text, at));
  return { problem: `it runs from line ${first} to line ${last} of ${name}: a passage stands in one line` };
}

function textEntry(file: string, bytes: Buffer) {
  return { file, sha256: sha256(bytes), bytes: bytes.length, excluded: [] };
}

function locator(text: string, start: number, end: number): string {
  const { charStart, charEnd, exact } = passageAt(text, start, end)!;
  const line = lineAt(text, charStart);
  return `"locator": { "line": ${line}, "charStart": ${charStart}, "charEnd": ${charEnd} },\n  “${exact}”`;
}
