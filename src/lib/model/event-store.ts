import { MAX_KINDS, OPEN_END, type EventColumns } from './event-columns.ts';
import { CERTAIN, POSSIBLE, presenceOf, sureEnd, sureStart } from './presence.ts';
import { lowerBound } from './sorted.ts';
import { spansOf, stretchOf, type Spans } from './spans.ts';

/** What is asked of a store: the days of the window, both included, and what counts. */
export type StoreView = {
  from: number;
  to: number;
  /** The day up to which reports count; `null`: all. */
  asOf: number | null;
  /** Bit `k`: kind `k` is hidden. */
  hiddenKinds: number;
};

/** Events in a window, by index of the kind. */
export type Tally = { certain: Uint32Array; possible: Uint32Array };

/**
 * Events by day, for any number of them. Made once from columns; every question takes the two clocks and the filters.
 * An event at several places has several rows: counts and pages take the first of them, `rowsIn` all.
 *
 * Time: what touches some days is found in O(log n + matches), as long as events are spread alike over days a few times
 * as many as a group of spans is long. Counts without a second clock are O(log n + events that reach over an edge of
 * the window), however many lie inside.
 */
export class EventStore {
  readonly columns: EventColumns;
  readonly spans: Spans;
  readonly #ranks: Ranks;

  /** `like`: a store of the same columns but for their reports, whose order is taken over. */
  constructor(columns: EventColumns, like?: EventStore) {
    this.columns = columns;
    this.spans = like?.spans ?? spansOf(columns);
    this.#ranks = ranksOf(columns);
  }

  /** Whether a row counts, wherever it lies: its kind is shown and a report of it may have been out. */
  counts(row: number, { asOf, hiddenKinds }: StoreView): boolean {
    const reported = this.columns.reportedEarliest[row]!;
    if (asOf === null ? reported === OPEN_END : reported > asOf) return false;
    return ((hiddenKinds >>> this.columns.kind[row]!) & 1) === 0;
  }

  /** Whether the row is the first of its event. */
  isFirst(row: number): boolean {
    return row === 0 || this.columns.event[row] !== this.columns.event[row - 1];
  }

  /** `PAST`, `POSSIBLE` or `CERTAIN` of a row that counts; `AHEAD` of one that is not shown. */
  presence(row: number, view: StoreView): number {
    return this.counts(row, view) ? presenceOf(this.columns, row, view.from, view.to) : 0;
  }

  /** Visits the rows that count and whose dates may touch the days `from` to `to`, in order, until `visit` says `false`. */
  forEachIn(view: StoreView, visit: (row: number) => unknown): void {
    for (const row of this.#straddling(view.from)) if (this.counts(row, view) && visit(row) === false) return;
    const end = this.#startsBefore(view.to + 1);
    for (let row = this.#startsBefore(view.from); row < end; row++) {
      if (this.counts(row, view) && visit(row) === false) return;
    }
  }

  rowsIn(view: StoreView): number[] {
    const rows: number[] = [];
    this.forEachIn(view, (row) => rows.push(row));
    return rows;
  }

  /** Rows over before the window, and at most `days` before it, in order. */
  rowsPast(view: StoreView, days = Infinity): number[] {
    const { from } = view;
    return this.rowsIn({ ...view, from: from - days, to: from - 1 }).filter((row) => this.columns.softLatest[row]! < from);
  }

  /** Events in the window by kind. */
  tally(view: StoreView): Tally {
    const tally = { certain: new Uint32Array(MAX_KINDS), possible: new Uint32Array(MAX_KINDS) };
    const add = (row: number) => {
      if (!this.isFirst(row)) return;
      const { certain, possible } = tally;
      (presenceOf(this.columns, row, view.from, view.to) === CERTAIN ? certain : possible)[this.columns.kind[row]!]!++;
    };
    if (view.asOf !== null) {
      this.forEachIn(view, add);
      return tally;
    }
    for (const row of this.#straddling(view.from)) if (this.counts(row, view)) add(row);
    this.#addStarting(tally, view);
    return tally;
  }

  /** Events that begin in the window: all inside it are certain, but for those never sure and those that reach out of it. */
  #addStarting(tally: Tally, view: StoreView): void {
    const first = this.#startsBefore(view.from);
    const end = this.#startsBefore(view.to + 1);
    for (let kind = 0; kind < MAX_KINDS; kind++) {
      if ((view.hiddenKinds >>> kind) & 1) continue;
      tally.certain[kind]! += rank(this.#ranks, kind, end) - rank(this.#ranks, kind, first);
      tally.possible[kind]! += rank(this.#ranks, kind + MAX_KINDS, end) - rank(this.#ranks, kind + MAX_KINDS, first);
    }
    const { columns } = this;
    for (const row of this.#straddling(view.to + 1)) {
      if (row < first || !this.isFirst(row) || !this.counts(row, view) || isNeverSure(columns, row)) continue;
      if (presenceOf(columns, row, view.from, view.to) !== POSSIBLE) continue;
      tally.certain[columns.kind[row]!]!--;
      tally.possible[columns.kind[row]!]!++;
    }
  }

  /** The `at`-th to (but not) the `end`-th event in the window, counted from 0, as its first rows. */
  page(view: StoreView, at: number, end: number): number[] {
    const page: number[] = [];
    let seen = 0;
    this.forEachIn(view, (row) => {
      if (this.isFirst(row) && seen++ >= at) page.push(row);
      return seen < end;
    });
    return page;
  }

  /** One tally for each stretch of `binDays` days from `view.from` on; the last may be shorter. */
  histogram(view: StoreView, binDays: number): Tally[] {
    const bins: Tally[] = [];
    for (let from = view.from; from <= view.to; from += binDays) {
      bins.push(this.tally({ ...view, from, to: Math.min(from + binDays - 1, view.to) }));
    }
    return bins;
  }

  #startsBefore(day: number): number {
    return lowerBound(this.columns.softEarliest, day, 0, this.columns.length);
  }

  /** Rows that begin before a day and reach it, in order. */
  #straddling(day: number): Uint32Array {
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

/** First rows that are ever reported, ascending, by class: kind, and apart those that last and are never sure. */
type Ranks = { rows: Uint32Array; ends: Uint32Array };

function ranksOf(columns: EventColumns): Ranks {
  const ends = new Uint32Array(2 * MAX_KINDS + 1);
  const classOf = (row: number) => {
    if (row > 0 && columns.event[row] === columns.event[row - 1]) return -1;
    if (columns.reportedEarliest[row] === OPEN_END) return -1;
    return columns.kind[row]! + (isNeverSure(columns, row) ? MAX_KINDS : 0);
  };
  for (let row = 0; row < columns.length; row++) ends[classOf(row) + 1]!++;
  // Class -1 has been counted at 0, where the classes begin.
  ends[0] = 0;
  for (let at = 1; at < ends.length; at++) ends[at]! += ends[at - 1]!;
  const rows = new Uint32Array(ends[ends.length - 1]!);
  const next = ends.slice();
  for (let row = 0; row < columns.length; row++) {
    const at = classOf(row);
    if (at >= 0) rows[next[at]!++] = row;
  }
  return { rows, ends };
}

/** How many rows of a class come before `row`. */
function rank({ rows, ends }: Ranks, of: number, row: number): number {
  return lowerBound(rows, row, ends[of]!, ends[of + 1]!) - ends[of]!;
}

function isNeverSure(columns: EventColumns, row: number): boolean {
  return columns.throughout[row] === 1 && sureStart(columns, row) > sureEnd(columns, row);
}
