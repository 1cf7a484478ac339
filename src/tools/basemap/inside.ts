import type { Position } from '../../lib/server/basemap/generalise.ts';

/** Whether a point is in a polygon: in its outer ring, and in none of its holes. */
export const inside = ([x, y]: Position, rings: readonly (readonly Position[])[]): boolean =>
  rings.reduce((within, ring) => {
    for (let at = 1; at < ring.length; at++) {
      const [[ax, ay], [bx, by]] = [ring[at - 1]!, ring[at]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) within = !within;
    }
    return within;
  }, false);
