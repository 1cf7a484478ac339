import { MAX_KINDS, OPEN_END, type EventColumns } from './event-columns.ts';
import type { EventStore, StoreQuery } from './event-store.ts';
import { CERTAIN, POSSIBLE, presenceOf, sureEnd, sureStart } from './presence.ts';
import { lowerBound } from './sorted.ts';

/** Events in a window, by index of the kind. */
export type Tally = { certain: Uint32Array; possible: Uint32Array };

/**
 * Counts events without visiting each one. If all reports count: O(log n + events that cross an edge of the window),
 * however many are inside. With an as-of day: O(log n + events in the window).
 */
export class EventCounts {
  readonly #store: EventStore;
  readonly #ranks: Ranks;

  constructor(store: EventStore) {
    this.#store = store;
    this.#ranks = ranksOf(store.columns);
  }

  /** Events in the window by kind. */
  tally(view: StoreQuery): Tally {
    const store = this.#store;
    const tally = { certain: new Uint32Array(MAX_KINDS), possible: new Uint32Array(MAX_KINDS) };
    const add = (row: number) => {
      if (!store.isFirst(row)) return;
      const { certain, possible } = tally;
      (presenceOf(store.columns, row, view.from, view.to) === CERTAIN ? certain : possible)[
        store.columns.kind[row]!
      ]!++;
    };
    if (view.asOf !== null) {
      store.forEachIn(view, add);
      return tally;
    }
    for (const row of store.straddling(view.from)) if (store.counts(row, view)) add(row);
    this.#addStarting(tally, view);
    return tally;
  }

  /**
   * Events that begin in the window. All are certain, except those never certain and those that end after the window.
   */
  #addStarting(tally: Tally, view: StoreQuery): void {
    const store = this.#store;
    const first = store.startsBefore(view.from);
    const end = store.startsBefore(view.to + 1);
    const between = (of: number) => rank(this.#ranks, of, end) - rank(this.#ranks, of, first);
    for (let kind = 0; kind < MAX_KINDS; kind++) {
      if ((view.hiddenKinds >>> kind) & 1) continue;
      tally.certain[kind]! += between(kind);
      tally.possible[kind]! += between(kind + MAX_KINDS);
    }
    const { columns } = store;
    for (const row of store.straddling(view.to + 1)) {
      if (row < first || !store.isFirst(row) || !store.counts(row, view) || isNeverSure(columns, row)) continue;
      if (presenceOf(columns, row, view.from, view.to) !== POSSIBLE) continue;
      tally.certain[columns.kind[row]!]!--;
      tally.possible[columns.kind[row]!]!++;
    }
  }

  /** One tally for each bin of `binDays` days from `view.from` on; the last bin may be shorter. */
  histogram(view: StoreQuery, binDays: number): Tally[] {
    const bins: Tally[] = [];
    for (let from = view.from; from <= view.to; from += binDays) {
      bins.push(this.tally({ ...view, from, to: Math.min(from + binDays - 1, view.to) }));
    }
    return bins;
  }
}

/** First rows of the events in the window from the `at`-th to before the `end`-th, counted from 0. */
export function pageOf(store: EventStore, view: StoreQuery, at: number, end: number): number[] {
  const page: number[] = [];
  let seen = 0;
  store.forEachIn(view, (row) => {
    if (store.isFirst(row) && seen++ >= at && seen <= end) page.push(row);
    return seen < end;
  });
  return page;
}

/** First rows that are ever reported, ascending, by class: one per kind, and a second one for events never certain. */
type Ranks = { rows: Uint32Array; ends: Uint32Array };

function ranksOf(columns: EventColumns): Ranks {
  const ends = new Uint32Array(2 * MAX_KINDS + 1);
  const classOf = (row: number) => {
    if (row > 0 && columns.event[row] === columns.event[row - 1]) return -1;
    if (columns.reportedEarliest[row] === OPEN_END) return -1;
    return columns.kind[row]! + (isNeverSure(columns, row) ? MAX_KINDS : 0);
  };
  for (let row = 0; row < columns.length; row++) ends[classOf(row) + 1]!++;
  // Counts of class -1 (not counted) went to index 0, where the classes begin.
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
