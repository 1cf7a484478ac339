/*
 * A small archive of vector tiles, by the specifications alone (PMTiles 3, Mapbox Vector Tile 2), so that the program is
 * tried on a file that its own packages have not written.
 */

type Ring = [x: number, y: number][];
/** A layer of one polygon in units of the tile, 4096 a side, with one property. */
export type Layer = { name: string; kind: string; ring: Ring };

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
const bytes = (field: number, content: number[]) => [(field << 3) | 2, ...varint(content.length), ...content];
const number = (field: number, value: number) => [field << 3, ...varint(value)];
const text = (field: number, value: string) => bytes(field, [...Buffer.from(value)]);
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);

function geometryOf(ring: Ring): number[] {
  const steps = ring.map(([x, y], at) => {
    const [px, py] = at === 0 ? [0, 0] : ring[at - 1]!;
    return [zigzag(x - px), zigzag(y - py)];
  });
  const moveTo = (1 << 3) | 1;
  const lineTo = ((ring.length - 1) << 3) | 2;
  const close = (1 << 3) | 7;
  return [moveTo, ...steps[0]!, lineTo, ...steps.slice(1).flat(), close].flatMap(varint);
}

const POLYGON = 3;

export const tileOf = (layers: Layer[]): number[] =>
  layers.flatMap(({ name, kind, ring }) =>
    bytes(3, [
      ...number(15, 2),
      ...text(1, name),
      ...bytes(2, [...bytes(2, [0, 0]), ...number(3, POLYGON), ...bytes(4, geometryOf(ring))]),
      ...text(3, 'kind'),
      ...bytes(4, text(1, kind)),
      ...number(5, 4096)
    ])
  );

const HEADER = 127;
const NOT_COMPRESSED = 1;
const VECTOR = 1;

/** An archive with the one tile of zoom 0, which is the whole Earth. */
export function archiveOf(tile: number[]): Buffer {
  // One entry: its tile, how many in a row, its length, its offset (plus one).
  const directory = [1, 0, 1, tile.length, 1].flatMap(varint);
  const metadata = [...Buffer.from('{"vector_layers":[]}')];
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles');
  header[7] = 3;
  const metadataAt = HEADER + directory.length;
  const tilesAt = metadataAt + metadata.length;
  const sections = [HEADER, directory.length, metadataAt, metadata.length, tilesAt, 0, tilesAt, tile.length, 1, 1, 1];
  sections.forEach((value, at) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * at));
  header.set([1, NOT_COMPRESSED, NOT_COMPRESSED, VECTOR, 0, 0], 96);
  [-180, -85, 180, 85].forEach((degrees, at) => header.writeInt32LE(degrees * 1e7, 102 + 4 * at));
  return Buffer.concat([header, Buffer.from([...directory, ...metadata, ...tile])]);
}
