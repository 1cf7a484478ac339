import { PAN_MARGIN, type Bounds } from '../../lib/map/projection.ts';
import { LAST_LATITUDE } from '../../lib/model/longitude.ts';

/** How far the small map beside the map reaches beyond the bounds. */
const AROUND = 1.75;

/** A rectangle `[west, south, east, north]` without a jump in it: west is less than east, both within ±180. */
export type Box = [number, number, number, number];

/** What a basemap is made for. A region over the antimeridian has a box on either side of it. */
export type Reach = {
  /** Degrees of longitude and of latitude of the region itself, and the latitude in the middle. */
  width: number;
  height: number;
  middle: number;
  /** What is seen of the ground at all, and what can come into the frame. */
  around: Box[];
  moved: Box[];
};

/** Bounds as they are written after `--bounds`: four numbers in degrees. Throws a sentence that says what is wrong. */
export function parseBounds(text: string): Bounds {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (numbers.length !== 4 || numbers.some((number) => !Number.isFinite(number)))
    throw new Error(`"${text}" is not four numbers: write west,south,east,north in degrees, as in 14.4,2.2,27.5,11`);
  return numbers as unknown as Bounds;
}

/**
 * How far around bounds the ground is drawn. East may be less than west, or more than 180: then the bounds cross the
 * antimeridian. Throws a sentence that says what is wrong with them.
 */
export function reachOf([west, south, east, north]: Bounds): Reach {
  const shown = `[${[west, south, east, north].join(', ')}]`;
  const fail = (why: string): never => {
    throw new Error(`no basemap can be made for the bounds ${shown}: ${why}`);
  };
  if (![west, south, east, north].every(Number.isFinite)) fail('they are not four numbers');
  if (south >= north) fail(`south, ${south}, is not less than north, ${north}`);
  if (south < -90 || north > 90) fail('latitudes go from -90 to 90');
  if (west < -180 || west > 180 || east < -180 || east > 540) fail('longitudes go from -180 to 180');
  if (south >= LAST_LATITUDE || north <= -LAST_LATITUDE)
    fail(`the map’s projection ends at ${LAST_LATITUDE}° of latitude`);
  if (west === east) fail('west and east are the same');
  const width = Math.min(east < west ? east + 360 - west : east - west, 360);
  const [bottom, top] = [Math.max(south, -LAST_LATITUDE), Math.min(north, LAST_LATITUDE)];
  const grown = (share: number) => {
    const lat = (top - bottom) * share;
    const rows = [Math.max(bottom - lat, -LAST_LATITUDE), Math.min(top + lat, LAST_LATITUDE)] as const;
    return spans(west - width * share, width * (1 + 2 * share)).map(([w, e]): Box => [w, rows[0], e, rows[1]]);
  };
  return {
    width,
    height: top - bottom,
    middle: (top + bottom) / 2,
    around: grown(AROUND),
    moved: grown(PAN_MARGIN)
  };
}

/** Degrees of longitude from `west` eastwards, cut at the antimeridian. */
function spans(west: number, width: number): [number, number][] {
  if (width >= 360) return [[-180, 180]];
  const from = ((((west + 180) % 360) + 360) % 360) - 180;
  const to = from + width;
  return to <= 180
    ? [[from, to]]
    : [
        [from, 180],
        [-180, to - 360]
      ];
}

export const isIn = ([lng, lat]: readonly number[], [west, south, east, north]: Box): boolean =>
  lng! >= west && lng! <= east && lat! >= south && lat! <= north;
