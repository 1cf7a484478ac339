import type { DatasetIndex } from './index-dataset.ts';
import { shownEvents, type Scene, type SceneEvent } from './scene.ts';
import { order } from './sorted.ts';
import { startOf } from './stops.ts';
import { hardBounds } from './time.ts';

/**
 * The events of the window as a list tells them. Over several days by date; on the same day the certain ones first, then
 * the gravest. On a single day the certain ones first, and what begins then before what goes on. Of many events,
 * long-chronicle.ts makes only those that are seen.
 */
export function chronicleOf(index: DatasetIndex, { events, window }: Pick<Scene, 'events' | 'window'>): SceneEvent[] {
  const unsure = ({ presence }: SceneEvent) => Number(presence !== 'certain');
  const start = ({ event }: SceneEvent) => hardBounds(event.date).earliest;
  const end = ({ event }: SceneEvent) => hardBounds(event.date).latest;
  const goesOn = (event: SceneEvent) => Number(start(event) !== window.from);
  const gravity = ({ event }: SceneEvent) => index.gravity.get(event.kind)!;
  const oneDay = (a: SceneEvent, b: SceneEvent) =>
    unsure(a) - unsure(b) || goesOn(a) - goesOn(b) || gravity(a) - gravity(b) || order(start(a), start(b));
  const severalDays = (a: SceneEvent, b: SceneEvent) =>
    order(start(a), start(b)) || unsure(a) - unsure(b) || order(end(a), end(b)) || gravity(a) - gravity(b);
  return [...events].sort(window.from === window.to ? oneDay : severalDays);
}

/** Of those, the ones that begin on the last day of the window, as far as is known. */
export function beginningOn(index: DatasetIndex, { view, storeQuery, window }: Scene): SceneEvent[] {
  const day = window.to;
  const store = index.store.reported(view.hiddenArticles);
  const rows = store.firstOf(store.rowsIn({ ...storeQuery, from: day }));
  const { date, dates } = store.columns;
  const beginning = rows.filter((row) => startOf(dates, date[row]!) === day);
  const events = beginning.map(shownEvents(index, view));
  return chronicleOf(index, { events, window: { from: day, to: day } });
}
