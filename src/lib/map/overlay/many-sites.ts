import type { Site } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';

/**
 * With more sites than this there are no buttons: nobody tabs through them, and moving them takes longer than a frame.
 */
const MAX_BUTTONS = 200;

/** Whether the map has too many sites for a button and a label each. */
export function hasManySites({ dataset }: DatasetIndex): boolean {
  let count = 0;
  return dataset.sites.some(({ offMap }) => !offMap && ++count > MAX_BUTTONS);
}

/** Whether sites or areas are too many for marks and labels beyond the frame. */
export const hasManyPlaces = (index: DatasetIndex): boolean =>
  index.dataset.areas.length > MAX_BUTTONS || hasManySites(index);

/** The sites that all other lettering keeps off: none where there are too many. */
export const labelledSites = (index: DatasetIndex): readonly Site[] => (hasManySites(index) ? [] : index.dataset.sites);
