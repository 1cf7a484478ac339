import { OPEN_END } from '../../../model/event-columns.ts';
import type { EventStore } from '../../../model/event-store.ts';
import { isPlaced } from '../../../model/packed-columns.ts';
import type { Steps } from '../../../model/steps.ts';
import { WORLD, worldX, worldY } from './world.ts';

/*
 * The squares that the world is divided into, at a level `2 ** level` in a row. Four squares of a level make one of the
 * level before.
 */

const TILE_PX = 512;
const MIN_LEVEL = 1;
const MAX_LEVEL = 26;

/** A level is shown from where its squares are 54 px wide to where they are 108, and the next one is. */
const LEVEL_ZOOM = 3.25;

/** The level to show at a zoom of MapLibre. */
export function levelAt(zoom: number): number {
  return Math.min(Math.max(Math.floor(zoom + LEVEL_ZOOM), MIN_LEVEL), MAX_LEVEL);
}

/** The zoom from which on a level is the one to show. */
export const firstZoomOf = (level: number) => level - LEVEL_ZOOM;

/** How wide a square is on screen, in CSS pixels. */
export const squarePx = (level: number, zoom: number) => TILE_PX * 2 ** (zoom - level);

/** In world units. */
export const squareUnits = (level: number) => WORLD / 2 ** level;

/** Rows by square. Squares are numbered as they come. */
export type Grid = {
  level: number;
  /** By row: its square; -1 if it has no place, or no report of it was ever published. */
  of: Int16Array | Int32Array;
  /** Of each square: column eastwards and line southwards. Beyond 180° east they begin anew. */
  x: Uint32Array;
  y: Uint32Array;
  /** Of each square: how many events there are, whatever their days; an event at two places in it is one. */
  sizes: Uint32Array;
  /** Of each square: how many rows; two of an event at two places in it. */
  rows: Uint32Array;
  /** Of each square: the mean of the places in it, in world units. */
  middles: Uint32Array;
};

/** After so many rows, long work yields: some milliseconds. */
export const ROWS_AT_A_TIME = 20_000;

/** Time: O(n). */
export function* gridOf(store: EventStore, level: number): Steps<Grid> {
  const { length, place, places, report, reports } = store.columns;
  const units = squareUnits(level);
  const squares = new SquareTable();
  const of = new Int32Array(length).fill(-1);
  // Many rows share a place.
  const at = places.lng.length;
  const [easts, souths] = [new Float64Array(at).fill(-1), new Float64Array(at)];
  const squareOf = new Int32Array(at);
  let rows = new Uint32Array(1024);
  let events = new Uint32Array(1024);
  let sums = new Float64Array(2048);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_AT_A_TIME === 0) yield;
    if (!isPlaced(store.columns, row) || reports.reportedEarliest[report[row]!] === OPEN_END) continue;
    const its = place[row]!;
    if (easts[its]! < 0) {
      easts[its] = worldX(places.lng[its]!) % WORLD;
      souths[its] = worldY(places.lat[its]!);
      squareOf[its] = squares.numberOf(Math.floor(easts[its] / units), Math.floor(souths[its] / units));
    }
    const [east, south, square] = [easts[its]!, souths[its]!, squareOf[its]!];
    if (square === rows.length) [rows, events, sums] = [longer(rows), longer(events), longer(sums)];
    of[row] = square;
    rows[square]!++;
    if (!isRepeated(store, of, row)) events[square]!++;
    sums[2 * square]! += east;
    sums[2 * square + 1]! += south;
  }
  const { count } = squares;
  const middles = Uint32Array.from({ length: 2 * count }, (_, at) => sums[at]! / rows[at >> 1]!);
  return {
    level,
    of,
    x: squares.x.slice(0, count),
    y: squares.y.slice(0, count),
    sizes: events.slice(0, count),
    rows: rows.slice(0, count),
    middles
  };
}

/** Whether an earlier row of the same event is in the same square. */
export function isRepeated({ columns: { event } }: EventStore, of: Grid['of'], row: number): boolean {
  const its = event.at(row);
  for (let other = row - 1; other >= 0 && event.at(other) === its; other--) if (of[other] === of[row]) return true;
  return false;
}

/** Of each square: the mean of the places in the square of the level before that it is a part of, in world units. */
export function outerMiddles({ x, y, rows, middles }: Grid): Uint32Array {
  const outer = new SquareTable();
  const of = Uint32Array.from(x, (column, square) => outer.numberOf(column >>> 1, y[square]! >>> 1));
  const sums = new Float64Array(2 * outer.count);
  const counts = new Float64Array(outer.count);
  of.forEach((square, at) => {
    counts[square]! += rows[at]!;
    for (const axis of [0, 1]) sums[2 * square + axis]! += rows[at]! * middles[2 * at + axis]!;
  });
  return Uint32Array.from(middles, (_, at) => sums[2 * of[at >> 1]! + (at & 1)]! / counts[of[at >> 1]!]!);
}

/** Numbers squares in the order in which they are asked for. A hash table in typed arrays: a Map is ten times slower. */
class SquareTable {
  count = 0;
  x = new Uint32Array(1024);
  y = new Uint32Array(1024);
  #slots = new Int32Array(4096).fill(-1);

  numberOf(x: number, y: number): number {
    const slot = this.#slotOf(x, y);
    if (this.#slots[slot] !== -1) return this.#slots[slot]!;
    if (this.count === this.x.length) [this.x, this.y] = [longer(this.x), longer(this.y)];
    this.x[this.count] = x;
    this.y[this.count] = y;
    this.#slots[slot] = this.count;
    if (2 * ++this.count > this.#slots.length) this.#spread();
    return this.count - 1;
  }

  #slotOf(x: number, y: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const square = this.#slots[slot]!;
      if (square === -1 || (this.x[square] === x && this.y[square] === y)) return slot;
    }
  }

  #spread(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (let square = 0; square < this.count; square++)
      this.#slots[this.#slotOf(this.x[square]!, this.y[square]!)] = square;
  }
}

function longer<T extends Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(numbers: T): T {
  const next = new (numbers.constructor as new (length: number) => T)(2 * numbers.length);
  next.set(numbers);
  return next;
}
