import { OPEN_END, OPEN_START } from '../../../model/event-columns.ts';
import type { EventStore } from '../../../model/event-store.ts';
import { CERTAIN, presenceOf, sureEnd, sureStart } from '../../../model/presence.ts';
import { lowerBound } from '../../../model/sorted.ts';
import type { LayerView } from './layer-view.ts';
import { CLUSTER, type SpiderLayout } from './spiderfy.ts';

/**
 * How many events of each cluster are in a window, by colour group: certain and possible alternating, `2 * groups`
 * numbers per cluster. Built for one spider layout, that is, for one length of the window and set of hidden kinds.
 *
 * Time of a tally: if all reports count, O(clusters * groups * log n), however many are in the window; with an as-of
 * day O(log n + rows in the window).
 */
export class ClusterCounts {
  readonly #store: EventStore;
  readonly #spiderLayout: SpiderLayout;
  readonly #groups: number;
  readonly #groupOf: readonly number[];
  /** Built on first use; never needed with an as-of day. */
  #days: Days | null = null;

  /** `groupOf`: the group of each kind, below `groups`. */
  constructor(store: EventStore, spiderLayout: SpiderLayout, groupOf: readonly number[], groups: number) {
    this.#store = store;
    this.#spiderLayout = spiderLayout;
    this.#groupOf = groupOf;
    this.#groups = groups;
  }

  tally(view: LayerView): Uint32Array {
    const { clusters } = this.#spiderLayout;
    const tallies = new Uint32Array(clusters.length * 2 * this.#groups);
    if (clusters.length === 0) return tallies;
    if (view.asOf === null) this.#addAll(tallies, view);
    else this.#addEach(tallies, view);
    return tallies;
  }

  #addEach(tallies: Uint32Array, view: LayerView): void {
    const { slots } = this.#spiderLayout;
    const { date, dates } = this.#store.columns;
    this.#store.forEachIn(view, (row) => {
      if (slots[row] !== CLUSTER) return;
      const isCertain = presenceOf(dates, date[row]!, view.from, view.to) === CERTAIN;
      tallies[2 * this.#cellOf(row) + (isCertain ? 0 : 1)]!++;
    });
  }

  /** Each row is shown, and certain, in one range of windows of that length: count those begun minus those ended. */
  #addAll(tallies: Uint32Array, view: LayerView): void {
    const { shown, certain } = (this.#days ??= this.#sortDays(view));
    for (let cell = 0; cell < tallies.length / 2; cell++) {
      const sure = countIn(certain, cell, view);
      tallies[2 * cell] = sure;
      tallies[2 * cell + 1] = countIn(shown, cell, view) - sure;
    }
  }

  /** The index of a cluster and group. */
  #cellOf(row: number): number {
    return this.#spiderLayout.clusterOf[row]! * this.#groups + this.#groupOf[this.#store.columns.kind[row]!]!;
  }

  #sortDays({ from, to, hiddenKinds }: LayerView): Days {
    const { length, kind, date, dates, report, reports } = this.#store.columns;
    const { softEarliest, softLatest, throughout } = dates;
    const { slots, clusters } = this.#spiderLayout;
    const cells = clusters.length * this.#groups;
    // No window reaches from one open end to the other.
    const isNeverSure = (at: number) => sureStart(dates, at) > sureEnd(dates, at);
    // By row, not by cluster: the columns are then read sequentially.
    const stretches = (firstOf: (date: number) => number, lastOf: (date: number) => number): Stretches => {
      const bounds = new Uint32Array(cells + 1);
      const forEach = (visit: (cell: number, row: number) => void) => {
        for (let row = 0; row < length; row++) {
          if (slots[row] !== CLUSTER || (hiddenKinds >>> kind[row]!) & 1) continue;
          if (reports.reportedEarliest[report[row]!] === OPEN_END) continue;
          if (firstOf(date[row]!) - to <= lastOf(date[row]!) - from) visit(this.#cellOf(row), row);
        }
      };
      forEach((cell) => bounds[cell + 1]!++);
      for (let cell = 1; cell <= cells; cell++) bounds[cell]! += bounds[cell - 1]!;
      const next = bounds.slice();
      const firsts = new Int32Array(bounds[cells]!);
      const lasts = new Int32Array(bounds[cells]!);
      forEach((cell, row) => {
        const at = next[cell]!++;
        firsts[at] = firstOf(date[row]!);
        lasts[at] = lastOf(date[row]!);
      });
      for (let cell = 0; cell < cells; cell++) {
        firsts.subarray(bounds[cell], bounds[cell + 1]).sort();
        lasts.subarray(bounds[cell], bounds[cell + 1]).sort();
      }
      return { firsts, lasts, bounds };
    };
    return {
      shown: stretches(
        (at) => softEarliest[at]!,
        (at) => softLatest[at]!
      ),
      // An event within its date is certain while the window contains the whole date: from its end on, until its start
      // is left.
      certain: stretches(
        (at) => (!throughout[at] ? softLatest[at]! : isNeverSure(at) ? OPEN_END : sureStart(dates, at)),
        (at) => (!throughout[at] ? softEarliest[at]! : isNeverSure(at) ? OPEN_START : sureEnd(dates, at))
      )
    };
  }
}

/**
 * Per cell, sorted: the day that the end of the window must have reached, and the day that its start must not have
 * passed. Only rows for which there is such a window.
 */
type Stretches = { firsts: Int32Array; lasts: Int32Array; bounds: Uint32Array };
type Days = { shown: Stretches; certain: Stretches };

function countIn({ firsts, lasts, bounds }: Stretches, cell: number, { from, to }: LayerView): number {
  const [at, end] = [bounds[cell]!, bounds[cell + 1]!];
  return lowerBound(firsts, to + 1, at, end) - lowerBound(lasts, from, at, end);
}
