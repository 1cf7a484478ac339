import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import type { Cells } from './cells.ts';
import { squarePx, squareUnits } from './cell-grid.ts';
import { unprojectWorld, type Frame } from './world.ts';

/*
 * Where symbols are too many to be told apart. It does not depend on the day, so that no cell changes its way of being
 * drawn while days go by: the window's share of all days stands for what it holds.
 */

/** The budget: a cell with more than one symbol for each square of so many pixels, on average, is drawn as a count. */
const SYMBOL_PX = 24;
/** Past events are drawn too, and some days have many: no shorter a window is reckoned with. */
const LEAST_SHARE = 0.1;

/** The share of all events that a window of the view's length holds on average. Unusually early and late days are left out. */
export function shareOf(store: EventStore, { from, to }: StoreQuery): number {
  const { length } = store.columns;
  if (length === 0) return 1;
  const day = (part: number) => store.firstDay(Math.floor(part * (length - 1)));
  const days = (day(0.95) - day(0.05) + 1) / 0.9;
  return Math.min(Math.max((to - from + 1) / days, LEAST_SHARE), 1);
}

/** Whether the events of a cell are drawn as a count, and not as symbols. */
export function isCrowded(cells: Cells, cell: number, share: number, zoom: number, hiddenKinds: number): boolean {
  if (cell >= cells.counted) return false;
  const room = (squarePx(cells.level, zoom) / SYMBOL_PX) ** 2;
  return cells.sizeOf(cell, hiddenKinds) * share > room;
}

/** A block of squares: the first column and line, and how many of each. Columns go on beyond the antimeridian. */
export type Block = { x: number; y: number; columns: number; lines: number };

/** The squares of a level in a frame, and those around them, whose symbols may reach into it. */
export function blockInView(frame: Frame, level: number): Block {
  const { width, height } = frame.size;
  const inRow = 2 ** level;
  const corners = [0, width].flatMap((x) => [0, height].map((y) => unprojectWorld(frame, { x, y })));
  // Beyond the horizon the map has no corner: then all squares may be in view.
  if (corners.includes(null)) return { x: 0, y: 0, columns: inRow, lines: inRow };
  const of = (axis: 0 | 1) => corners.map((corner) => corner![axis] / squareUnits(level));
  const [west, north] = [Math.floor(Math.min(...of(0))) - 1, Math.floor(Math.min(...of(1))) - 1];
  const [east, south] = [Math.floor(Math.max(...of(0))) + 1, Math.floor(Math.max(...of(1))) + 1];
  return { x: west, y: north, columns: Math.min(east - west + 1, inRow), lines: south - north + 1 };
}

/** Cells in a block, ascending. */
export function cellsIn({ level, x, y }: Cells, block: Block): number[] {
  const inRow = 2 ** level;
  const first = ((block.x % inRow) + inRow) % inRow;
  const cells: number[] = [];
  for (let cell = 0; cell < x.length; cell++) {
    const line = y[cell]! - block.y;
    if (line >= 0 && line < block.lines && (x[cell]! - first + inRow) % inRow < block.columns) cells.push(cell);
  }
  return cells;
}
