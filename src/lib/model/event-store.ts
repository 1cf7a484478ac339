import { OPEN_END, type EventColumns } from './event-columns.ts';
import { presenceOf } from './presence.ts';
import { lowerBound } from './sorted.ts';
import { spansOf, stretchOf, type Spans } from './spans.ts';

/** A query to a store: the days of the window, both included, and which reports and kinds count. */
export type StoreQuery = {
  from: number;
  to: number;
  /** The day up to which reports count; `null`: all. */
  asOf: number | null;
  /** Bit `k`: kind `k` is hidden. */
  hiddenKinds: number;
};

/**
 * Events by day, for any number of them. Built once from columns; every query passes the as-of day and the filters.
 * An event at several places has several rows; the first one represents it.
 *
 * Time: rows that overlap some days are found in O(log n + matches), if events are distributed evenly over a period a
 * few times as long as their dates.
 */
export class EventStore {
  readonly columns: EventColumns;
  readonly spans: Spans;

  /** `like`: a store with the same columns except the report dates; its sort order is reused. */
  constructor(columns: EventColumns, like?: EventStore) {
    this.columns = columns;
    this.spans = like?.spans ?? spansOf(columns);
  }

  /** Whether a row counts, whatever its date: its kind is shown and a report of it may have been published. */
  counts(row: number, { asOf, hiddenKinds }: StoreQuery): boolean {
    const reported = this.columns.reportedEarliest[row]!;
    if (asOf === null ? reported === OPEN_END : reported > asOf) return false;
    return ((hiddenKinds >>> this.columns.kind[row]!) & 1) === 0;
  }

  /** Whether the row is the first of its event. */
  isFirst(row: number): boolean {
    return row === 0 || this.columns.event[row] !== this.columns.event[row - 1];
  }

  /** `PAST`, `POSSIBLE` or `CERTAIN` for a row that counts; `AHEAD` for one that is not shown. */
  presence(row: number, view: StoreQuery): number {
    return this.counts(row, view) ? presenceOf(this.columns, row, view.from, view.to) : 0;
  }

  /** Visits the rows that count and may overlap the days `from` to `to`, in order, until `visit` returns `false`. */
  forEachIn(view: StoreQuery, visit: (row: number) => unknown): void {
    for (const row of this.straddling(view.from)) if (this.counts(row, view) && visit(row) === false) return;
    const { kind, reportedEarliest } = this.columns;
    // Same condition as `counts`, with what is constant moved out of the loop.
    const latest = view.asOf ?? OPEN_END - 1;
    const end = this.startsBefore(view.to + 1);
    for (let row = this.startsBefore(view.from); row < end; row++) {
      if (reportedEarliest[row]! > latest || (view.hiddenKinds >>> kind[row]!) & 1) continue;
      if (visit(row) === false) return;
    }
  }

  rowsIn(view: StoreQuery): number[] {
    const rows: number[] = [];
    this.forEachIn(view, (row) => rows.push(row));
    return rows;
  }

  /** Rows that ended before the window, at most `days` before it, in order. */
  rowsPast(view: StoreQuery, days = Infinity): number[] {
    const { from } = view;
    return this.rowsIn({ ...view, from: from - days, to: from - 1 }).filter(
      (row) => this.columns.softLatest[row]! < from
    );
  }

  /** How many rows begin before a day; these are the first rows. */
  startsBefore(day: number): number {
    return lowerBound(this.columns.softEarliest, day, 0, this.columns.length);
  }

  /** Rows that begin before a day and end on it or later, in order. */
  straddling(day: number): Uint32Array {
    const rows: number[] = [];
    for (const group of this.spans.groups) {
      const [at, end] = stretchOf(this.spans, group, day, day - 1);
      for (let position = at; position < end; position++) {
        const row = this.spans.order[position]!;
        if (this.columns.softLatest[row]! >= day) rows.push(row);
      }
    }
    return Uint32Array.from(rows).sort();
  }
}
