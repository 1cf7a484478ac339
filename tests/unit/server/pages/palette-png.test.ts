import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { palettePng } from '../../../../src/lib/server/pages/palette-png.ts';

/** The pixels of a PNG with a palette and unfiltered rows, read by the specification. */
function read(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [header, palette] = [chunks.get('IHDR')!, chunks.get('PLTE')!];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT')!);
  const colour = (x: number, y: number) => {
    const at = rows[y * (width + 1) + 1 + x]! * 3;
    return [...palette.subarray(at, at + 3)];
  };
  return { width, height, colours: palette.length / 3, colour };
}

test('a picture of few colours keeps each of them', () => {
  const colours = [
    [255, 0, 0],
    [0, 128, 255],
    [250, 250, 244]
  ];
  const pixels = Uint8Array.from(Array.from({ length: 6 }, (_, at) => [...colours[at % 3]!, 255]).flat());
  const png = read(palettePng(pixels, 3, 2));
  expect([png.width, png.height, png.colours]).toEqual([3, 2, 3]);
  for (let y = 0; y < 2; y++) for (let x = 0; x < 3; x++) expect(png.colour(x, y)).toEqual(colours[x]);
});

test('of too many colours each pixel gets one that is near', () => {
  const size = 64;
  const at = (x: number, y: number) => [x * 4, y * 4, ((x * y) % 64) * 4];
  const pixels = Uint8Array.from(
    Array.from({ length: size * size }, (_, i) => [...at(i % size, Math.floor(i / size)), 255]).flat()
  );
  const png = read(palettePng(pixels, size, size));
  expect(png.colours).toBeLessThanOrEqual(256);
  const off = Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return Math.max(...at(x, y).map((value, channel) => Math.abs(value - png.colour(x, y)[channel]!)));
  });
  expect(off.reduce((sum, value) => sum + value) / off.length).toBeLessThan(40);
});
