import type { DatasetIndex } from '../../model/index-dataset.ts';
import { oncePer } from '../../model/once.ts';
import { softBounds } from '../../model/time.ts';

/** What a place may have to tell on some day. */
export type Happenings = {
  /** The kinds of its events, each with whether one of them is on an uncertain day. */
  kinds: ReadonlyMap<string, boolean>;
  /** Whether an event is placed there by outside evidence alone. */
  external: boolean;
  several: boolean;
  count: number;
};

/** The sites and areas that an event refers to, whatever the day and the filters. */
export const happeningsOf = oncePer(({ dataset }: DatasetIndex): ReadonlyMap<string, Happenings> => {
  const found = new Map<string, { kinds: Map<string, boolean>; external: boolean; several: boolean; count: number }>();
  for (const { kind, date, places } of dataset.events) {
    const { earliest, latest } = softBounds(date);
    const uncertain = earliest !== latest;
    for (const { ref, basis } of places) {
      const here = found.get(ref);
      if (!here)
        found.set(ref, {
          kinds: new Map([[kind, uncertain]]),
          external: basis === 'external',
          several: false,
          count: 1
        });
      else {
        here.kinds.set(kind, uncertain || here.kinds.get(kind) === true);
        here.external ||= basis === 'external';
        here.several = true;
        here.count++;
      }
    }
  }
  return found;
});
