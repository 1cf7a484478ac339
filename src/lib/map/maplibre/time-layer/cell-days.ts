import { MAX_KINDS } from '../../../model/event-columns.ts';
import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import { positions, type Dates, type Positions } from '../../../model/packed-columns.ts';
import { sureEnd, sureStart } from '../../../model/presence.ts';
import { lowerBound } from '../../../model/sorted.ts';
import type { Steps } from '../../../model/steps.ts';
import { WaveletMatrix } from '../../../model/wavelet-matrix.ts';
import { ROWS_AT_A_TIME } from './cell-grid.ts';

/*
 * The days of many events, sorted, by cell, kind and length of the date. How many a window touches is two binary
 * searches in such a list: those that have begun by its last day, less those that were over before its first. With an
 * as-of day they are counted among the reported ones of these stretches, by a wavelet matrix.
 *
 * Certain is an event within its date if the window holds all of the date. If no date of a list is longer than the
 * window, none crosses both of its ends, so these are the ones that are over by its last day, less those that have
 * begun before its first. Lists therefore hold dates of one power of two; of those about as long as the window, rows
 * are asked one by one (`visitAsLong`).
 */

/** Lists by length of the date: 0 days after its first, 1, 2 to 3, 4 to 7 and so on; each list starts, then ends. */
const ONE_DAY = 0;
/** Events that lasted throughout their date of several days, and the days that they surely covered, where there are any. */
const LASTING = 23;
const SURE = 24;
const LISTS = 25;

const KIND_BITS = 5;
/** More than there are report days, for sorting days and reports as one number. */
const REPORTS = 2 ** 22;

const bitsOf = (days: number) => 32 - Math.clz32(days);

export class CellDays {
  /** Lists of a cell: from `cellAt[cell]` to before `cellAt[cell + 1]`; a list's kind and number, and where it begins. */
  readonly #cellAt: Uint32Array;
  readonly #lists: Uint16Array;
  readonly #listAt: Uint32Array;
  /** Positions in `#knownDays`. */
  readonly #days: Positions;
  /** The days on which a date begins or ends, ascending. */
  readonly #knownDays: Int32Array;
  /** The days on which a first report came, ascending, and by position in `#days` which of them. */
  readonly #reportDays: Int32Array;
  readonly #reports: WaveletMatrix;

  constructor(
    lists: { cellAt: Uint32Array; lists: Uint16Array; listAt: Uint32Array; days: Positions },
    knownDays: Int32Array,
    reportDays: Int32Array,
    reports: WaveletMatrix
  ) {
    this.#cellAt = lists.cellAt;
    this.#lists = lists.lists;
    this.#listAt = lists.listAt;
    this.#days = lists.days;
    this.#knownDays = knownDays;
    this.#reportDays = reportDays;
    this.#reports = reports;
  }

  get bytes(): number {
    const arrays = [this.#cellAt, this.#lists, this.#listAt, this.#days, this.#knownDays, this.#reportDays];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.#reports.bytes);
  }

  /** Events of a cell of the kinds shown, whatever their days. */
  sizeOf(cell: number, hiddenKinds: number): number {
    let size = 0;
    for (let list = this.#cellAt[cell]!; list < this.#cellAt[cell + 1]!; list++) {
      const number = this.#lists[list]! >>> KIND_BITS;
      if (number === SURE || (hiddenKinds >>> (this.#lists[list]! & (MAX_KINDS - 1))) & 1) continue;
      size += (this.#listAt[list + 1]! - this.#listAt[list]!) >> (number === ONE_DAY ? 0 : 1);
    }
    return size;
  }

  /**
   * Adds the events of cells in the window: for cell `cells[i]`, `add` is told how many of a kind are certain and possible.
   * Certain dates about as long as the window are told as possible: see `asLongAs`.
   * Time: O(lists * log n), with an as-of day O(lists * log(report days)).
   */
  count(
    cells: ArrayLike<number>,
    view: StoreQuery,
    add: (i: number, kind: number, certain: number, possible: number) => void
  ): void {
    const { from, to, hiddenKinds } = view;
    const days = this.#days;
    const rankOf = (day: number) => lowerBound(this.#knownDays, day, 0, this.#knownDays.length);
    const [first, after] = [rankOf(from), rankOf(to + 1)];
    const bound = view.asOf === null ? -1 : lowerBound(this.#reportDays, view.asOf + 1, 0, this.#reportDays.length);
    const reported = (at: number, end: number) =>
      bound < 0 ? end - at : end > at ? this.#reports.countBelow(at, end, bound) : 0;
    const countList = (i: number, list: number) => {
      const kind = this.#lists[list]! & (MAX_KINDS - 1);
      if ((hiddenKinds >>> kind) & 1) return;
      const number = this.#lists[list]! >>> KIND_BITS;
      const at = this.#listAt[list]!;
      const end = this.#listAt[list + 1]!;
      if (number === ONE_DAY) {
        const begin = lowerBound(days, first, at, end);
        const certain = reported(begin, lowerBound(days, after, begin, end));
        if (certain > 0) add(i, kind, certain, 0);
        return;
      }
      const ends = (at + end) >>> 1;
      const begun = reported(at, lowerBound(days, after, at, ends));
      const over = reported(ends, lowerBound(days, first, ends, end));
      const shown = begun - over;
      if (shown === 0) return;
      if (number === SURE) add(i, kind, shown, -shown);
      else if (number === LASTING || 2 ** number - 1 > to - from) add(i, kind, 0, shown);
      else {
        const overByEnd = reported(ends, lowerBound(days, after, ends, end));
        const certain = overByEnd - reported(at, lowerBound(days, first, at, ends));
        add(i, kind, certain, shown - certain);
      }
    };
    for (let i = 0; i < cells.length; i++) {
      const end = this.#cellAt[cells[i]! + 1]!;
      for (let list = this.#cellAt[cells[i]!]!; list < end; list++) countList(i, list);
    }
  }
}

/**
 * Visits the rows that the window holds all of, and whose dates are about as long as it: those that `CellDays` tells as
 * possible though they are certain. Time: O(rows of that length that begin within it).
 */
export function asLongAs(store: EventStore, view: StoreQuery, visit: (row: number) => void): void {
  const { long } = store;
  const { date, dates } = store.columns;
  const { from, to } = view;
  const bits = bitsOf(to - from);
  if (to <= from || to - from === 2 ** bits - 1) return;
  const group = long.groups.find(({ longest }) => bitsOf(longest) === bits);
  if (!group) return;
  const first = lowerBound(long.starts, from, group.at, group.end);
  const end = lowerBound(long.starts, to - 2 ** (bits - 1) + 1, first, group.end);
  for (let position = first; position < end; position++) {
    const row = long.order[position]!;
    if (store.lastDay(row) <= to && !dates.throughout[date[row]!] && store.counts(row, view)) visit(row);
  }
}

/** The number of the list that a date is in, and whether it is in that of sure days as well. */
function listOf(dates: Dates, at: number): number {
  const length = dates.softLatest[at]! - dates.softEarliest[at]!;
  return length === 0 ? ONE_DAY : dates.throughout[at] ? LASTING : bitsOf(length);
}

/** Where each day is among days that ascend. */
const ranksIn = (days: Int32Array, of: Int32Array) =>
  Uint32Array.from(of, (day) => lowerBound(days, day, 0, days.length));

/**
 * The days of the rows of each cell: `rows` from `rowsAt[cell]` to before `rowsAt[cell + 1]`, ascending.
 * Time: O(n log n).
 */
export function* daysOf(store: EventStore, rows: Uint32Array, rowsAt: Uint32Array): Steps<CellDays> {
  const { kind, date, dates, report, reports } = store.columns;
  const cells = rowsAt.length - 1;
  const reportDays = Int32Array.from(new Set(reports.reportedEarliest)).sort();
  const reportRanks = ranksIn(reportDays, reports.reportedEarliest);
  const listsOf = Uint8Array.from(dates.softEarliest, (_, at) => listOf(dates, at));
  const { softEarliest, softLatest } = dates;
  const sureStarts = softEarliest.map((_, at) => sureStart(dates, at));
  const sureEnds = softEarliest.map((_, at) => sureEnd(dates, at));
  const bounds = [softEarliest, softLatest, sureStarts, sureEnds];
  const knownDays = Int32Array.from(new Set(bounds.flatMap((days) => [...days]))).sort();
  const [firsts, lasts, sureFirsts, sureLasts] = bounds.map((days) => ranksIn(knownDays, days)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array
  ];
  const isSomewhenSure = (at: number) => sureStarts[at]! <= sureEnds[at]!;
  const keyOf = (row: number, list: number) => kind[row]! | (list << KIND_BITS);
  let entries = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_AT_A_TIME === 0) yield;
    const at = date[rows[i]!]!;
    const list = listsOf[at]!;
    entries += list === ONE_DAY ? 1 : list === LASTING && isSomewhenSure(at) ? 4 : 2;
  }
  yield;
  const days = positions(knownDays.length, entries);
  const reported = new Uint32Array(entries);
  const cellAt = new Uint32Array(cells + 1);
  const lists: number[] = [];
  const listAt: number[] = [];
  const next = new Uint32Array(MAX_KINDS * LISTS);
  let [position, done] = [0, 0];
  for (let cell = 0; cell < cells; cell++) {
    const here = rows.subarray(rowsAt[cell], rowsAt[cell + 1]);
    cellAt[cell] = lists.length;
    const keys = new Set<number>();
    const forEach = (visit: (key: number, row: number, first: number, last: number) => void) => {
      for (const row of here) {
        const at = date[row]!;
        const list = listsOf[at]!;
        visit(keyOf(row, list), row, firsts[at]!, lasts[at]!);
        if (list === LASTING && isSomewhenSure(at)) visit(keyOf(row, SURE), row, sureFirsts[at]!, sureLasts[at]!);
      }
    };
    forEach((key) => {
      keys.add(key);
      next[key]!++;
    });
    const sizes = new Map<number, number>();
    for (const key of [...keys].sort((a, b) => a - b)) {
      const size = next[key]!;
      sizes.set(key, size);
      lists.push(key);
      listAt.push(position);
      next[key] = position;
      position += key >> KIND_BITS === ONE_DAY ? size : 2 * size;
    }
    forEach((key, row, first, last) => {
      const at = next[key]!++;
      days[at] = first;
      reported[at] = reportRanks[report[row]!]!;
      if (key >> KIND_BITS === ONE_DAY) return;
      days[at + sizes.get(key)!] = last;
      reported[at + sizes.get(key)!] = reported[at]!;
    });
    for (const [key, size] of sizes) {
      const end = next[key]!;
      sortBoth(days, reported, end - size, end);
      if (key >> KIND_BITS !== ONE_DAY) sortBoth(days, reported, end, end + size);
      next[key] = 0;
    }
    done += here.length;
    if (done > ROWS_AT_A_TIME) {
      done = 0;
      yield;
    }
  }
  cellAt[cells] = lists.length;
  listAt.push(position);
  const matrix = yield* WaveletMatrix.steps(reported, Math.max(reportDays.length - 1, 0));
  return new CellDays(
    { cellAt, lists: Uint16Array.from(lists), listAt: Uint32Array.from(listAt), days },
    knownDays,
    reportDays,
    matrix
  );
}

/** Sorts a stretch of both lists by day. */
function sortBoth(days: Positions, reports: Uint32Array, at: number, end: number): void {
  let isSorted = true;
  for (let i = at + 1; i < end && isSorted; i++) isSorted = days[i - 1]! <= days[i]!;
  if (isSorted) return;
  const both = Float64Array.from({ length: end - at }, (_, i) => days[at + i]! * REPORTS + reports[at + i]!).sort();
  both.forEach((number, i) => {
    days[at + i] = Math.floor(number / REPORTS);
    reports[at + i] = number - days[at + i]! * REPORTS;
  });
}
