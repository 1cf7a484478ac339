import { OPEN_END, type EventColumns } from './event-columns.ts';
import { presenceOf } from './presence.ts';
import { lowerBound } from './sorted.ts';
import { spansOf, stretchOf, type Spans } from './spans.ts';

/** What is asked of a store: the days of the window, both included, and what counts. */
export type StoreQuery = {
  from: number;
  to: number;
  /** The day up to which reports count; `null`: all. */
  asOf: number | null;
  /** Bit `k`: kind `k` is hidden. */
  hiddenKinds: number;
};

/**
 * Events by day, for any number of them. Made once from columns; every question takes the two clocks and the filters.
 * An event at several places has several rows, of which the first stands for the event.
 *
 * Time: what touches some days is found in O(log n + matches), as long as events are spread alike over days a few times
 * as many as a group of spans is long.
 */
export class EventStore {
  readonly columns: EventColumns;
  readonly spans: Spans;

  /** `like`: a store of the same columns but for their reports, whose order is taken over. */
  constructor(columns: EventColumns, like?: EventStore) {
    this.columns = columns;
    this.spans = like?.spans ?? spansOf(columns);
  }

  /** Whether a row counts, wherever it lies: its kind is shown and a report of it may have been out. */
  counts(row: number, { asOf, hiddenKinds }: StoreQuery): boolean {
    const reported = this.columns.reportedEarliest[row]!;
    if (asOf === null ? reported === OPEN_END : reported > asOf) return false;
    return ((hiddenKinds >>> this.columns.kind[row]!) & 1) === 0;
  }

  /** Whether the row is the first of its event. */
  isFirst(row: number): boolean {
    return row === 0 || this.columns.event[row] !== this.columns.event[row - 1];
  }

  /** `PAST`, `POSSIBLE` or `CERTAIN` of a row that counts; `AHEAD` of one that is not shown. */
  presence(row: number, view: StoreQuery): number {
    return this.counts(row, view) ? presenceOf(this.columns, row, view.from, view.to) : 0;
  }

  /** Visits the rows that count and whose dates may touch the days `from` to `to`, in order, until `visit` says `false`. */
  forEachIn(view: StoreQuery, visit: (row: number) => unknown): void {
    for (const row of this.straddling(view.from)) if (this.counts(row, view) && visit(row) === false) return;
    const { kind, reportedEarliest } = this.columns;
    // As `counts`, with what is the same for all rows worked out once.
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

  /** Rows over before the window, and at most `days` before it, in order. */
  rowsPast(view: StoreQuery, days = Infinity): number[] {
    const { from } = view;
    return this.rowsIn({ ...view, from: from - days, to: from - 1 }).filter(
      (row) => this.columns.softLatest[row]! < from
    );
  }

  /** How many rows begin before a day: those are the first ones. */
  startsBefore(day: number): number {
    return lowerBound(this.columns.softEarliest, day, 0, this.columns.length);
  }

  /** Rows that begin before a day and reach it, in order. */
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
