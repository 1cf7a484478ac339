import type { DatasetIndex } from './index-dataset.ts';
import { rowsAt } from './rows-by-place.ts';
import { counted } from './story-events.ts';
import type { ViewState } from './view.ts';

/** Whether all events at a place, of which there are some, are there by outside knowledge alone. */
export function isExternal(index: DatasetIndex, view: ViewState, place: string): boolean {
  const { event } = index.store.reported(view.hiddenArticles).columns;
  const rows = counted(index, view, rowsAt(index, place));
  const basisOf = (row: number) => index.dataset.events[event.at(row)]!.places.find(({ ref }) => ref === place)?.basis;
  return rows.length > 0 && rows.every((row) => basisOf(row) === 'external');
}
