import { encodingFault } from '../../../lib/server/geodata/encoding.ts';
import { count } from '../../../lib/server/geodata/problems.ts';
import { sha256 } from './sha256.ts';

/** A text as it is kept, with all that its article file says of it. `notes`: what was done to it, in words. */
export type TakenIn = { text: string; notes: string[]; sha256: string; bytes: number };

/**
 * Makes of a file, from whatever program, the text that offsets count in: UTF-8 without a mark, lines that end in LF.
 * What nobody sees and what parts or joins words for a program alone goes: blanks that do not break become plain ones
 * (as many characters), soft hyphens and characters without width are taken out, letters and their accents become one.
 * Quotation marks and dashes stay as the source has them: they are its words, and a search takes all forms for one.
 * Throws on bytes that are no text, and on a text without a word.
 */
export function takeIn(bytes: Uint8Array): TakenIn {
  const { text: decoded, notes } = decode(Buffer.from(bytes));
  let text = decoded;
  for (const { what, note } of CHANGES) {
    const found = text.match(what.from)?.length ?? 0;
    if (found === 0) continue;
    text = text.replace(what.from, what.to);
    notes.push(note(found));
  }
  if (text !== text.normalize('NFC')) {
    text = text.normalize('NFC');
    notes.push('letters and the accents that stood apart from them are now one character');
  }
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Error('there is no word in the text');
  const kept = Buffer.from(text);
  return { text, notes, sha256: sha256(kept), bytes: kept.length };
}

type Change = { what: { from: RegExp; to: string }; note: (found: number) => string };

const CHANGES: readonly Change[] = [
  { what: { from: /\r\n/g, to: '\n' }, note: (n) => `${count(n, 'line end')} CRLF became LF` },
  { what: { from: /\r/g, to: '\n' }, note: (n) => `${count(n, 'line end')} CR became LF` },
  {
    // Word and web pages break lines by these inside a paragraph.
    what: { from: /[\v\f\u0085\u2028\u2029]/g, to: '\n' },
    note: (n) => `${count(n, 'other line or page break')} became LF`
  },
  {
    what: { from: /[\u00a0\u2007\u202f]/g, to: ' ' },
    note: (n) => `${count(n, 'no-break space')} became plain`
  },
  {
    // Not the joiners U+200C and U+200D: some scripts need them.
    what: { from: /[\u00ad\u200b\u2060\ufeff]/g, to: '' },
    note: (n) => `${count(n, 'character')} without width (soft hyphens among them) taken out`
  },
  {
    // eslint-disable-next-line no-control-regex
    what: { from: /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, to: '' },
    note: (n) => `${count(n, 'control character')} taken out`
  }
];

function decode(bytes: Buffer): { text: string; notes: string[] } {
  if (encodingFault(bytes) === 'UTF-16') {
    const littleEndian = isLittleEndian(bytes);
    const text = read(bytes, littleEndian ? 'utf-16le' : 'utf-16be');
    return { text, notes: [`read as UTF-16 (${littleEndian ? 'little' : 'big'}-endian), kept as UTF-8`] };
  }
  const text = read(bytes, 'utf-8');
  return { text, notes: encodingFault(bytes) === 'byte order mark' ? ['the byte order mark was taken off'] : [] };
}

function read(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not guessed: in the code pages of old files one byte is a different letter in each.
    throw new Error('the file is neither UTF-8 nor UTF-16: open it where it looks right, and save it as UTF-8');
  }
}

/** By the mark, or by which of two bytes is zero in most pairs, as in Latin text. */
function isLittleEndian(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return true;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return false;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.subarray(0, 200).entries()) if (byte === 0) zeros[index % 2]! += 1;
  return zeros[1]! >= zeros[0]!;
}
