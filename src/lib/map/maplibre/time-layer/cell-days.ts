import { MAX_KINDS } from '../../../model/event-columns.ts';
import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import type { Dates } from '../../../model/packed-columns.ts';
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
  readonly #days: Int32Array;
  /** The days on which a first report came, ascending, and by position in `#days` which of them. */
  readonly #reportDays: Int32Array;
  readonly #reports: WaveletMatrix;

  constructor(
    lists: { cellAt: Uint32Array; lists: Uint16Array; listAt: Uint32Array; days: Int32Array },
    reportDays: Int32Array,
    reports: WaveletMatrix
  ) {
    this.#cellAt = lists.cellAt;
    this.#lists = lists.lists;
    this.#listAt = lists.listAt;
    this.#days = lists.days;
    this.#reportDays = reportDays;
    this.#reports = reports;
  }

  get bytes(): number {
    const arrays = [this.#cellAt, this.#lists, this.#listAt, this.#days, this.#reportDays];
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
   * Adds the events of a cell in the window: `certain` and `possible` are told how many of a kind. Certain dates about
   * as long as the window are told as possible: see `asLongAs`.
   * Time: O(lists * log n), with an as-of day O(lists * log(report days)).
   */
  count(cell: number, view: StoreQuery, add: (kind: number, certain: number, possible: number) => void): void {
    const { from, to, hiddenKinds } = view;
    const days = this.#days;
    const bound = view.asOf === null ? -1 : lowerBound(this.#reportDays, view.asOf + 1, 0, this.#reportDays.length);
    const reported = (at: number, end: number) =>
      bound < 0 ? end - at : end > at ? this.#reports.countBelow(at, end, bound) : 0;
    for (let list = this.#cellAt[cell]!; list < this.#cellAt[cell + 1]!; list++) {
      const kind = this.#lists[list]! & (MAX_KINDS - 1);
      if ((hiddenKinds >>> kind) & 1) continue;
      const number = this.#lists[list]! >>> KIND_BITS;
      const at = this.#listAt[list]!;
      const end = this.#listAt[list + 1]!;
      if (number === ONE_DAY) {
        const first = lowerBound(days, from, at, end);
        const certain = reported(first, lowerBound(days, to + 1, first, end));
        if (certain > 0) add(kind, certain, 0);
        continue;
      }
      const ends = (at + end) >>> 1;
      const begun = reported(at, lowerBound(days, to + 1, at, ends));
      const over = reported(ends, lowerBound(days, from, ends, end));
      const shown = begun - over;
      if (shown === 0) continue;
      if (number === SURE) add(kind, shown, -shown);
      else if (number === LASTING || 2 ** number - 1 > to - from) add(kind, 0, shown);
      else {
        const overByEnd = reported(ends, lowerBound(days, to + 1, ends, end));
        const certain = overByEnd - reported(at, lowerBound(days, from, at, ends));
        add(kind, certain, shown - certain);
      }
    }
  }
}

/**
 * Visits the rows that the window holds all of, and whose dates are about as long as it: those that `CellDays` tells as
 * possible though they are certain. Time: O(rows of that length that begin within it).
 */
export function asLongAs(store: EventStore, view: StoreQuery, visit: (row: number) => void): void {
  const { spans } = store;
  const { date, dates } = store.columns;
  const { from, to } = view;
  const bits = bitsOf(to - from);
  if (to <= from || to - from === 2 ** bits - 1) return;
  const group = spans.groups.find(({ longest }) => bitsOf(longest) === bits);
  if (!group) return;
  const first = lowerBound(spans.starts, from, group.at, group.end);
  const end = lowerBound(spans.starts, to - 2 ** (bits - 1) + 1, first, group.end);
  for (let position = first; position < end; position++) {
    const row = spans.order[position]!;
    if (store.lastDay(row) <= to && !dates.throughout[date[row]!] && store.counts(row, view)) visit(row);
  }
}

/** The number of the list that a date is in, and whether it is in that of sure days as well. */
function listOf(dates: Dates, at: number): number {
  const length = dates.softLatest[at]! - dates.softEarliest[at]!;
  return length === 0 ? ONE_DAY : dates.throughout[at] ? LASTING : bitsOf(length);
}
const isSomewhenSure = (dates: Dates, at: number) => sureStart(dates, at) <= sureEnd(dates, at);

/**
 * The days of the rows of each cell: `rows` from `rowsAt[cell]` to before `rowsAt[cell + 1]`, ascending.
 * Time: O(n log n).
 */
export function* daysOf(store: EventStore, rows: Uint32Array, rowsAt: Uint32Array): Steps<CellDays> {
  const { kind, date, dates, report, reports } = store.columns;
  const cells = rowsAt.length - 1;
  const reportDays = Int32Array.from(new Set(reports.reportedEarliest)).sort();
  const ranks = Uint32Array.from(reports.reportedEarliest, (day) => lowerBound(reportDays, day, 0, reportDays.length));
  const listsOf = Uint8Array.from(dates.softEarliest, (_, at) => listOf(dates, at));
  const keyOf = (row: number, list: number) => kind[row]! | (list << KIND_BITS);
  let entries = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_AT_A_TIME === 0) yield;
    const at = date[rows[i]!]!;
    const list = listsOf[at]!;
    entries += list === ONE_DAY ? 1 : list === LASTING && isSomewhenSure(dates, at) ? 4 : 2;
  }
  yield;
  const days = new Int32Array(entries);
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
        visit(keyOf(row, list), row, dates.softEarliest[at]!, dates.softLatest[at]!);
        if (list === LASTING && isSomewhenSure(dates, at))
          visit(keyOf(row, SURE), row, sureStart(dates, at), sureEnd(dates, at));
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
      reported[at] = ranks[report[row]!]!;
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
    reportDays,
    matrix
  );
}

/** Sorts a stretch of both lists by day. */
function sortBoth(days: Int32Array, reports: Uint32Array, at: number, end: number): void {
  let isSorted = true;
  for (let i = at + 1; i < end && isSorted; i++) isSorted = days[i - 1]! <= days[i]!;
  if (isSorted) return;
  const both = Float64Array.from({ length: end - at }, (_, i) => days[at + i]! * REPORTS + reports[at + i]!).sort();
  both.forEach((number, i) => {
    days[at + i] = Math.floor(number / REPORTS);
    reports[at + i] = number - days[at + i]! * REPORTS;
  });
}
