import type { LngLat } from '../model/dataset.ts';
import { LAST_LATITUDE, placeBeside } from '../model/longitude.ts';

/** CSS pixels. */
export type Size = { width: number; height: number };
/** CSS pixels from the top left corner of the map. */
export type Point = { x: number; y: number };
/** `[west, south, east, north]`, degrees. */
export type Bounds = readonly [number, number, number, number];
/** The visible part of the map, north up, no pitch. `zoom` is MapLibre's: the world is 512 * 2^zoom pixels wide. */
export type Camera = { center: LngLat; zoom: number };
export type ZoomRange = { min: number; max: number };
/** For a picture, which need not be moved. */
export const ANY_ZOOM: ZoomRange = { min: -4, max: 24 };

const TILE_PX = 512;
const RADIANS = Math.PI / 180;

/** Web Mercator with the world as the unit square: `x` grows eastwards from 180° W, `y` southwards from 85.05° N. */
export function toMercator([lng, lat]: LngLat): Point {
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / (2 * Math.PI) };
}

export function fromMercator({ x, y }: Point): LngLat {
  return [(x - 0.5) * 360, (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS];
}

/** The bounds as a rectangle of the unit square: also the `viewBox` of an SVG that shows exactly these bounds. */
export function mercatorBox([west, south, east, north]: Bounds): Point & Size {
  const { x, y } = toMercator([west, north]);
  const end = toMercator([east, south]);
  return { x, y, width: end.x - x, height: end.y - y };
}

/**
 * The camera that shows all of `bounds`, centred and as large as `size` allows: the same as
 * `preserveAspectRatio="xMidYMid meet"` does with their `mercatorBox`. The zoom is clamped to `range`.
 */
export function fitCamera(bounds: Bounds, size: Size, range: ZoomRange): Camera {
  const { x, y, width, height } = mercatorBox(bounds);
  const scale = Math.min(size.width / width, size.height / height) / TILE_PX;
  const zoom = Math.min(Math.max(Math.log2(scale), range.min), range.max);
  return { center: fromMercator({ x: x + width / 2, y: y + height / 2 }), zoom };
}

/** The lowest zoom at which a map of `size` shows nothing outside `bounds`. */
export function coverZoom(bounds: Bounds, size: Size): number {
  const { width, height } = mercatorBox(bounds);
  return Math.log2(Math.max(size.width / width, size.height / height) / TILE_PX);
}

/** How far the map can be panned beyond the study area on each side, relative to its size. */
export const PAN_MARGIN = 1.1;

/** `bounds` extended by `share` of their own width and height on each side, as far as the projection goes. */
export function growBounds([west, south, east, north]: Bounds, share: number): Bounds {
  const lng = (east - west) * share;
  const lat = (north - south) * share;
  return [west - lng, Math.max(south - lat, -LAST_LATITUDE), east + lng, Math.min(north + lat, LAST_LATITUDE)];
}

/**
 * The camera nearest to one that is asked for: its zoom is in `range`, and its frame in `bounds`; where it does not fit
 * into them, they are in its middle.
 */
export function keepWithin({ center, zoom }: Camera, size: Size, bounds: Bounds, range: ZoomRange): Camera {
  const kept = Math.min(Math.max(zoom, range.min), range.max);
  const worldPx = TILE_PX * 2 ** kept;
  const box = mercatorBox(bounds);
  const along = (at: number, from: number, length: number, px: number) => {
    const half = px / worldPx / 2;
    return length <= 2 * half ? from + length / 2 : Math.min(Math.max(at, from + half), from + length - half);
  };
  const at = toMercator(placeBeside(center, bounds));
  const [x, y] = [along(at.x, box.x, box.width, size.width), along(at.y, box.y, box.height, size.height)];
  return { center: fromMercator({ x, y }), zoom: kept };
}

/**
 * From how far out to how near a map may be seen. Whatever the limits, all of the first view and of the study area can be
 * seen at once.
 */
export function zoomRange({ bounds, firstView, zoom }: Shown, maxBounds: Bounds, size: Size): ZoomRange {
  if (size.width === 0) return zoom;
  const whole = [firstView.bounds, bounds].map((box) => fitCamera(firstBounds(box), size, ANY_ZOOM).zoom);
  return { min: Math.min(Math.max(zoom.min, coverZoom(maxBounds, size)), ...whole), max: zoom.max };
}

type Shown = { bounds: Bounds; firstView: { bounds: Bounds }; zoom: ZoomRange };

const FIRST_MARGIN = 0.04;

/** The minimum that the first view shows: the bounds with a small margin. Every map of a dataset starts with it. */
export function firstBounds(bounds: Bounds): Bounds {
  return growBounds(bounds, FIRST_MARGIN);
}

/** About the height of the map on a common screen, so that labels have about their nominal size there. */
const FIRST_HEIGHT_PX = 400;

/** The frame used if none can be measured: exactly the first view, to be scaled to its container. */
export function firstFrame(firstView: Bounds): { camera: Camera; size: Size } {
  const bounds = firstBounds(firstView);
  const { width, height } = mercatorBox(bounds);
  const size = { width: Math.round((FIRST_HEIGHT_PX * width) / height), height: FIRST_HEIGHT_PX };
  return { camera: fitCamera(bounds, size, ANY_ZOOM), size };
}

/** Projects a place under the camera. Agrees with `map.project` as long as the map has no pitch and north is up. */
export function projector({ center, zoom }: Camera, { width, height }: Size): (lngLat: LngLat) => Point {
  const worldPx = TILE_PX * 2 ** zoom;
  const middle = toMercator(center);
  return (lngLat) => {
    const { x, y } = toMercator(lngLat);
    return { x: (x - middle.x) * worldPx + width / 2, y: (y - middle.y) * worldPx + height / 2 };
  };
}

/** The opposite of `projector`: the place at a point. */
export function unprojector({ center, zoom }: Camera, { width, height }: Size): (at: Point) => LngLat {
  const worldPx = TILE_PX * 2 ** zoom;
  const middle = toMercator(center);
  return ({ x, y }) =>
    fromMercator({ x: middle.x + (x - width / 2) / worldPx, y: middle.y + (y - height / 2) / worldPx });
}

/** Whether a point is in a frame, `edgePx` from its edge or more. */
export function isInFrame({ x, y }: Point, { width, height }: Size, edgePx = 0): boolean {
  return x >= edgePx && y >= edgePx && x <= width - edgePx && y <= height - edgePx;
}
