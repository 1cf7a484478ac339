import { addTo, type DatasetIndex } from './index-dataset.ts';
import { oncePer } from './once.ts';

const rowsByPlace = oncePer(({ dataset, store: { firstRows } }: DatasetIndex): ReadonlyMap<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const [at, { places }] of dataset.events.entries())
    for (const { ref } of places) addTo(found, ref, firstRows[at]!);
  return found;
});

const NONE: readonly number[] = [];

/** The first rows of the events at a place, in the order of the dataset. */
export const rowsAt = (index: DatasetIndex, place: string): readonly number[] => rowsByPlace(index).get(place) ?? NONE;
