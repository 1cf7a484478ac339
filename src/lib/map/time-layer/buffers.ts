import { OPEN_END, OPEN_START } from '../../model/event-columns.ts';
import type { EventStore } from '../../model/event-store.ts';
import { lowerBound } from '../../model/sorted.ts';
import { sureEnd, sureStart } from '../../model/presence.ts';
import { GROUPS, SHAPES, weightPx, type KindLook } from './looks.ts';
import { toWorld } from './world.ts';

/*
 * What a vertex shader needs of each row, in drawing order. `fixed` changes with the data alone:
 *
 *   0  place      2 × uint32  world units
 *   8  days       4 × int16   softEarliest, softLatest, and the first and last day surely covered
 *   16 reported   int16       the day from which a report may have been out
 *   18 kind       uint8       kind, and LASTS where the event lasted throughout its date
 *   19 look       uint8       shape, and colour group in the upper four bits
 *
 * `shown` is 2 bytes: the width of the symbol in quarters of a pixel, 0 where there is no place; and its slot.
 */

export const FIXED_BYTES = 20;
export const SHOWN_BYTES = 2;
/** In `kind`: beside the 32 kinds. */
export const LASTS = 32;

export function packFixed(store: EventStore, kinds: readonly KindLook[]): ArrayBuffer {
  const { columns, spans } = store;
  const bytes = new ArrayBuffer(columns.length * FIXED_BYTES);
  const view = new DataView(bytes);
  const looks = kinds.map(({ shape, group }) => SHAPES.indexOf(shape) | (GROUPS.indexOf(group) << 4));
  spans.order.forEach((row, position) => {
    const at = position * FIXED_BYTES;
    const lasts = columns.throughout[row] === 1;
    const placed = !Number.isNaN(columns.lng[row]);
    const [x, y] = placed ? toWorld([columns.lng[row]!, columns.lat[row]!]) : [0, 0];
    view.setUint32(at, x, true);
    view.setUint32(at + 4, y, true);
    view.setInt16(at + 8, columns.softEarliest[row]!, true);
    view.setInt16(at + 10, columns.softLatest[row]!, true);
    view.setInt16(at + 12, lasts ? Math.max(sureStart(columns, row), OPEN_START) : 0, true);
    view.setInt16(at + 14, lasts ? Math.min(sureEnd(columns, row), OPEN_END) : 0, true);
    view.setInt16(at + 16, columns.reportedEarliest[row]!, true);
    view.setUint8(at + 18, columns.kind[row]! | (lasts ? LASTS : 0));
    view.setUint8(at + 19, looks[columns.kind[row]!] ?? 0);
  });
  return bytes;
}

export function packShown({ columns, spans }: EventStore, slots: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(columns.length * SHOWN_BYTES);
  spans.order.forEach((row, position) => {
    bytes[position * SHOWN_BYTES] = Number.isNaN(columns.lng[row]) ? 0 : Math.round(4 * weightPx(columns.weight[row]!));
    bytes[position * SHOWN_BYTES + 1] = slots[row]!;
  });
  return bytes;
}

/** Where a row is in drawing order. */
export function positionOf({ spans: { order, groups } }: EventStore, row: number): number {
  for (const { at, end } of groups) {
    const position = lowerBound(order, row, at, end);
    if (order[position] === row && position < end) return position;
  }
  return -1;
}
