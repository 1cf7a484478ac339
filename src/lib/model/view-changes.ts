import { clampDay, type Day } from './day.ts';
import type { DatasetIndex } from './index-dataset.ts';
import type { Chapter, DatasetEvent } from './dataset.ts';
import { firstDayOf } from './stops.ts';
import { presenceIn } from './time.ts';
import { changed, windowOf, type Selection, type ViewState, type WindowSize } from './view.ts';

/*
 * Changes of time and selection. They keep one promise: an event that is open is, at least possibly, in the window.
 * Opening one goes to its day, and leaving its days closes it.
 */

/** Another day, cut to the domain. The fixed start of a range gives way to a day before it. */
export function scrubTo(view: ViewState, day: Day, index: DatasetIndex): ViewState {
  const { from, to } = index.dataset.info.domain;
  const at = clampDay(day, from, to);
  const window = typeof view.window === 'number' && view.window >= at ? 'day' : view.window;
  return closedOutside(changed(view, { day: at, window }), index);
}

/** Another window. A range from the domain's start is `all`, one of a single day is `day`. */
export function withWindow(view: ViewState, size: WindowSize, index: DatasetIndex): ViewState {
  const { from } = index.dataset.info.domain;
  const window = typeof size !== 'number' ? size : size <= from ? 'all' : size >= view.day ? 'day' : size;
  return closedOutside(changed(view, { window }), index);
}

export function withSelection(view: ViewState, selection: Selection | null, index: DatasetIndex): ViewState {
  const event = selectedEvent(selection, index);
  const there = event && !isInWindow(event, view, index);
  const at = there ? scrubTo(view, firstDayOf(event, index.dataset.info.domain), index) : view;
  return changed(at, { selection });
}

/**
 * The day by which a claim’s matter was over, or if that is not in the domain the day on which it was said or printed;
 * of an article the day of publication. `null` for anything else, and where none is in the domain.
 */
export function concernedDay(selection: Selection | null, index: DatasetIndex): Day | null {
  const { from, to } = index.dataset.info.domain;
  const claim = selection?.type === 'claim' ? index.claims.get(selection.id) : undefined;
  const article = index.articles.get(claim?.article ?? (selection?.type === 'article' ? selection.id : ''));
  if (!article) return null;
  const days = [claim?.date, claim?.saidOn, article.published].map((date) => date?.latest ?? date?.earliest ?? null);
  return days.find((day) => day !== null && day >= from && day <= to) ?? null;
}

/** The view of a chapter. What it does not say, names, the external layer and the axis, stays. */
export function chapterView(view: ViewState, { id, day, window, selection }: Chapter): ViewState {
  return { ...view, day, window, selection, asOf: 'everything', hiddenKinds: [], hiddenArticles: [], chapter: id };
}

/** The days of the chapter, without it and without what it opened. */
export function withoutChapter(view: ViewState): ViewState {
  return view.chapter === null ? view : { ...view, selection: null, chapter: null };
}

/** Whether an event is, at least possibly, in the window of the view. */
export function isInWindow(event: DatasetEvent, view: ViewState, index: DatasetIndex): boolean {
  return presenceIn(event.date, event.extent, windowOf(view, index.dataset.info.domain)) !== 'absent';
}

export function selectedEvent(selection: Selection | null, index: DatasetIndex): DatasetEvent | undefined {
  return selection?.type === 'event' ? index.events.get(selection.id) : undefined;
}

function closedOutside(view: ViewState, index: DatasetIndex): ViewState {
  const event = selectedEvent(view.selection, index);
  return event && !isInWindow(event, view, index) ? changed(view, { selection: null }) : view;
}
