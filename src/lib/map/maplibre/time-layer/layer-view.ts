import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import { isPlaced } from '../../../model/packed-columns.ts';
import { AHEAD, PAST } from '../../../model/presence.ts';

/**
 * What the layer shows. `pastDays`: how many days past events stay, fading; 0: not at all, Infinity: without fading.
 */
export type LayerView = StoreQuery & { pastDays: number };

/** The presence of a row that is drawn, else `AHEAD`: the store's, if it has a place and has not ended too long ago. */
export function drawnAs(store: EventStore, row: number, view: LayerView): number {
  if (!isPlaced(store.columns, row)) return AHEAD;
  const presence = store.presence(row, view);
  return presence === PAST && view.from - store.lastDay(row) > view.pastDays ? AHEAD : presence;
}
