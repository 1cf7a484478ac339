import type { EventStore } from '../../model/event-store.ts';
import type { LayerView } from './layer-view.ts';
import { GROUPS, type KindLook } from './looks.ts';
import { crowdTallies, type Spread } from './spread.ts';

/** A place whose events are counted. `shares`: of its events, by group the certain and the possible; they add up to 1. */
export type Crowd = { row: number; count: number; shares: number[] };

const GROUP_NUMBERS = 2 * GROUPS.length;

/** The crowds with at least two events in the window, the largest first, so that the smaller are drawn above them. */
export function crowdsIn(store: EventStore, view: LayerView, spread: Spread, kinds: readonly KindLook[]): Crowd[] {
  const groups = kinds.map(({ group }) => GROUPS.indexOf(group));
  const tallies = crowdTallies(store, view, spread, (kind) => groups[kind] ?? 0, GROUPS.length);
  const crowds = spread.crowds.flatMap((rows, at) => {
    const numbers = [...tallies.subarray(at * GROUP_NUMBERS, (at + 1) * GROUP_NUMBERS)];
    const count = numbers.reduce((total, number) => total + number, 0);
    // One alone is drawn as itself.
    return count < 2 ? [] : [{ row: rows[0]!, count, shares: numbers.map((number) => number / count) }];
  });
  return crowds.sort((a, b) => b.count - a.count);
}

const SMALLEST_PX = 15.5;

/** Wide enough to cover any symbol under it. */
export function crowdRadiusPx(count: number, scale: number): number {
  return (SMALLEST_PX + 3 * Math.log10(count)) * scale;
}

/** "500", "12k", "3M": at most four letters. */
export function countText(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1_000_000 ? `${Math.floor(count / 1000)}k` : `${Math.floor(count / 1_000_000)}M`;
}
