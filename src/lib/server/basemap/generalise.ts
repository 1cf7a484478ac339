import { bboxClip } from '@turf/bbox-clip';
import { simplify as simplifyGeometry } from '@turf/simplify';

/** `[x, y]`, in whatever unit the caller uses: what Turf does here is plane geometry. */
export type Position = readonly [number, number];
/** `[left, top, right, bottom]`. */
export type Rectangle = readonly [number, number, number, number];

/** The parts of a line inside a rectangle, each cut where it crosses the edge. */
export function clipLine(line: readonly Position[], rectangle: Rectangle): Position[][] {
  const { geometry } = bboxClip(lineString(line), [...rectangle]);
  return positions(geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates);
}

/** A closed ring cut to a rectangle, closed again along its edges; empty where nothing of it lies inside. */
export function clipRing(ring: readonly Position[], rectangle: Rectangle): Position[] {
  const { geometry } = bboxClip({ type: 'Polygon', coordinates: [lineString(ring).coordinates] }, [...rectangle]);
  return positions(geometry.coordinates)[0] ?? [];
}

/** A line or ring with the points left out that lie within `tolerance` of the rest (Douglas–Peucker). Ends stay. */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
  if (line.length < 3) return [...line];
  // A ring goes in as a line, too: of a polygon smaller than the tolerance Turf keeps a speck.
  // `highQuality`, for otherwise points that are near each other go first, and the result may be off by more.
  const kept = simplifyGeometry(lineString(line), { tolerance, highQuality: true, mutate: true });
  return positions([kept.coordinates])[0]!;
}

function lineString(line: readonly Position[]): GeoJSON.LineString {
  return { type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) };
}

/** What Turf gives back, whose types say less: any geometry, and positions of any number of numbers. */
const positions = (coordinates: unknown) => coordinates as Position[][];

/** The area of a closed ring, whatever its direction. */
export function ringArea(ring: readonly Position[]): number {
  const twice = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0);
  return Math.abs(twice) / 2;
}

/** SVG path data of lines in whole units, as short as it gets: everything after the first point is relative. */
export function pathData(lines: readonly (readonly Position[])[], closed: boolean): string {
  let pen: Position = [0, 0];
  const move = (to: Position): string => {
    const step = [to[0] - pen[0], to[1] - pen[1]] as const;
    pen = to;
    return `${step[0]}${step[1] < 0 ? '' : ' '}${step[1]}`;
  };
  return lines
    .map((line) => {
      const start = line[0]!;
      const steps = [move(start), ...(closed ? line.slice(1, -1) : line.slice(1)).map(move)];
      // After "z" the pen is back at the start of the ring.
      if (closed) pen = start;
      return `m${steps.join(' ').replaceAll(' -', '-')}${closed ? 'z' : ''}`;
    })
    .join('');
}
