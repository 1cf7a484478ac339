import { expect, test } from 'vitest';
import { codePointsIn, lineAt, linesOf, resized, unitsIn } from '../../../../../src/tools/desk/page/text-lines.ts';

const TEXT = 'Zwölf 𝄞 Noten – sagte er.\n\nDie Wache kam, spät.';
const lines = linesOf(TEXT);
const words = ({ start, end }: { start: number; end: number }) => lines.characters.slice(start, end).join('');
const rangeOf = (part: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(part))].length;
  return { start, end: start + [...part].length };
};

test('offsets count code points, and a line is found by any place in it', () => {
  for (const line of lines.lines) expect(words(line)).toBe(line.text);
  for (const line of lines.lines)
    for (let at = line.start; at <= line.end; at++) expect(lineAt(lines, at).number).toBe(line.number);
});

test('what the browser counts in units comes back the same', () => {
  const [{ text }] = lines.lines as [(typeof lines.lines)[number]];
  expect(codePointsIn(text, text.indexOf('Noten'))).toBe(8);
  expect(unitsIn(text, 8)).toBe(text.indexOf('Noten'));
});

test('a passage grows and shrinks by words, and never leaves its line', () => {
  const passage = rangeOf('Noten – sagte');
  expect(words(resized(lines, passage, 'end', 1))).toBe('Noten – sagte er');
  expect(words(resized(lines, passage, 'end', -1))).toBe('Noten');
  expect(words(resized(lines, passage, 'start', 1))).toBe('sagte');
  expect(words(resized(lines, passage, 'start', -1))).toBe('Zwölf 𝄞 Noten – sagte');
  const last = rangeOf('Noten – sagte er.');
  expect(resized(lines, last, 'end', 1)).toEqual(last);
  expect(resized(lines, rangeOf('Noten'), 'end', -1)).toEqual(rangeOf('Noten'));
});
