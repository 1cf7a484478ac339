import { describe, expect, test } from 'vitest';
import type { Geodata } from '../../../../src/lib/server/geodata/authored.ts';
import { textIsPlain } from '../../../../src/lib/server/geodata/rules/plain-characters.ts';

const faults = (text: string) =>
  [...textIsPlain({ files: [{ item: { text }, file: 'x', path: '' }] } as unknown as Geodata)].map(
    ({ found }) => found
  );

describe('text may have what its script needs', () => {
  test.each([
    ['Albanian and Serbian', 'Zveçan, Mitrovica e Veriut, Звечан, Đaković'],
    ['decomposed letters', 'Ra\u030cka'],
    ['Persian, with a joiner that parts two letters', 'می\u200cخواهم'],
    ['Hindi, with one that joins', 'क\u094d\u200dष'],
    ['a family of emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['Hebrew with an order mark', 'שלום (2023)\u200f'],
    ['a no-break space', '1\u00a0000'],
    ['two paragraphs', 'a\n\tb']
  ])('%s', (_what, text) => expect(faults(text)).toEqual([]));
});

describe('and nothing that nobody sees besides', () => {
  test.each([
    ['a joiner in Latin text', 'Zve\u200dčan', 'U+200D'],
    ['a joiner at the end', 'می\u200c', 'U+200C'],
    ['an order mark without a letter from right to left', 'Zvečan\u200f', 'U+200F'],
    ['a mark that isolates', '\u2067Zvečan', 'U+2067'],
    ['a byte order mark inside', 'Zve\ufeffčan', 'U+FEFF'],
    ['a soft hyphen', 'Zve\u00adčan', 'U+00AD'],
    ['a tag', 'Zvečan\u{e0041}', 'U+E0041'],
    ['half a character', 'Zvečan\ud83d', 'broken'],
    ['a control of the second set', 'Zvečan\u0085', 'broken']
  ])('%s', (_what, text, code) => expect(faults(text).join()).toContain(code));
});
