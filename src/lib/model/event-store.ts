import { MAX_KINDS, OPEN_END, type EventColumns } from './event-columns.ts';
import { plainColumns, type PackedColumns } from './packed-columns.ts';
import { CERTAIN, PAST, POSSIBLE, presenceOf } from './presence.ts';
import { firstWhere } from './sorted.ts';
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

/** Events in a window, by index of the kind. */
export type KindTally = { certain: Uint32Array; possible: Uint32Array };

/** With how many were over before it. */
export type Tally = KindTally & { past: number };

/**
 * Events by day, for any number of them. Built once from columns; every query passes the as-of day and the filters.
 * An event at several places has several rows; the first one represents it.
 *
 * Time: rows that overlap some days are found in O(log n + matches), if events are distributed evenly over a period a
 * few times as long as their dates.
 */
export class EventStore {
  readonly columns: PackedColumns;
  /** The rows whose date is more than a day. */
  readonly long: Spans;
  #spans: Spans | null;
  #firstRows: Uint32Array | null;

  /** `like`: a store with the same columns except the report dates; its sort order is reused. */
  constructor(columns: EventColumns | PackedColumns, like?: EventStore) {
    this.columns = 'dates' in columns ? columns : plainColumns(columns);
    this.long = like?.long ?? spansOf(this.columns, 1);
    this.#spans = like ? like.#spans : null;
    this.#firstRows = like?.firstRows ?? null;
  }

  /** All rows in drawing order. Made when first asked for: of many rows few are drawn. */
  get spans(): Spans {
    return (this.#spans ??= spansOf(this.columns));
  }

  /** The first row of each event, by its index in the dataset. */
  get firstRows(): Uint32Array {
    return (this.#firstRows ??= firstRowsOf(this.columns));
  }

  /** Whether a row counts, whatever its date: its kind is shown and a report of it may have been published. */
  counts(row: number, { asOf, hiddenKinds }: Pick<StoreQuery, 'asOf' | 'hiddenKinds'>): boolean {
    const { report, reports, kind } = this.columns;
    const reported = reports.reportedEarliest[report[row]!]!;
    if (asOf === null ? reported === OPEN_END : reported > asOf) return false;
    return ((hiddenKinds >>> kind[row]!) & 1) === 0;
  }

  /** `softEarliest` of a row. */
  firstDay(row: number): number {
    const { date, dates } = this.columns;
    return dates.softEarliest[date[row]!]!;
  }

  /** `softLatest` of a row. */
  lastDay(row: number): number {
    const { date, dates } = this.columns;
    return dates.softLatest[date[row]!]!;
  }

  /** Whether the row is the first of its event. */
  isFirst(row: number): boolean {
    return row === 0 || this.columns.event.at(row) !== this.columns.event.at(row - 1);
  }

  /** Of some rows, one for each event. */
  firstOf(rows: readonly number[]): number[] {
    return rows.filter((row) => this.isFirst(row));
  }

  /** `PAST`, `POSSIBLE` or `CERTAIN` for a row that counts; `AHEAD` for one that is not shown. */
  presence(row: number, view: StoreQuery): number {
    const { date, dates } = this.columns;
    return this.counts(row, view) ? presenceOf(dates, date[row]!, view.from, view.to) : 0;
  }

  /** Visits the rows that count and may overlap the days `from` to `to`, in order, until `visit` returns `false`. */
  forEachIn(view: StoreQuery, visit: (row: number) => unknown): void {
    for (const row of this.straddling(view.from)) if (this.counts(row, view) && visit(row) === false) return;
    const { kind, report, reports } = this.columns;
    // Same condition as `counts`, with what is constant moved out of the loop.
    const latest = view.asOf ?? OPEN_END - 1;
    const end = this.startsBefore(view.to + 1);
    for (let row = this.startsBefore(view.from); row < end; row++) {
      if (reports.reportedEarliest[report[row]!]! > latest || (view.hiddenKinds >>> kind[row]!) & 1) continue;
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
    return this.rowsIn({ ...view, from: from - days, to: from - 1 }).filter((row) => this.lastDay(row) < from);
  }

  /** Counts events by one pass over the rows that begin before the window ends: no object is made for any of them. */
  tally(view: StoreQuery): Tally {
    const tally: Tally = { certain: new Uint32Array(MAX_KINDS), possible: new Uint32Array(MAX_KINDS), past: 0 };
    const { certain, possible } = tally;
    const { kind, event, date, dates } = this.columns;
    const end = this.startsBefore(view.to + 1);
    let last = -1;
    for (let row = 0; row < end; row++) {
      const own = event.at(row);
      if (own === last) continue;
      last = own;
      if (!this.counts(row, view)) continue;
      const presence = presenceOf(dates, date[row]!, view.from, view.to);
      if (presence === CERTAIN) certain[kind[row]!]!++;
      else if (presence === POSSIBLE) possible[kind[row]!]!++;
      else if (presence === PAST) tally.past++;
    }
    return tally;
  }

  /** How many rows begin before a day; these are the first rows. */
  startsBefore(day: number): number {
    return firstWhere((row) => this.firstDay(row) >= day, 0, this.columns.length);
  }

  /** Rows that begin before a day and end on it or later, in order. */
  straddling(day: number): Uint32Array {
    const rows: number[] = [];
    for (const group of this.long.groups) {
      const [at, end] = stretchOf(this.long, group, day, day - 1);
      for (let position = at; position < end; position++) {
        const row = this.long.order[position]!;
        if (this.lastDay(row) >= day) rows.push(row);
      }
    }
    return Uint32Array.from(rows).sort();
  }
}

function firstRowsOf({ length, event }: PackedColumns): Uint32Array {
  let events = 0;
  for (let row = 0; row < length; row++) events = Math.max(events, event.at(row) + 1);
  const rows = new Uint32Array(events);
  for (let row = length - 1; row >= 0; row--) rows[event.at(row)] = row;
  return rows;
}
