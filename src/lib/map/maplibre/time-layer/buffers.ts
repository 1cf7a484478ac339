import { COLOUR_GROUPS, type SymbolStyle } from '../../../model/dataset.ts';
import { OPEN_END, OPEN_START } from '../../../model/event-columns.ts';
import type { EventStore } from '../../../model/event-store.ts';
import { isPlaced } from '../../../model/packed-columns.ts';
import { lowerBound } from '../../../model/sorted.ts';
import { sureEnd, sureStart } from '../../../model/presence.ts';
import { picturesOf, weightPx } from './symbol-style.ts';
import { worldX, worldY } from './world.ts';

/*
 * The vertex attributes of each row, in drawing order. `fixed` changes only with the data:
 *
 *   0  place      2 × uint32  world units
 *   8  days       4 × int32   softEarliest, softLatest, and the first and last day surely covered
 *   24 reported   int32       the day from which a report may have been out
 *   28 kind       uint8       kind, and LASTS if the event lasted throughout its date
 *   29 style      uint8       picture of the symbol, and colour group from GROUP_BIT on
 *   30 -          2 bytes     a row begins at a multiple of 4
 *
 * `shown` is 2 bytes: the width of the symbol in quarters of a pixel, 0 if there is no place; and its slot.
 */

export const FIXED_BYTES = 32;
export const SHOWN_BYTES = 2;
/** A bit in `kind` above the 32 kinds. */
export const LASTS = 32;

/** Above the pictures, of which there are as many as kinds at most. */
export const GROUP_BIT = 5;

export function packFixed(store: EventStore, kinds: readonly SymbolStyle[]): ArrayBuffer {
  const { columns, spans } = store;
  const { date, dates, place, places, report, reports, kind } = columns;
  const bytes = new ArrayBuffer(columns.length * FIXED_BYTES);
  // Native byte order, as WebGL expects it.
  const [words, days, single] = [new Uint32Array(bytes), new Int32Array(bytes), new Uint8Array(bytes)];
  const { ofKind } = picturesOf(kinds);
  const styles = kinds.map(({ group }, kind) => ofKind[kind]! | (COLOUR_GROUPS.indexOf(group) << GROUP_BIT));
  for (let position = 0; position < columns.length; position++) {
    const row = spans.order[position]!;
    const at = position * FIXED_BYTES;
    const its = date[row]!;
    const lasts = dates.throughout[its] === 1;
    if (isPlaced(columns, row)) {
      words[at / 4] = worldX(places.lng[place[row]!]!);
      words[at / 4 + 1] = worldY(places.lat[place[row]!]!);
    }
    days[at / 4 + 2] = dates.softEarliest[its]!;
    days[at / 4 + 3] = dates.softLatest[its]!;
    if (lasts) {
      days[at / 4 + 4] = Math.max(sureStart(dates, its), OPEN_START);
      days[at / 4 + 5] = Math.min(sureEnd(dates, its), OPEN_END);
    }
    days[at / 4 + 6] = reports.reportedEarliest[report[row]!]!;
    single[at + 28] = kind[row]! | (lasts ? LASTS : 0);
    single[at + 29] = styles[kind[row]!] ?? 0;
  }
  return bytes;
}

export function packShown({ columns, spans }: EventStore, slots: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(columns.length * SHOWN_BYTES);
  spans.order.forEach((row, position) => {
    const weight = columns.weights.weight[columns.weight[row]!]!;
    bytes[position * SHOWN_BYTES] = isPlaced(columns, row) ? Math.round(4 * weightPx(weight)) : 0;
    bytes[position * SHOWN_BYTES + 1] = slots[row]!;
  });
  return bytes;
}

/** The position of a row in drawing order. */
export function positionOf({ spans: { order, groups } }: EventStore, row: number): number {
  for (const { at, end } of groups) {
    const position = lowerBound(order, row, at, end);
    if (order[position] === row && position < end) return position;
  }
  return -1;
}
