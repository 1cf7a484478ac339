import { readFileSync } from 'node:fs';
import { convert } from 'fontverter';

/** The code points that a font file has a letter for, from its `cmap` table (formats 4 and 12). */
export async function lettersOf(file: string): Promise<Set<number>> {
  const font = await convert(readFileSync(file), 'truetype');
  const cmap = tableAt(font, 'cmap');
  const found = new Set<number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + at * 8);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, found);
    else if (format === 12) readGroups(font, table, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number {
  for (let at = 0; at < font.readUInt16BE(4); at++) {
    const entry = 12 + at * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table "${tag}"`);
}

function readSegments(font: Buffer, table: number, found: Set<number>): void {
  const bytes = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + bytes];
  const [deltas, offsets] = [starts + bytes, starts + 2 * bytes];
  for (let at = 0; at < bytes; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    const [delta, offset] = [font.readUInt16BE(deltas + at), font.readUInt16BE(offsets + at)];
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const glyph =
        offset === 0 ? (point + delta) & 0xffff : font.readUInt16BE(offsets + at + offset + (point - start) * 2);
      if (glyph !== 0) found.add(point);
    }
  }
}

function readGroups(font: Buffer, table: number, found: Set<number>): void {
  for (let at = 0; at < font.readUInt32BE(table + 12); at++) {
    const group = table + 16 + at * 12;
    for (let point = font.readUInt32BE(group); point <= font.readUInt32BE(group + 4); point++) found.add(point);
  }
}
