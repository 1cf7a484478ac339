import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeIn } from '../../../../../src/tools/desk/files/take-in.ts';
import { REGION_TEXTS } from '../../../server/geodata/fixture.ts';

const TEXT = 'Sat on “Monday”\nin Zvečan, 1000 km away – so it’s said\n';
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(TEXT), []],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), ['byte order mark']],
  ['UTF-16 LE', utf16(`\uFEFF${TEXT}`), ['UTF-16 (little-endian)']],
  ['UTF-16 BE', swapped(utf16(`\uFEFF${TEXT}`)), ['UTF-16 (big-endian)']],
  ['UTF-16 LE without a mark', utf16(TEXT), ['UTF-16 (little-endian)']],
  ['UTF-16 BE without a mark', swapped(utf16(TEXT)), ['UTF-16 (big-endian)']],
  ['CRLF', Buffer.from(TEXT.replaceAll('\n', '\r\n')), ['2 line ends CRLF']],
  ['CR', Buffer.from(TEXT.replaceAll('\n', '\r')), ['2 line ends CR became']],
  ['line breaks of Word and the web', Buffer.from(TEXT.replace('\n', '\v').replace('\n', '\u2028')), ['2 other line']],
  ['blanks that do not break', Buffer.from(TEXT.replaceAll(' ', '\u00a0')), ['10 no-break spaces']],
  ['soft hyphens, no width', Buffer.from(TEXT.replace('Zve', '\u200bZ\u00adve')), ['2 characters without width']],
  ['accents apart', Buffer.from(TEXT.normalize('NFD')), ['one character']]
])('a text as %s is taken in as the same text, and what was done is said', (_as, bytes, said) => {
  const { text, notes, sha256, bytes: size } = takeIn(bytes);
  expect(text).toBe(TEXT);
  expect(sha256).toBe(createHash('sha256').update(TEXT).digest('hex'));
  expect(size).toBe(Buffer.byteLength(TEXT));
  expect(notes).toHaveLength(said.length);
  said.forEach((words, index) => expect(notes[index]).toContain(words));
});

test('quotation marks and dashes stay as the source has them', () => {
  const text = '„Ja“, «oui», "yes", ‘aye’, it\'s – it’s — so…';
  expect(takeIn(Buffer.from(text))).toMatchObject({ text, notes: [] });
});

test('joiners, emoji and letters beyond 16 bits stay', () => {
  const text = 'می\u200cخواهم 👩\u200d👦 𝔸';
  expect(takeIn(Buffer.from(text))).toMatchObject({ text, notes: [] });
});

test('what is kept is taken in again as it is', () => {
  for (const name of readdirSync(REGION_TEXTS)) {
    const bytes = readFileSync(join(REGION_TEXTS, name));
    expect(takeIn(bytes)).toMatchObject({ text: bytes.toString('utf8'), notes: [] });
  }
});

test.each([
  ['an old code page', Buffer.from([0x5a, 0x76, 0x65, 0xe8, 0x61, 0x6e]), 'neither UTF-8 nor UTF-16'],
  ['half a UTF-16 character', utf16(`\uFEFFa\uD800`), 'neither UTF-8 nor UTF-16'],
  ['nothing', Buffer.from(''), 'no word'],
  ['blanks', Buffer.from(' \r\n\u00a0'), 'no word']
])('%s is refused', (_what, bytes, message) => {
  expect(() => takeIn(bytes)).toThrow(message);
});
