/** `[x, y]`, in whatever unit the caller uses. */
export type Position = readonly [number, number];
/** `[left, top, right, bottom]`. */
export type Rectangle = readonly [number, number, number, number];

type Edge = { inside: (at: Position) => boolean; cross: (from: Position, to: Position) => Position };

function edges([left, top, right, bottom]: Rectangle): Edge[] {
  const atX =
    (x: number) =>
    (a: Position, b: Position): Position => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
  const atY =
    (y: number) =>
    (a: Position, b: Position): Position => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y];
  return [
    { inside: ([x]) => x >= left, cross: atX(left) },
    { inside: ([x]) => x <= right, cross: atX(right) },
    { inside: ([, y]) => y >= top, cross: atY(top) },
    { inside: ([, y]) => y <= bottom, cross: atY(bottom) }
  ];
}

/** The parts of a line inside a rectangle, each cut where it crosses the edge. */
export function clipLine(line: readonly Position[], rectangle: Rectangle): Position[][] {
  return edges(rectangle).reduce<Position[][]>(
    (parts, edge) => parts.flatMap((part) => cutLine(part, edge)),
    [[...line]]
  );
}

function cutLine(line: readonly Position[], { inside, cross }: Edge): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  line.forEach((at, index) => {
    const before = line[index - 1];
    if (before && inside(before) !== inside(at)) part.push(cross(before, at));
    if (inside(at)) part.push(at);
    else {
      if (part.length > 1) parts.push(part);
      part = [];
    }
  });
  if (part.length > 1) parts.push(part);
  return parts;
}

/** A closed ring cut to a rectangle (Sutherland–Hodgman), closed again; empty where nothing of it lies inside. */
export function clipRing(ring: readonly Position[], rectangle: Rectangle): Position[] {
  const open = edges(rectangle).reduce<Position[]>(
    (points, { inside, cross }) =>
      points.flatMap((at, index) => {
        const before = points.at(index - 1)!;
        const crossing = inside(before) !== inside(at) ? [cross(before, at)] : [];
        return inside(at) ? [...crossing, at] : crossing;
      }),
    ring.slice(0, -1)
  );
  return open.length > 2 ? [...open, open[0]!] : [];
}

/** A line with the points left out that lie within `tolerance` of the rest (Douglas–Peucker). Ends stay. */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
  const keep = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let farthest = { at: -1, distance: tolerance };
    for (let at = from + 1; at < to; at++) {
      const distance = distanceFrom(line[at]!, line[from]!, line[to]!);
      if (distance > farthest.distance) farthest = { at, distance };
    }
    if (farthest.at < 0) continue;
    keep.add(farthest.at);
    open.push([from, farthest.at], [farthest.at, to]);
  }
  return line.filter((_, at) => keep.has(at));
}

function distanceFrom([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1);
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

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
