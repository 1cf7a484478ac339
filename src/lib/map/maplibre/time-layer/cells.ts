import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import { POSSIBLE } from '../../../model/presence.ts';
import type { Steps } from '../../../model/steps.ts';
import { asLongAs, daysOf, type CellDays } from './cell-days.ts';
import { gridOf, isRepeated, outerMiddles, ROWS_AT_A_TIME, type Grid } from './cell-grid.ts';

/** Squares with no more events than this have no counts: their events are always drawn as symbols. */
export const FEW = 3;

/**
 * The events of a level by cell, a square of the map. Counts are exact: an event counts once in each cell that it has a
 * place in, so with one place each the sum over the cells is the number of events with a place.
 * Memory: `bytes`, some 7 an event.
 */
export class Cells {
  readonly store: EventStore;
  readonly level: number;
  /** By row: its cell; -1 if it has no place, or no report of it was ever published. */
  readonly of: Grid['of'];
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** Of each cell with counts: where its mark stands, in world units; it does not depend on the day. */
  readonly middles: Uint32Array;
  /** The same of the larger cell that it is a part of, a level before. */
  readonly outer: Uint32Array;
  /** Cells from 0 to before this have counts. */
  readonly counted: number;
  readonly #days: CellDays;

  constructor(store: EventStore, grid: Grid, outer: Uint32Array, counted: number, days: CellDays) {
    this.store = store;
    this.level = grid.level;
    this.of = grid.of;
    this.x = grid.x;
    this.y = grid.y;
    this.counted = counted;
    this.middles = grid.middles.slice(0, 2 * counted);
    this.outer = outer.slice(0, 2 * counted);
    this.#days = days;
  }

  get bytes(): number {
    const arrays = [this.of, this.x, this.y, this.middles, this.outer];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.#days.bytes);
  }

  /** Events of a cell with counts, of the kinds shown, whatever their days. */
  sizeOf(cell: number, hiddenKinds: number): number {
    return this.#days.sizeOf(cell, hiddenKinds);
  }

  /**
   * Events of some cells with counts in the window, by group of their kind: certain and possible alternating,
   * `2 * groups` numbers a cell. `groupOf`: the group of each kind.
   * Time: O(cells * kinds * log n), however many are in the window, and the rows whose dates are about as long
   * as it.
   */
  tally(cells: ArrayLike<number>, view: StoreQuery, groupOf: readonly number[], groups: number): Uint32Array {
    const tallies = new Uint32Array(2 * groups * cells.length);
    const at = new Int32Array(this.counted).fill(-1);
    for (let i = 0; i < cells.length; i++) at[cells[i]!] = 2 * groups * i;
    this.#days.count(cells, view, (i, kind, certain, possible) => {
      const number = 2 * (groups * i + groupOf[kind]!);
      tallies[number]! += certain;
      tallies[number + 1]! += possible;
    });
    const { kind } = this.store.columns;
    asLongAs(this.store, view, (row) => {
      const cell = this.of[row]!;
      if (cell < 0 || cell >= this.counted || at[cell]! < 0 || isRepeated(this.store, this.of, row)) return;
      const number = at[cell]! + 2 * groupOf[kind[row]!]!;
      tallies[number]!++;
      tallies[number + 1]!--;
    });
    return tallies;
  }

  /** Rows of a cell in the window, in order; an event at two places in it has two. Time: O(rows in the window). */
  rowsIn(cell: number, view: StoreQuery): number[] {
    const rows: number[] = [];
    this.store.forEachIn(view, (row) => {
      if (this.of[row] === cell && this.store.presence(row, view) >= POSSIBLE) rows.push(row);
    });
    return rows;
  }
}

/** The cells of a level. Time: O(n log n), 0.5 to 0.8 µs a row at a million. */
export function* cellsOf(store: EventStore, level: number, few = FEW): Steps<Cells> {
  const made = yield* gridOf(store, level);
  yield;
  const outer = outerMiddles(made);
  yield;
  const { grid, outers, counted } = countedFirst(made, outer, few);
  const rowsAt = new Uint32Array(counted + 1);
  for (let cell = 0; cell < counted; cell++) rowsAt[cell + 1] = rowsAt[cell]! + grid.sizes[cell]!;
  yield;
  const rows = new Uint32Array(rowsAt[counted]!);
  const next = rowsAt.slice();
  for (let row = 0; row < grid.of.length; row++) {
    if (row % ROWS_AT_A_TIME === 0) yield;
    const cell = grid.of[row]!;
    if (cell >= 0 && cell < counted && !isRepeated(store, grid.of, row)) rows[next[cell]!++] = row;
  }
  const days = yield* daysOf(store, rows, rowsAt);
  return new Cells(store, grid, outers, counted, days);
}

/** The grid with its squares renumbered: those with more events than `few` come first. */
function countedFirst(grid: Grid, outer: Uint32Array, few: number) {
  const squares = grid.sizes.map((_, square) => square);
  const order = [...squares.filter((at) => grid.sizes[at]! > few), ...squares.filter((at) => grid.sizes[at]! <= few)];
  const numbers = new Int32Array(order.length);
  order.forEach((square, at) => (numbers[square] = at));
  const renumbered = order.length <= 2 ** 15 ? new Int16Array(grid.of.length) : new Int32Array(grid.of.length);
  grid.of.forEach((square, row) => (renumbered[row] = square < 0 ? -1 : numbers[square]!));
  const ordered = (of: Uint32Array) => Uint32Array.from(order, (square) => of[square]!);
  const pairs = (of: Uint32Array) =>
    Uint32Array.from({ length: 2 * order.length }, (_, at) => of[2 * order[at >> 1]! + (at & 1)]!);
  return {
    counted: squares.filter((at) => grid.sizes[at]! > few).length,
    outers: pairs(outer),
    grid: {
      level: grid.level,
      of: renumbered,
      x: ordered(grid.x),
      y: ordered(grid.y),
      sizes: ordered(grid.sizes),
      rows: ordered(grid.rows),
      middles: pairs(grid.middles)
    }
  };
}
