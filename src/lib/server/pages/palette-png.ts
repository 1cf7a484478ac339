import { crc32, deflateSync } from 'node:zlib';

const MOST_COLOURS = 256;
/** Colours that agree in the first bits of each channel count as one. */
const BITS = 4;

type Colour = [red: number, green: number, blue: number];
type Bucket = { count: number; sum: Colour };

/**
 * An opaque picture as a PNG with a palette: a third of the size of one with three channels, and a map has few colours.
 * `pixels`: RGBA. The colours that most pixels have are the palette; every other pixel gets the nearest of them.
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const buckets = new Map<number, Bucket>();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = keyOf(pixels, at);
    const bucket = buckets.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bucket.count++;
    for (const channel of [0, 1, 2] as const) bucket.sum[channel] += pixels[at + channel]!;
    buckets.set(key, bucket);
  }
  const colours = [...buckets].map(([key, { count, sum }]) => ({
    key,
    count,
    colour: sum.map((total) => Math.round(total / count)) as Colour
  }));
  colours.sort((a, b) => b.count - a.count || a.key - b.key);
  const palette = colours.slice(0, MOST_COLOURS).map(({ colour }) => colour);
  const indexOf = new Map(
    colours.map(({ key, colour }, at) => [key, at < palette.length ? at : nearest(palette, colour)])
  );
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(keyOf(pixels, (y * width + x) * 4))!;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

function keyOf(pixels: Uint8Array, at: number): number {
  const shift = 8 - BITS;
  return ((pixels[at]! >> shift) << (2 * BITS)) | ((pixels[at + 1]! >> shift) << BITS) | (pixels[at + 2]! >> shift);
}

function nearest(palette: readonly Colour[], [red, green, blue]: Colour): number {
  let best = 0;
  let least = Infinity;
  for (const [at, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

/** 8 bits a pixel, colours from the palette. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}
