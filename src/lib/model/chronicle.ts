import type { DatasetIndex } from './index-dataset.ts';
import type { Scene, SceneEvent } from './scene.ts';
import { order } from './sorted.ts';
import { hardBounds } from './time.ts';

/**
 * The events of the window as a list tells them. Over several days by date; on the same day the certain ones first, then
 * the gravest, in the order of the kinds. On a single day the certain ones first, and what begins then before what goes
 * on.
 */
export function chronicleOf(index: DatasetIndex, { events, window }: Pick<Scene, 'events' | 'window'>): SceneEvent[] {
  const gravity = new Map(index.dataset.codes.kinds.map(({ id }, at) => [id, at]));
  const unsure = ({ presence }: SceneEvent) => Number(presence !== 'certain');
  const start = ({ event }: SceneEvent) => hardBounds(event.date).earliest;
  const end = ({ event }: SceneEvent) => hardBounds(event.date).latest;
  const goesOn = (event: SceneEvent) => Number(start(event) !== window.from);
  const grave = ({ event }: SceneEvent) => gravity.get(event.kind)!;
  const oneDay = (a: SceneEvent, b: SceneEvent) =>
    unsure(a) - unsure(b) || goesOn(a) - goesOn(b) || grave(a) - grave(b) || order(start(a), start(b));
  const severalDays = (a: SceneEvent, b: SceneEvent) =>
    order(start(a), start(b)) || unsure(a) - unsure(b) || order(end(a), end(b)) || grave(a) - grave(b);
  return [...events].sort(window.from === window.to ? oneDay : severalDays);
}

/** Of those, the ones that begin on the last day of the window, as far as is known. */
export function beginningOn(index: DatasetIndex, scene: Pick<Scene, 'events' | 'window'>): SceneEvent[] {
  const day = scene.window.to;
  return chronicleOf(index, { events: scene.events, window: { from: day, to: day } }).filter(
    ({ event: { date } }) => (date.earliest ?? date.latest) === day
  );
}
