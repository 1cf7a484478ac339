import type { DatasetIndex } from './index-dataset.ts';
import { sceneAt, type Scene } from './scene.ts';
import type { ViewState } from './view.ts';

/**
 * Why no event is shown, where none is. `filtered`: the filters hide what is reported. `later`: it was reported after
 * the as-of day. `unreported`: the articles report no event of these days. `events`: how many the button would show.
 */
export type Emptiness = { reason: 'filtered' | 'later'; events: number } | { reason: 'unreported' };

/** `null` where an event is shown. */
export function emptinessOf(index: DatasetIndex, scene: Scene): Emptiness | null {
  if (scene.events.length > 0) return null;
  const shownIf = (change: Partial<ViewState>) => sceneAt(index, { ...scene.view, ...change }).events.length;
  const unfiltered = { hiddenKinds: [], hiddenArticles: [] };
  const filtered = shownIf(unfiltered);
  if (filtered > 0) return { reason: 'filtered', events: filtered };
  const later = shownIf({ ...unfiltered, asOf: 'everything' });
  return later > 0 ? { reason: 'later', events: later } : { reason: 'unreported' };
}
