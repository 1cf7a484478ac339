import { COLOUR_GROUPS, type SymbolStyle } from '../../../model/dataset.ts';
import { MAX_KINDS } from '../../../model/event-columns.ts';
import type { EventStore } from '../../../model/event-store.ts';
import type { LayerView } from './layer-view.ts';
import { ClusterCounts } from './cluster-counts.ts';
import type { CountMark } from './count-marks.ts';
import type { SpiderLayout } from './spiderfy.ts';
import { worldX, worldY } from './world.ts';

/** A place whose events are shown as a count. `tallies` from `at` on: per group the certain and the possible ones. */
export type Cluster = { row: number; count: number; tallies: Uint32Array; at: number };

const GROUP_NUMBERS = 2 * COLOUR_GROUPS.length;

/**
 * Counts the clusters of a spider layout by the groups of their kinds; a kind without a style counts as the first
 * group.
 */
export function clusterCounts(
  store: EventStore,
  spiderLayout: SpiderLayout,
  kinds: readonly SymbolStyle[]
): ClusterCounts {
  return new ClusterCounts(store, spiderLayout, groupsOf(kinds), COLOUR_GROUPS.length);
}

/** By kind, the number of its colour group. */
export const groupsOf = (kinds: readonly SymbolStyle[]): number[] =>
  Array.from({ length: MAX_KINDS }, (_, kind) => (kinds[kind] ? COLOUR_GROUPS.indexOf(kinds[kind].group) : 0));

/** The clusters with at least two events in the window, the largest first, so that smaller ones are drawn above. */
export function clustersIn(counts: ClusterCounts, spiderLayout: SpiderLayout, view: LayerView): Cluster[] {
  const tallies = counts.tally(view);
  const clusters: Cluster[] = [];
  spiderLayout.clusters.forEach((rows, at) => {
    const start = at * GROUP_NUMBERS;
    let count = 0;
    for (let number = start; number < start + GROUP_NUMBERS; number++) count += tallies[number]!;
    // A single event is drawn as its own symbol.
    if (count > 1) clusters.push({ row: rows[0]!, count, tallies, at: start });
  });
  return clusters.sort((a, b) => b.count - a.count);
}

const MIN_RADIUS_PX = 15.5;

/** Large enough to cover any symbol below it. */
export function clusterRadiusPx(count: number, scale: number): number {
  return (MIN_RADIUS_PX + 3 * Math.log10(count)) * scale;
}

/** "500", "12k", "3M": at most four letters. */
export function countText(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1_000_000 ? `${Math.floor(count / 1000)}k` : `${Math.floor(count / 1_000_000)}M`;
}

/** "4–6", "987–2k", "12k–13k": bounds that hold the true ones, at most seven letters; a single number where there is one. */
export function rangeText(certain: number, most: number): string {
  if (certain === most) return countText(most);
  const bound = (count: number, round: (value: number) => number) => {
    const [unit, letter] = count < 1000 ? [1, ''] : count < 1_000_000 ? [1000, 'k'] : [1_000_000, 'M'];
    return `${round(count / unit)}${letter}`;
  };
  return `${bound(certain, Math.floor)}–${bound(most, Math.ceil)}`;
}

/** The clusters as marks, largest first. */
export function clusterMarks({ columns }: EventStore, clusters: readonly Cluster[], scale: number): CountMark[] {
  const { place, places } = columns;
  return clusters.map(({ row, count, tallies, at }) => ({
    x: worldX(places.lng[place[row]!]!),
    y: worldY(places.lat[place[row]!]!),
    radiusPx: clusterRadiusPx(count, scale),
    text: countText(count),
    tallies,
    at,
    count
  }));
}
