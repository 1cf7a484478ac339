import type { LngLat } from '../../../model/dataset.ts';
import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import { CERTAIN } from '../../../model/presence.ts';

/** An accuracy circle, in the colour and state of the strongest event shown there. */
export type Disc = { row: number; certain: boolean };

/**
 * One disc for each place with an event in the window, and for places in `also` with a past event. The strongest event
 * represents its place; of equal ones the latest, then the first. The marks of the overlay use the same order.
 * Time: O(shown).
 */
export function discsOf(store: EventStore, view: StoreQuery, also: readonly LngLat[] = []): Disc[] {
  const { lng, lat, hardEarliest } = store.columns;
  const places = new Map<string, { row: number; presence: number }>();
  const add = (row: number) => {
    if (Number.isNaN(lng[row])) return;
    const key = `${lng[row]} ${lat[row]}`;
    const presence = store.presence(row, view);
    const best = places.get(key);
    if (
      best &&
      (best.presence > presence || (best.presence === presence && hardEarliest[best.row]! >= hardEarliest[row]!))
    )
      return;
    places.set(key, { row, presence });
  };
  for (const row of store.rowsIn(view)) add(row);
  if (also.length > 0) {
    for (const row of store.rowsPast(view)) if (also.some(([x, y]) => x === lng[row] && y === lat[row])) add(row);
  }
  return [...places.values()].map(({ row, presence }) => ({ row, certain: presence === CERTAIN }));
}
