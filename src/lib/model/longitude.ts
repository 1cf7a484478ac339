import type { LngLat } from './dataset.ts';

/** `[west, south, east, north]`, degrees. */
type Box = readonly [number, number, number, number];

/** The latitude at which the projection of the map ends. */
export const LAST_LATITUDE = 85.05;

/** A box over the antimeridian, which RFC 7946 writes with its west above its east, with an east beyond 180. */
export function eastwards([west, south, east, north]: Box): [number, number, number, number] {
  return [west, south, east < west ? east + 360 : east, north];
}

/** Whether a box written `eastwards` reaches over the antimeridian. */
export const crossesAntimeridian = ([west, , east]: Box): boolean => west < -180 || east > 180;

/** A longitude on the turn of the globe on which a box lies: beside one from 177 to 182, -179 is 181. */
export function besideBox(lng: number, box: Box): number {
  if (!crossesAntimeridian(box)) return lng;
  return lng + 360 * Math.round(((box[0] + box[2]) / 2 - lng) / 360);
}

/** A place on the turn of a box. */
export const placeBeside = ([lng, lat]: LngLat, box: Box): LngLat => [besideBox(lng, box), lat];

/** A box on the turn of another one. */
export function boxBeside(box: Box, other: Box): [number, number, number, number] {
  const [west, south, east, north] = eastwards(box);
  const moved = besideBox((west + east) / 2, other) - (west + east) / 2;
  return [west + moved, south, east + moved, north];
}

/** A longitude from -180 to 180, as files have it. */
export const onGlobe = (lng: number): number => (lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng);
