import { clipLine, clipRing, ringArea, simplify, type Position } from '../../lib/server/basemap/generalise.ts';
import type { Box } from './reach.ts';

type Properties = Record<string, unknown>;

/** How finely the ground is drawn: the least deviation in degrees of latitude, and the latitude at which it is one. */
export type Detail = { tolerance: number; middle: number };

export const feature = (geometry: GeoJSON.Geometry, properties: Properties): GeoJSON.Feature => ({
  type: 'Feature',
  properties,
  geometry
});

/** The parts of lines inside boxes. */
export function linesIn(lines: readonly (readonly Position[])[], boxes: readonly Box[], detail: Detail): Position[][] {
  return boxes.flatMap((box) =>
    lines
      .flatMap((line) => clipLine(line, box))
      .map((line) => rounded(line, detail))
      .filter((line) => line.length > 1)
  );
}

/** Polygons cut to boxes, each as RFC 7946 has it: outer rings anticlockwise, holes clockwise. Specks are left out. */
export function polygonsIn(
  polygons: readonly (readonly (readonly Position[])[])[],
  boxes: readonly Box[],
  detail: Detail
): Position[][][] {
  const least = 2 * detail.tolerance ** 2;
  return boxes.flatMap((box) =>
    polygons.flatMap(onEachSide).flatMap((rings) => {
      const cut = rings.map((ring, at) => wound(rounded(clipRing(ring, box), detail), at > 0));
      const isSpeck = (ring: Position[]) => ring.length < 4 || ringArea(ring) < least;
      return isSpeck(cut[0]!) ? [] : [cut.filter((ring) => !isSpeck(ring))];
    })
  );
}

/** A polygon that goes on beyond ±180, as it lies there and a turn around the Earth to either side. */
function onEachSide(rings: readonly (readonly Position[])[]): (readonly (readonly Position[])[])[] {
  if (rings[0]!.every(([lng]) => Math.abs(lng) <= 180)) return [rings];
  return [-360, 0, 360].map((turn) => rings.map((ring) => ring.map(([lng, lat]): Position => [lng + turn, lat])));
}

/** With the points left out that hardly matter. East and west count less towards the poles. */
export function simplified(line: readonly Position[], { tolerance, middle }: Detail): Position[] {
  const k = Math.cos((middle * Math.PI) / 180);
  return simplify(
    line.map(([x, y]): Position => [x * k, y]),
    tolerance
  ).map(([x, y]): Position => [x / k, y]);
}

/** With no more decimals than the detail has; what then falls on the point before it is left out. */
function rounded(line: readonly Position[], { tolerance }: Detail): Position[] {
  const decimals = Math.max(2, Math.min(5, Math.ceil(-Math.log10(tolerance)) + 1));
  const round = (degrees: number) => Number(degrees.toFixed(decimals));
  return line
    .map(([x, y]): Position => [round(x), round(y)])
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]![0] || y !== all[at - 1]![1]);
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  const twice = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0);
  return twice < 0 === clockwise ? ring : [...ring].reverse();
}

/** One feature a line, so that a change of one shows as one. */
export const collectionText = (features: readonly GeoJSON.Feature[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`;
