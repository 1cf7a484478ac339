import { MAX_KINDS } from './event-columns.ts';
import type { EventStore, KindTally, StoreQuery } from './event-store.ts';
import { sureEnd, sureStart } from './presence.ts';

/**
 * Counts the events in each stretch of `binDays` days from `view.from` on, of which the last may be shorter; in each as in
 * a window of its days. One pass over the rows, however many stretches an event is in.
 */
export function histogramOf(store: EventStore, view: StoreQuery, binDays: number): KindTally[] {
  const { kind: kinds, date, dates } = store.columns;
  const { from, to } = view;
  const bins = Math.ceil((to - from + 1) / binDays);
  // Of each kind and bin: what begins in it, less what was over with the bin before.
  const [certain, touched] = [new Int32Array(MAX_KINDS * (bins + 1)), new Int32Array(MAX_KINDS * (bins + 1))];
  const binOf = (day: number) => Math.floor((Math.min(Math.max(day, from), to) - from) / binDays);
  const add = (changes: Int32Array, kind: number, first: number, last: number) => {
    changes[binOf(first) * MAX_KINDS + kind]!++;
    changes[(binOf(last) + 1) * MAX_KINDS + kind]!--;
  };
  const end = store.startsBefore(to + 1);
  for (let row = 0; row < end; row++) {
    const at = date[row]!;
    const [start, last, kind] = [dates.softEarliest[at]!, dates.softLatest[at]!, kinds[row]!];
    if (last < from || !store.isFirst(row) || !store.counts(row, view)) continue;
    add(touched, kind, start, last);
    if (dates.throughout[at]) {
      const [sureFrom, sureTo] = [sureStart(dates, at), sureEnd(dates, at)];
      if (sureFrom <= sureTo && sureFrom <= to && sureTo >= from) add(certain, kind, sureFrom, sureTo);
    } else if (start >= from && last <= to && binOf(start) === binOf(last)) add(certain, kind, start, last);
  }
  for (let at = MAX_KINDS; at < certain.length; at++) {
    certain[at]! += certain[at - MAX_KINDS]!;
    touched[at]! += touched[at - MAX_KINDS]!;
  }
  return Array.from({ length: bins }, (_, bin) => {
    const sure = Uint32Array.from(certain.subarray(bin * MAX_KINDS, (bin + 1) * MAX_KINDS));
    return { certain: sure, possible: sure.map((count, kind) => touched[bin * MAX_KINDS + kind]! - count) };
  });
}
