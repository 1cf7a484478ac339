import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import { mix } from '../../../model/hash.ts';
import { isPlaced } from '../../../model/packed-columns.ts';

/*
 * Spiderfies events at the same place: one in the middle, a ring of 6, and a ring of 12. The slots do not depend on the
 * day, so that no event moves while time does, and a single event is at its true place. A place where the slots do not
 * suffice for every window of the given length is a cluster: its events are not spiderfied but counted.
 */

export const SLOTS = 19;
/** Instead of a slot: the row belongs to a cluster. */
export const CLUSTER = 255;
const FIRST_RING = 7;

/** A slot's offset from its place, in slot widths. The shader computes the same. */
export function slotOffset(slot: number): { x: number; y: number } {
  if (slot === 0 || slot === CLUSTER) return { x: 0, y: 0 };
  const [radius, turn] = slot < FIRST_RING ? [1, (slot - 1) / 6] : [2, (slot - FIRST_RING) / 12];
  return { x: radius * Math.cos(turn * 2 * Math.PI), y: radius * Math.sin(turn * 2 * Math.PI) };
}

export type SpiderLayout = {
  /** By row: its slot, or `CLUSTER`. */
  slots: Uint8Array;
  /** The rows of each cluster, in order. */
  clusters: Uint32Array[];
  /** By row: the index of its cluster. Only valid for rows with slot `CLUSTER`; empty if there is none. */
  clusterOf: Uint32Array;
};

/** The rows of each place with several, in order; rows without a place are left out. Places are compared exactly. */
export function sharedPlaces({ columns }: EventStore): Uint32Array[] {
  const { length, place, places } = columns;
  const lng = (row: number) => places.lng[place[row]!]!;
  const lat = (row: number) => places.lat[place[row]!]!;
  // A hash table in typed arrays, not a Map: a million places would be a million arrays.
  const mask = 2 ** (32 - Math.clz32(length)) * 2 - 1;
  const first = new Int32Array(mask + 1).fill(-1);
  const bits = new Uint32Array(new Float64Array(2).buffer);
  const pair = new Float64Array(bits.buffer);
  const leader = new Int32Array(length).fill(-1);
  const size = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    if (!isPlaced(columns, row)) continue;
    pair[0] = lng(row);
    pair[1] = lat(row);
    let at = mix(mix(mix(mix(0, bits[0]!), bits[1]!), bits[2]!), bits[3]!) & mask;
    const isOther = (row: number) => lng(row) !== pair[0] || lat(row) !== pair[1];
    while (first[at] !== -1 && isOther(first[at]!)) at = (at + 1) & mask;
    if (first[at] === -1) first[at] = row;
    leader[row] = first[at]!;
    size[first[at]!]!++;
  }
  const shared = new Map<number, Uint32Array>();
  const next = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const of = leader[row]!;
    if (of === -1 || size[of]! < 2) continue;
    let rows = shared.get(of);
    if (!rows) shared.set(of, (rows = new Uint32Array(size[of]!)));
    rows[next[of]!++] = row;
  }
  return [...shared.values()];
}

/**
 * Each event gets the lowest slot that is free: not used by an event at its place that can be shown together with it in
 * a window as long as the view's. Time: O(n), per length of the window and set of hidden kinds; not per step of the
 * slider.
 */
export function spiderfy(store: EventStore, places: readonly Uint32Array[], view: StoreQuery): SpiderLayout {
  const { length } = store.columns;
  const reach = view.to - view.from;
  const slots = new Uint8Array(length);
  const clusters: Uint32Array[] = [];
  const taken = new Float64Array(SLOTS);
  // Without the as-of day: dragging it must not move the events.
  const counted = { ...view, asOf: null };
  for (const place of places) {
    taken.fill(-Infinity);
    for (const row of place) {
      if (!store.counts(row, counted)) continue;
      let slot = 0;
      while (slot < SLOTS && taken[slot]! >= store.firstDay(row)) slot++;
      if (slot === SLOTS) {
        clusters.push(place);
        break;
      }
      slots[row] = slot;
      taken[slot] = store.lastDay(row) + reach;
    }
  }
  const clusterOf = new Uint32Array(clusters.length > 0 ? length : 0);
  clusters.forEach((rows, cluster) => {
    for (const row of rows) {
      slots[row] = CLUSTER;
      clusterOf[row] = cluster;
    }
  });
  return { slots, clusters, clusterOf };
}
