import type { CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../../model/dataset.ts';
import type { Point, Size } from '../../projection.ts';

/*
 * Places as integers: the world of Web Mercator is 2^32 units wide, about 9 mm each at the equator. A shader that first
 * subtracts the centre of the view, as integers, has exact positions at any zoom.
 */

export const WORLD = 2 ** 32;

const EARTH_M = 40_075_016.7;

// As `toMercator`, with plain numbers: for a million places its objects would take longer than everything else.

/**
 * World units eastwards. Beyond 180 they go on, beside a region over the antimeridian: as 32 bits they begin anew, and so
 * does the difference of two.
 */
export function worldX(lng: number): number {
  return lng > 180 ? Math.round((lng / 360 + 0.5) * WORLD) : unit(lng / 360 + 0.5);
}

/** World units southwards. */
export function worldY(lat: number): number {
  return unit(0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI));
}

function unit(share: number): number {
  return Math.min(Math.max(Math.round(share * WORLD), 0), WORLD - 1);
}

export function toWorld([lng, lat]: LngLat): [x: number, y: number] {
  return [worldX(lng), worldY(lat)];
}

/** The place at world units. */
export function fromWorld([x, y]: readonly [x: number, y: number]): LngLat {
  return [(x / WORLD - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI];
}

/** World units in a metre on the ground, at a latitude. */
export function unitsPerMetre(lat: number): number {
  return WORLD / (EARTH_M * Math.cos((lat * Math.PI) / 180));
}

/** The transformation of a frame: from world units relative to `origin`, to clip space. */
export type Frame = {
  origin: [x: number, y: number];
  /** In column-major order. */
  matrix: Float32Array;
  /** Size of the map in CSS pixels. */
  size: Size;
  /** Device pixels per CSS pixel. */
  pixelRatio: number;
  zoom: number;
};

/** A frame from MapLibre's matrix, which maps the unit square. */
export function frameOf(mainMatrix: ArrayLike<number>, center: LngLat, rest: Omit<Frame, 'origin' | 'matrix'>): Frame {
  const origin = toWorld(center);
  const [x, y] = [origin[0] / WORLD, origin[1] / WORLD];
  // In double precision, as in MapLibre: only the result, relative to the origin, has to fit single precision.
  const matrix = Float64Array.from(mainMatrix);
  for (let row = 0; row < 4; row++) {
    matrix[12 + row]! += matrix[row]! * x + matrix[4 + row]! * y;
    matrix[row]! /= WORLD;
    matrix[4 + row]! /= WORLD;
  }
  return { origin, matrix: Float32Array.from(matrix), ...rest };
}

/** The frame that MapLibre draws now. */
export function currentFrame(map: MapLibreMap, { defaultProjectionData }: CustomRenderMethodInput): Frame {
  const { lng, lat } = map.getCenter();
  const { clientWidth: width, clientHeight: height } = map.getCanvas();
  return frameOf(defaultProjectionData.mainMatrix as ArrayLike<number>, [lng, lat], {
    size: { width, height },
    pixelRatio: map.getPixelRatio(),
    zoom: map.getZoom()
  });
}

/** Where a place is drawn, in CSS pixels from the top left; `null` behind the camera. The shader computes the same. */
export function projectWorld({ matrix, origin, size }: Frame, x: number, y: number): Point | null {
  const [east, south] = [x - origin[0], y - origin[1]];
  const at = (row: number) => matrix[row]! * east + matrix[4 + row]! * south + matrix[12 + row]!;
  const w = at(3);
  if (w <= 0) return null;
  return { x: ((at(0) / w + 1) / 2) * size.width, y: ((1 - at(1) / w) / 2) * size.height };
}

/** World units of a point on the map plane, in CSS pixels from the top left; `null` above the horizon. */
export function unprojectWorld({ matrix: m, origin, size }: Frame, { x, y }: Point): [x: number, y: number] | null {
  const [clipX, clipY] = [(x / size.width) * 2 - 1, 1 - (y / size.height) * 2];
  // Two equations in two unknowns: clip = matrix * place, divided by its w.
  const [a, b, c] = [m[0]! - clipX * m[3]!, m[4]! - clipX * m[7]!, clipX * m[15]! - m[12]!];
  const [d, e, f] = [m[1]! - clipY * m[3]!, m[5]! - clipY * m[7]!, clipY * m[15]! - m[13]!];
  const determinant = a * e - b * d;
  const [east, south] = [(c * e - b * f) / determinant, (a * f - c * d) / determinant];
  return m[3]! * east + m[7]! * south + m[15]! > 0 ? [origin[0] + east, origin[1] + south] : null;
}
