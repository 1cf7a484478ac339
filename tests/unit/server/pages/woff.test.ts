import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { woffToSfnt } from '../../../../src/lib/server/pages/woff.ts';

const font = (kind: string) =>
  readFileSync(`node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.${kind}`);

test('an unpacked font has every table whole, with the checksum that it is listed under', () => {
  const sfnt = woffToSfnt(font('woff'));
  const count = sfnt.readUInt16BE(4);
  const tags: string[] = [];
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    const tag = sfnt.toString('latin1', at, at + 4);
    const [checksum, offset, length] = [4, 8, 12].map((field) => sfnt.readUInt32BE(at + field)) as [
      number,
      number,
      number
    ];
    let sum = 0;
    // The checksum of the head table leaves out a field that holds that of the whole file.
    for (let word = offset; word < offset + length; word += 4)
      if (tag !== 'head' || word !== offset + 8) sum = (sum + sfnt.readUInt32BE(word)) >>> 0;
    expect(sum, tag).toBe(checksum);
    tags.push(tag);
  }
  expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'name']));
});

test('another format is refused', () => {
  expect(() => woffToSfnt(font('woff2'))).toThrow('not a WOFF 1.0 font');
});
