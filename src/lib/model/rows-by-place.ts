import { gather, type DatasetIndex } from './index-dataset.ts';

/** Made when a place is first asked for. */
const made = new WeakMap<DatasetIndex, ReadonlyMap<string, number[]>>();

/** The first rows of the events at a place, in the order of the dataset. */
export function rowsAt(index: DatasetIndex, place: string): readonly number[] {
  const byPlace = made.get(index) ?? rowsByPlace(index);
  made.set(index, byPlace);
  return byPlace.get(place) ?? [];
}

function rowsByPlace({ dataset, store: { firstRows } }: DatasetIndex): ReadonlyMap<string, number[]> {
  return gather(
    dataset.events.flatMap(({ places }, at) => places.map(({ ref }): [string, number] => [ref, firstRows[at]!]))
  );
}
