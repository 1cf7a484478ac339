import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature as decode } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Position } from '../../lib/server/basemap/generalise.ts';
import { simplified, type Detail } from './collection.ts';
import type { Box } from './reach.ts';

const { resolve } = createRequire(import.meta.url);

/** A TopoJSON file of a package, with its arcs in degrees. */
export function readTopology(file: string): Topology {
  const { transform, ...topology } = JSON.parse(readFileSync(resolve(file), 'utf8')) as Topology;
  if (!transform) return topology;
  const { scale, translate } = transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx!) * scale[0] + translate[0], (y += dy!) * scale[1] + translate[1]]);
  });
  return { ...topology, arcs };
}

export const objectsOf = (topology: Topology, name: string): GeometryObject[] =>
  (topology.objects[name] as GeometryCollection).geometries;

/** Every arc with fewer points, by its number: lines that two countries share stay the same for both. */
export const withFewerPoints = (topology: Topology, detailOf: (arc: number) => Detail): Topology => ({
  ...topology,
  arcs: topology.arcs.map((arc, at) => simplified(arc as unknown as Position[], detailOf(at)) as unknown as number[][])
});

/** The arcs of a geometry; one that it runs through backwards has the same number. */
export function arcsOf(geometry: GeometryObject): number[] {
  const arcs = 'arcs' in geometry ? ((geometry.arcs as unknown[]).flat(Infinity) as number[]) : [];
  return arcs.map((arc) => (arc < 0 ? ~arc : arc));
}

/** Whether an arc may have a part in one of the boxes. */
export const arcTouches = (arc: readonly (readonly number[])[], boxes: readonly Box[]): boolean => {
  const [lngs, lats] = [arc.map(([lng]) => lng!), arc.map(([, lat]) => lat!)];
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return boxes.some((box) => west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1]);
};

export function polygonsOf(topology: Topology, object: GeometryObject): Position[][][] {
  const { geometry } = decode(topology, object) as unknown as GeoJSON.Feature;
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return (polygons as unknown as Position[][][]).map((rings) => rings.map(withoutJump));
}

/**
 * A ring that goes on beyond ±180 where the source jumps from one side of the antimeridian to the other. One that goes
 * around the whole Earth, as that of Antarctica, is closed over the pole.
 */
function withoutJump(ring: readonly Position[]): Position[] {
  let turns = 0;
  const whole = ring.map(([lng, lat], at): Position => {
    const step = at === 0 ? 0 : lng - ring[at - 1]![0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lng + 360 * turns, lat];
  });
  if (turns === 0) return whole;
  const [first, last] = [whole[0]!, whole.at(-1)!];
  const pole = first[1] < 0 ? -90 : 90;
  return [...whole, [last[0], pole], [first[0], pole], first];
}

export function linesOf(topology: Topology, object: GeometryObject): Position[][] {
  const { geometry } = decode(topology, object) as unknown as GeoJSON.Feature;
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  return lines as unknown as Position[][];
}
