import type { DatasetIndex } from './index-dataset.ts';
import type { Scene, SceneEvent } from './scene.ts';
import { order } from './sorted.ts';
import { hardBounds } from './time.ts';

/**
 * The events of the window as a list tells them: on a single day the certain ones first; over several days by date, and
 * on the same day the certain ones first, then the gravest, in the order of the kinds.
 */
export function chronicleOf(index: DatasetIndex, { events, window }: Pick<Scene, 'events' | 'window'>): SceneEvent[] {
  const gravity = new Map(index.dataset.codes.kinds.map(({ id }, at) => [id, at]));
  const unsure = ({ presence }: SceneEvent) => Number(presence !== 'certain');
  const start = ({ event }: SceneEvent) => hardBounds(event.date).earliest;
  const end = ({ event }: SceneEvent) => hardBounds(event.date).latest;
  const oneDay = window.from === window.to;
  return [...events].sort(
    (a, b) =>
      (oneDay ? unsure(a) - unsure(b) : 0) ||
      order(start(a), start(b)) ||
      unsure(a) - unsure(b) ||
      order(end(a), end(b)) ||
      gravity.get(a.event.kind)! - gravity.get(b.event.kind)!
  );
}
