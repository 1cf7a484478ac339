import type { DatasetIndex } from './index-dataset.ts';
import { sceneAt, totalOf, type Scene } from './scene.ts';
import { changed, type ViewState } from './view.ts';

/**
 * Why no event is shown, where none is. `filtered`: the filters hide what is reported. `later`: it was reported after
 * the as-of day. `unreported`: the articles report no event of these days. `events`: how many the button would show.
 */
export type Emptiness = { reason: 'filtered' | 'later'; events: number } | { reason: 'unreported' };

/** `null` where an event is shown. */
export function emptinessOf(index: DatasetIndex, scene: Scene): Emptiness | null {
  if (totalOf(scene.counts) > 0) return null;
  // The usual empty day has no filter and no second clock: nothing is made anew for it.
  const shownIn = (view: ViewState) => (view === scene.view ? 0 : totalOf(sceneAt(index, view).counts));
  const { hiddenKinds, hiddenArticles } = scene.view;
  const filters = hiddenKinds.length + hiddenArticles.length > 0;
  const unfiltered = filters ? changed(scene.view, { hiddenKinds: [], hiddenArticles: [] }) : scene.view;
  const filtered = shownIn(unfiltered);
  if (filtered > 0) return { reason: 'filtered', events: filtered };
  const later = shownIn(changed(unfiltered, { asOf: 'everything' }));
  return later > 0 ? { reason: 'later', events: later } : { reason: 'unreported' };
}
