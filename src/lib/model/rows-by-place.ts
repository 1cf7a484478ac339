import type { DatasetIndex } from './index-dataset.ts';
import { oncePer } from './once.ts';

const rowsByPlace = oncePer(({ dataset, store: { firstRows } }: DatasetIndex): ReadonlyMap<string, number[]> => {
  const lists = new Map<string, number[]>();
  dataset.events.forEach(({ places }, at) => {
    const row = firstRows[at]!;
    for (const { ref } of places) {
      const list = lists.get(ref);
      if (!list) lists.set(ref, [row]);
      // An event may be at a place in two ways.
      else if (list.at(-1) !== row) list.push(row);
    }
  });
  return lists;
});

const NONE: readonly number[] = [];

/** The first rows of the events at a place, in the order of the dataset. */
export const rowsAt = (index: DatasetIndex, place: string): readonly number[] => rowsByPlace(index).get(place) ?? NONE;
