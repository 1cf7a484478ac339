import { OPEN_START } from './event-columns.ts';
import type { EventStore, StoreQuery } from './event-store.ts';
import type { DatasetIndex } from './index-dataset.ts';
import type { PackedColumns } from './packed-columns.ts';
import { partList, type PartList } from './part-list.ts';
import { CERTAIN, PAST } from './presence.ts';
import { areTold, shownEvents, totalOf, type Scene, type SceneEvent } from './scene.ts';
import { firstWhere } from './sorted.ts';
import type { Spans } from './spans.ts';

/** As `chronicleOf`, of many events. */
export function longChronicle(index: DatasetIndex, scene: Scene): PartList<SceneEvent> {
  const store = index.store.reported(scene.view.hiddenArticles);
  const rows = chronicleRows(store, scene.storeQuery);
  return partList(rows, totalOf(scene.counts), shownEvents(index, scene.view), areTold(index, scene.view));
}

/** The events that were over before the window, oldest first. */
export function longPast(index: DatasetIndex, { view, storeQuery, pastCount }: Scene): PartList<SceneEvent> {
  const store = index.store.reported(view.hiddenArticles);
  return partList(pastRows(store, storeQuery), pastCount, shownEvents(index, view), areTold(index, view));
}

/**
 * First rows of the events in the window, in the order of the chronicle. Over several days no more are looked at than are
 * taken, besides those that began before the window.
 */
export function* chronicleRows(store: EventStore, view: StoreQuery): Generator<number, void> {
  if (view.from === view.to) {
    yield* store.firstOf(store.rowsIn(view)).sort(onOneDay(store, view, view.from));
    return;
  }
  const { date, dates } = store.columns;
  let day: number | undefined;
  let unsure: number[] = [];
  for (const row of byDate(store, view)) {
    const first = dates.hardEarliest[date[row]!];
    if (first !== day) {
      yield* unsure;
      unsure = [];
      day = first;
    }
    if (store.presence(row, view) === CERTAIN) yield row;
    else unsure.push(row);
  }
  yield* unsure;
}

function* pastRows(store: EventStore, view: StoreQuery): Generator<number, void> {
  for (const row of store.firstRows) if (store.presence(row, view) === PAST) yield row;
}

function onOneDay(store: EventStore, view: StoreQuery, day: number): (a: number, b: number) => number {
  const { date, dates, kind, event } = store.columns;
  const first = (row: number) => dates.hardEarliest[date[row]!]!;
  const unsure = (row: number) => Number(store.presence(row, view) !== CERTAIN);
  const goesOn = (row: number) => Number(first(row) !== day);
  return (a, b) =>
    unsure(a) - unsure(b) ||
    goesOn(a) - goesOn(b) ||
    kind[a]! - kind[b]! ||
    first(a) - first(b) ||
    event.at(a) - event.at(b);
}

/** The order of the chronicle without what depends on the window: by first and last day, then the gravest. */
const inOrder =
  ({ date, dates: { hardEarliest, hardLatest }, kind, event }: PackedColumns) =>
  (a: number, b: number): number =>
    hardEarliest[date[a]!]! - hardEarliest[date[b]!]! ||
    hardLatest[date[a]!]! - hardLatest[date[b]!]! ||
    kind[a]! - kind[b]! ||
    event.at(a) - event.at(b);

/** All first rows in that order. `reach`: how much later than its soft first day one begins, at most. */
type Order = { rows: Uint32Array; reach: number };

/** The same for stores that differ in their report dates. */
const orders = new WeakMap<Spans, Order>();

function orderOf(store: EventStore): Order {
  const { long, columns, firstRows } = store;
  const known = orders.get(long);
  if (known) return known;
  const rows = firstRows.slice().sort(inOrder(columns));
  // An open start is before every window.
  const { softEarliest, hardEarliest } = columns.dates;
  const margins = softEarliest.map((day, at) => (day === OPEN_START ? 0 : hardEarliest[at]! - day));
  const made = { rows, reach: margins.reduce((most, days) => Math.max(most, days), 0) };
  orders.set(long, made);
  return made;
}

function* byDate(store: EventStore, view: StoreQuery): Generator<number, void> {
  const { rows, reach } = orderOf(store);
  const { date, dates } = store.columns;
  const startOf = (at: number) => dates.hardEarliest[date[rows[at]!]!]!;
  const compare = inOrder(store.columns);
  const before = store.firstOf([...store.straddling(view.from)]).filter((row) => store.counts(row, view));
  before.sort(compare);
  let next = 0;
  for (let at = firstWhere((at) => startOf(at) >= view.from, 0, rows.length); at < rows.length; at++) {
    if (startOf(at) > view.to + reach) break;
    const row = rows[at]!;
    const begins = store.firstDay(row) >= view.from && store.firstDay(row) <= view.to;
    if (!begins || !store.counts(row, view)) continue;
    while (next < before.length && compare(before[next]!, row) < 0) yield before[next++]!;
    yield row;
  }
  yield* before.slice(next);
}
