import type { Position, Rectangle } from './generalise.ts';
import { clipRing, ringArea } from './generalise.ts';
import type { Feature } from './features.ts';

/** Where less than this is no land it is slits between countries, which are drawn from different lines. */
const SLITS = 0.002;

/**
 * Whether part of a rectangle is sea: land is known, and does not fill it. Without any land nothing is known, and the
 * ground is drawn as neither. `place` takes a longitude and latitude to the plane of the rectangle.
 */
export function hasSea(
  land: readonly Feature[],
  place: (lngLat: readonly number[]) => Position,
  rectangle: Rectangle
): boolean {
  if (land.length === 0) return false;
  const [left, top, right, bottom] = rectangle;
  const areaOf = (ring: GeoJSON.Position[]) => ringArea(clipRing(ring.map(place), rectangle));
  // The first ring of a polygon is its edge, the others are holes.
  const area = land
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .reduce((sum, rings) => sum + rings.reduce((own, ring, at) => own + (at === 0 ? 1 : -1) * areaOf(ring), 0), 0);
  return area < (right - left) * (bottom - top) * (1 - SLITS);
}

function polygonsOf(geometry: GeoJSON.Geometry | null): GeoJSON.Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}
