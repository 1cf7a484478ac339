import type { StoreQuery } from '../../../model/event-store.ts';
import { AHEAD, PAST } from '../../../model/presence.ts';
import type { EventStore } from '../../../model/event-store.ts';

/** What the layer is to show. `pastDays`: how long what is over stays, fading; 0 not at all, Infinity unchanged for ever. */
export type LayerView = StoreQuery & { pastDays: number };

/** The presence of a row that is drawn, else `AHEAD`: the store's, of what has a place and is not too long over. */
export function drawnAs(store: EventStore, row: number, view: LayerView): number {
  if (Number.isNaN(store.columns.lng[row])) return AHEAD;
  const presence = store.presence(row, view);
  return presence === PAST && view.from - store.columns.softLatest[row]! > view.pastDays ? AHEAD : presence;
}
