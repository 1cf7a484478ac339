import type { EventColumns } from '../../../src/lib/model/event-columns.ts';
import { CAMERA, RADIUS_PX, SIZE, windowAt, type Plan } from './plan.ts';
import { seeded } from '../../synthetic/random.ts';

/** A pixel that must be lit, or must not, when a day is shown: column, row from the top, 1 or 0. */
export type Probe = readonly [x: number, y: number, lit: 0 | 1];

/** `apart`: the other days that at least one of the probes distinguishes from this one. */
export type Ask = { day: number; probes: Probe[]; apart: Set<number> };

/**
 * Discs end somewhere between: how a library smooths their edge, and to which part of a pixel it rounds, is its own.
 */
const SURELY_LIT_PX = RADIUS_PX - 1.5;
const SURELY_UNLIT_PX = RADIUS_PX + 1.5;

const CANDIDATES = 3000;
const TRIED = 80_000;
const PROBES_OF_A_KIND = 10;
const UNSURE = 2;

type State = 0 | 1 | typeof UNSURE;

/**
 * For each day of the plan, pixels that show whether exactly that day's events are drawn: some lit, some not, and for
 * each other day, where it is distinguishable at all, one that differs. From the data and the predicate alone, not from
 * what anything draws.
 */
export function probesOf(columns: EventColumns, plan: Pick<Plan, 'days' | 'windowDays'>): Map<number, Ask> {
  const near = candidates(columns);
  const states = plan.days.map((day) => near.map((rows) => stateOf(columns, rows, day, plan.windowDays)));
  return new Map(plan.days.map((day, index) => [day, choose(day, index, plan.days, near, states)]));
}

type Candidate = { x: number; y: number; inner: number[]; outer: number[] };

function stateOf(
  { softEarliest, softLatest }: EventColumns,
  { inner, outer }: Candidate,
  day: number,
  windowDays: number
): State {
  const { from, to } = windowAt(day, windowDays);
  const shown = (row: number) => softEarliest[row]! <= to && softLatest[row]! >= from;
  if (inner.some(shown)) return 1;
  return outer.some(shown) ? UNSURE : 0;
}

function choose(
  day: number,
  index: number,
  days: readonly number[],
  near: readonly Candidate[],
  states: readonly State[][]
): Ask {
  const own = states[index]!;
  const chosen = new Set<number>();
  const apart = new Set<number>();
  const tells = (candidate: number, other: number) =>
    states[other]![candidate] !== UNSURE && states[other]![candidate] !== own[candidate];
  const sure = near.map((_, candidate) => candidate).filter((candidate) => own[candidate] !== UNSURE);
  // Neighbours first: what distinguishes a day from the one before often distinguishes it from others too.
  const others = days.map((_, other) => other).filter((other) => other !== index);
  others.sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
  for (const other of others) {
    const candidate = [...chosen].find((one) => tells(one, other)) ?? sure.find((one) => tells(one, other));
    if (candidate === undefined) continue;
    chosen.add(candidate);
    apart.add(days[other]!);
  }
  for (const lit of [0, 1])
    sure
      .filter((candidate) => own[candidate] === lit)
      .slice(0, PROBES_OF_A_KIND)
      .forEach((candidate) => chosen.add(candidate));
  return {
    day,
    probes: [...chosen].map((candidate) => [near[candidate]!.x, near[candidate]!.y, own[candidate] as 0 | 1] as const),
    apart
  };
}

/** Pixels near few events, so that days differ there; with the rows that surely light them and those that might. */
function candidates(columns: EventColumns): Candidate[] {
  const cell = Math.ceil(SURELY_UNLIT_PX);
  const [across, down] = [Math.ceil(SIZE.width / cell), Math.ceil(SIZE.height / cell)];
  const points = Array.from({ length: across * down }, (): number[] => []);
  const [xs, ys] = [new Float32Array(columns.length), new Float32Array(columns.length)];
  for (let row = 0; row < columns.length; row++) {
    const { x, y } = pixelOf(columns.lng[row]!, columns.lat[row]!);
    [xs[row], ys[row]] = [x, y];
    if (x >= 0 && y >= 0 && x < SIZE.width && y < SIZE.height)
      points[Math.floor(y / cell) * across + Math.floor(x / cell)]!.push(row);
  }
  const around = (x: number, y: number) => {
    const [column, line] = [Math.floor(x / cell), Math.floor(y / cell)];
    const lines = [line - 1, line, line + 1].filter((at) => at >= 0 && at < down);
    return lines.flatMap((at) =>
      [column - 1, column, column + 1].filter((i) => i >= 0 && i < across).map((i) => points[at * across + i]!)
    );
  };
  const random = seeded(5);
  const tried = Array.from({ length: TRIED }, () => {
    const [x, y] = [10 + Math.floor(random() * (SIZE.width - 20)), 10 + Math.floor(random() * (SIZE.height - 20))];
    return { x, y, count: around(x, y).reduce((sum, rows) => sum + rows.length, 0) };
  });
  const found: Candidate[] = [];
  for (const { x, y } of tried.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)) {
    // A pixel's colour is taken at its middle.
    const within = (px: number) =>
      around(x, y).flatMap((rows) => rows.filter((row) => Math.hypot(xs[row]! - x - 0.5, ys[row]! - y - 0.5) < px));
    const inner = within(SURELY_LIT_PX);
    if (inner.length > 0) found.push({ x, y, inner, outer: within(SURELY_UNLIT_PX) });
    if (found.length === CANDIDATES) break;
  }
  return found;
}

/** CSS pixels from the left and top of the map, as MapLibre and Leaflet both project. */
export function pixelOf(lng: number, lat: number): { x: number; y: number } {
  const world = 512 * 2 ** CAMERA.zoom;
  const mercatorY = (degrees: number) =>
    0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  return {
    x: SIZE.width / 2 + ((lng - CAMERA.lng) / 360) * world,
    y: SIZE.height / 2 + (mercatorY(lat) - mercatorY(CAMERA.lat)) * world
  };
}
