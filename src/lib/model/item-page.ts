import { clampDay } from './day.ts';
import type { Dataset, DatasetEvent } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import type { ItemType } from './item-types.ts';
import { firstDayOf } from './stops.ts';
import { encodeView } from './url.ts';
import { changed, firstView, sameOr, type ViewState } from './view.ts';
import { chapterView, concernedDay, withSelection, withWindow } from './view-changes.ts';

/*
 * Events, chapters and articles have a page of their own each, at an address made from their id: `event/zvecan-clash/`.
 * It is the map page, prerendered with the view of that item instead of the first view.
 */

export type Item = { type: ItemType; id: string };

/** More events and articles have no pages of their own: each page has the whole list, and takes 0.1 s to build. */
const MOST_PAGES = 400;

type Lists = Pick<Dataset, 'events' | 'story' | 'articles'>;

/** Whether items of a type have pages; without, an address says in its query what is open. */
const hasPages = (type: Item['type'], { events, articles }: Lists): boolean =>
  type === 'chapter' || events.length + articles.length <= MOST_PAGES;

/** Whether each event and article has a page of its own. */
export const eventsHavePages = (lists: Lists): boolean => hasPages('event', lists);

/** All items that have a page: events, chapters, articles, each in the order of the data. */
export function itemsOf(lists: Lists): Item[] {
  const { events, story, articles } = lists;
  const of = (type: Item['type'], list: readonly { id: string }[]) =>
    hasPages(type, lists) ? list.map(({ id }) => ({ type, id })) : [];
  return [...of('event', events), ...of('chapter', story), ...of('article', articles)];
}

/** The item's page below the folder of a language. */
export const itemPath = ({ type, id }: Item): string => `${type}/${id}/`;

/** The view that the page of an item is prerendered with. The item must be in the data. */
export function itemView({ type, id }: Item, index: DatasetIndex): ViewState {
  const first = firstView(index.dataset.info);
  if (type === 'chapter') return chapterView(first, index.chapters.get(id)!);
  if (type === 'article') {
    const day = concernedDay({ type, id }, index);
    return withSelection(changed(first, { day: day ?? first.day }), { type, id }, index);
  }
  return withSelection(daysOfEvent(first, index.events.get(id)!, index), { type, id }, index);
}

/** The days on which the event may have been; of one without a stated end, the first. */
function daysOfEvent(view: ViewState, event: DatasetEvent, index: DatasetIndex): ViewState {
  const { domain } = index.dataset.info;
  const from = firstDayOf(event, domain);
  const to = clampDay(event.date.latest ?? from, domain.from, domain.to);
  return withWindow(changed(view, { day: to }), from, index);
}

/** What a view is about, if that has a page: its chapter, or the event or article that is open. */
export function itemOf({ chapter, selection }: Pick<ViewState, 'chapter' | 'selection'>): Item | null {
  if (chapter !== null) return { type: 'chapter', id: chapter };
  if (selection?.type === 'event' || selection?.type === 'article') return { type: selection.type, id: selection.id };
  return null;
}

/** Whether the reader has left nothing out of a view, and added nothing to it. */
export function isPlain(view: ViewState, index: DatasetIndex): boolean {
  const { asOf, hiddenKinds, hiddenArticles, external, nameForm } = firstView(index.dataset.info);
  return (
    view.asOf === asOf &&
    sameOr(hiddenKinds, view.hiddenKinds) === hiddenKinds &&
    sameOr(hiddenArticles, view.hiddenArticles) === hiddenArticles &&
    view.external === external &&
    view.nameForm === nameForm
  );
}

/** The item whose page shows exactly this view. */
export function itemShownBy(view: ViewState, index: DatasetIndex): Item | null {
  const item = itemOf(view);
  if (item && !hasPages(item.type, index.dataset)) return null;
  const text = (of: ViewState) => encodeView(of, firstView(index.dataset.info));
  return item && text(itemView(item, index)) === text(view) ? item : null;
}

/**
 * The address of a view below the folder of a language: the page of an item where that shows the view, else a query.
 * `version`: of the data, for links that must not change their meaning.
 */
export function addressOf(view: ViewState, index: DatasetIndex, version: string | null = null): string {
  const item = itemShownBy(view, index);
  if (!item) return `?${encodeView(view, firstView(index.dataset.info), version)}`;
  return itemPath(item) + (version === null ? '' : `?v=${encodeURIComponent(version)}`);
}
