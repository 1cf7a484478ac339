import { toWorld, WORLD } from '../../../../../src/lib/map/maplibre/time-layer/world.ts';

export const SIZE = { width: 800, height: 500 };

/** What MapLibre hands over for a map that lies flat, north up: the world as the unit square to clip space. */
export function flatMatrix(center: [number, number], zoom: number): Float64Array {
  const worldPx = 512 * 2 ** zoom;
  const [x, y] = toWorld(center).map((unit) => unit / WORLD) as [number, number];
  const [sx, sy] = [(2 * worldPx) / SIZE.width, (-2 * worldPx) / SIZE.height];
  return Float64Array.from([sx, 0, 0, 0, 0, sy, 0, 0, 0, 0, 1, 0, -x * sx, -y * sy, 0, 1]);
}
