import type { DatasetIndex } from '../../model/index-dataset.ts';
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

const made = new WeakMap<DatasetIndex, ReadonlyMap<string, Happenings>>();

/** The sites and areas that an event refers to, whatever the day and the filters. */
export function happeningsOf(index: DatasetIndex): ReadonlyMap<string, Happenings> {
  const last = made.get(index);
  if (last) return last;
  const found = new Map<string, { kinds: Map<string, boolean>; external: boolean; several: boolean; count: number }>();
  for (const { kind, date, places } of index.dataset.events) {
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
  made.set(index, found);
  return found;
}
