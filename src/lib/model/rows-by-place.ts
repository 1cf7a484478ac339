import { gather, type DatasetIndex } from './index-dataset.ts';
import { oncePer } from './once.ts';

const rowsByPlace = oncePer(({ dataset, store: { firstRows } }: DatasetIndex) =>
  gather(dataset.events.flatMap(({ places }, at) => places.map(({ ref }): [string, number] => [ref, firstRows[at]!])))
);

const NONE: readonly number[] = [];

/** The first rows of the events at a place, in the order of the dataset. */
export const rowsAt = (index: DatasetIndex, place: string): readonly number[] => rowsByPlace(index).get(place) ?? NONE;
