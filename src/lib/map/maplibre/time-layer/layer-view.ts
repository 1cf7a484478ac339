import type { StoreQuery } from '../../../model/event-store.ts';
import { AHEAD, PAST } from '../../../model/presence.ts';
import type { EventStore } from '../../../model/event-store.ts';

/**
 * What the layer shows. `pastDays`: how many days past events stay, fading; 0: not at all, Infinity: without fading.
 */
export type LayerView = StoreQuery & { pastDays: number };

/** The presence of a row that is drawn, else `AHEAD`: the store's, if it has a place and has not ended too long ago. */
export function drawnAs(store: EventStore, row: number, view: LayerView): number {
  if (Number.isNaN(store.columns.lng[row])) return AHEAD;
  const presence = store.presence(row, view);
  return presence === PAST && view.from - store.columns.softLatest[row]! > view.pastDays ? AHEAD : presence;
}
