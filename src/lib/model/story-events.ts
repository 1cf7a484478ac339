import type { DatasetEvent } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { partList, type PartList } from './part-list.ts';
import { PAST, POSSIBLE } from './presence.ts';
import { articleReported, reportFilterOf } from './reports.ts';
import { rowsAt } from './rows-by-place.ts';
import { areTold, storeQueryOf, storyEvents, type StoryEvent } from './scene.ts';
import type { Selection, ViewState } from './view.ts';

/*
 * Some events of the storyline, each looked up: it has too many to make them all.
 */

/** An event under the reports and filters that count; `null` where it does not. */
export function storyEventOf(index: DatasetIndex, view: ViewState, event: DatasetEvent | undefined): StoryEvent | null {
  const [row] = counted(index, view, rowsOf(index, [event]));
  return row === undefined ? null : storyEvents(index, view)(row);
}

/** The events at a place, whatever their dates, under the reports and filters that count. */
export function eventsAt(index: DatasetIndex, view: ViewState, place: string): PartList<StoryEvent> {
  const rows = counted(index, view, rowsAt(index, place));
  return partList(rows.values(), rows.length, storyEvents(index, view), areTold(index, view));
}

/** Of what is selected: the events in the window, then those before it. */
export function eventsAbout(index: DatasetIndex, view: ViewState, selection: Selection): PartList<StoryEvent> {
  const store = index.store.reported(view.hiddenArticles);
  const query = storeQueryOf(index, view);
  const rows = counted(index, view, rowsAbout(index, view, selection));
  const inWindow = rows.filter((row) => store.presence(row, query) >= POSSIBLE);
  const before = rows.filter((row) => store.presence(row, query) === PAST);
  const list = [...inWindow, ...before];
  return partList(list.values(), list.length, storyEvents(index, view), areTold(index, view));
}

/** Of some rows those that count under a view, whatever their dates. */
export function counted(index: DatasetIndex, view: ViewState, rows: readonly number[]): number[] {
  const store = index.store.reported(view.hiddenArticles);
  const query = storeQueryOf(index, view);
  return rows.filter((row) => store.counts(row, query));
}

/** First rows of the events that a selection is about, oldest first. */
function rowsAbout(index: DatasetIndex, view: ViewState, { type, id }: Selection): readonly number[] {
  if (type === 'site' || type === 'area') return rowsAt(index, id);
  if (type === 'event') return rowsOf(index, [index.events.get(id)]);
  const article = type === 'article' ? id : index.claims.get(id)?.article;
  if (article === undefined || articleReported(index, article, reportFilterOf(view)) === 'absent') return [];
  const claims = type === 'claim' ? [id] : (index.claimsOfArticle.get(id) ?? []).map((claim) => claim.id);
  return rowsOf(
    index,
    claims.flatMap((claim) => index.eventsOfClaim.get(claim) ?? [])
  );
}

function rowsOf(index: DatasetIndex, events: readonly (DatasetEvent | undefined)[]): number[] {
  // Rows are in the order of their soft days, and events in that of the stated ones.
  const positions = [...new Set(events)].flatMap((event) => (event ? index.store.positionOf(event) : []));
  return positions.sort((a, b) => a - b).map((at) => index.store.firstRows[at]!);
}

/** The event before or after one, by date, among those that count; `null`: there is none, or the event does not count. */
export function neighbourOf(
  index: DatasetIndex,
  view: ViewState,
  event: DatasetEvent,
  step: 1 | -1
): StoryEvent | null {
  const { firstRows } = index.store;
  const store = index.store.reported(view.hiddenArticles);
  const query = storeQueryOf(index, view);
  const own = index.store.positionOf(event);
  if (!store.counts(firstRows[own]!, query)) return null;
  for (let at = own + step; at >= 0 && at < firstRows.length; at += step)
    if (store.counts(firstRows[at]!, query)) return storyEvents(index, view)(firstRows[at]!);
  return null;
}
