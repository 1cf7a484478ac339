import type { LngLat } from '../../../model/dataset.ts';
import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import { isPlaced } from '../../../model/packed-columns.ts';
import { CERTAIN } from '../../../model/presence.ts';

/** An accuracy circle, in the colour and state of the strongest event shown there. */
export type Disc = { row: number; certain: boolean };

/**
 * One disc for each place with an event in the window, and for places in `also` with a past event. The strongest event
 * represents its place; of equal ones the latest, then the first. The marks of the overlay use the same order.
 * Time: O(shown).
 */
export function discsOf(store: EventStore, view: StoreQuery, also: readonly LngLat[] = []): Disc[] {
  const { date, dates, place, places: at } = store.columns;
  const firstDay = (row: number) => dates.hardEarliest[date[row]!]!;
  const lngLat = (row: number): LngLat => [at.lng[place[row]!]!, at.lat[place[row]!]!];
  const places = new Map<string, { row: number; presence: number }>();
  const add = (row: number) => {
    if (!isPlaced(store.columns, row)) return;
    const key = lngLat(row).join(' ');
    const presence = store.presence(row, view);
    const best = places.get(key);
    if (best && (best.presence > presence || (best.presence === presence && firstDay(best.row) >= firstDay(row))))
      return;
    places.set(key, { row, presence });
  };
  for (const row of store.rowsIn(view)) add(row);
  if (also.length > 0) {
    for (const row of store.rowsPast(view)) {
      const [lng, lat] = lngLat(row);
      if (also.some(([x, y]) => x === lng && y === lat)) add(row);
    }
  }
  return [...places.values()].map(({ row, presence }) => ({ row, certain: presence === CERTAIN }));
}
