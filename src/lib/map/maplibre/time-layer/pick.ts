import KDBush from 'kdbush';
import type { EventStore } from '../../../model/event-store.ts';
import { isPlaced } from '../../../model/packed-columns.ts';
import { AHEAD, PAST, POSSIBLE } from '../../../model/presence.ts';
import type { Point } from '../../projection.ts';
import { clusterRadiusPx, type Cluster } from './clusters.ts';
import { drawnAs } from './layer-view.ts';
import { MAX_SYMBOL_PX, SLOT_PX, weightPx } from './symbol-style.ts';
import { slotOffset } from './spiderfy.ts';
import type { TimeLayer } from './time-layer.ts';
import { projectWorld, toWorld, unprojectWorld } from './world.ts';

/** The state of the layer that picking needs: its last frame, and what it shows. */
export type Picked = Pick<
  TimeLayer,
  'store' | 'view' | 'frame' | 'scale' | 'spiderLayout' | 'clusters' | 'selected' | 'hovered'
>;

/**
 * Finds the events drawn at a point of the map. It uses the model's predicate, the shader's projection and the layer's
 * drawing order: it finds exactly what is drawn.
 */
export class Picker {
  readonly #layer: Picked;
  /** A spatial index, built on first use. Positions do not depend on the reports, so it never changes. */
  #index: KDBush | null = null;
  #rows: Uint32Array = new Uint32Array(0);

  constructor(layer: Picked) {
    this.#layer = layer;
  }

  /** The rows at a point in CSS pixels, topmost first. `slackPx`: tolerance around a symbol, for fingers. */
  at({ x, y }: Point, slackPx = 0): number[] {
    const { frame, scale } = this.#layer;
    if (!frame) return [];
    const reach = (2 * SLOT_PX + MAX_SYMBOL_PX / 2) * scale + slackPx + 1;
    const cluster = this.#clusterAt(x, y, slackPx);
    const rows = cluster
      ? this.#shownIn(cluster)
      : this.#near({ x, y }, reach).filter((row) => this.#isAt(row, x, y, slackPx));
    return rows.sort((a, b) => this.#above(a, b));
  }

  /** Where a row is drawn and how wide, in CSS pixels; `null` if it is not drawn. */
  circleOf(row: number): (Point & { radius: number }) | null {
    const { store, view, frame, scale, spiderLayout } = this.#layer;
    if (!frame) return null;
    const presence = drawnAs(store, row, view);
    if (presence === AHEAD) return null;
    const at = projectWorld(frame, ...worldOf(store, row));
    if (!at) return null;
    const offset = presence === PAST ? { x: 0, y: 0 } : slotOffset(spiderLayout.slots[row]!);
    const size = presence === PAST ? 0.62 : presence === POSSIBLE ? 0.96 : 1;
    const slotPx = scale * SLOT_PX;
    const { weight, weights } = store.columns;
    return {
      x: at.x + offset.x * slotPx,
      y: at.y + offset.y * slotPx,
      radius: ((Math.round(4 * weightPx(weights.weight[weight[row]!]!)) / 4) * scale * size) / 2
    };
  }

  /**
   * Clusters are drawn over all symbols except those with rings. The topmost one at a point, with all events it counts.
   */
  #clusterAt(x: number, y: number, slackPx: number): Cluster | null {
    const { clusters, frame, scale, store } = this.#layer;
    const isAt = ({ row, count }: Cluster) => {
      const at = projectWorld(frame!, ...worldOf(store, row));
      return at !== null && Math.hypot(at.x - x, at.y - y) <= clusterRadiusPx(count, scale) + slackPx;
    };
    return clusters.findLast(isAt) ?? null;
  }

  #shownIn({ row }: Cluster): number[] {
    const { spiderLayout, store, view } = this.#layer;
    return [...spiderLayout.clusters[spiderLayout.clusterOf[row]!]!].filter(
      (other) => drawnAs(store, other, view) !== AHEAD
    );
  }

  #isAt(row: number, x: number, y: number, slackPx: number): boolean {
    const circle = this.circleOf(row);
    return circle !== null && Math.hypot(circle.x - x, circle.y - y) <= circle.radius + slackPx;
  }

  /** Rows whose place is drawn within `reachPx` of a point, and possibly more. */
  #near({ x, y }: Point, reachPx: number): number[] {
    const index = (this.#index ??= this.#build());
    const corners = [
      [x - reachPx, y - reachPx],
      [x + reachPx, y - reachPx],
      [x - reachPx, y + reachPx],
      [x + reachPx, y + reachPx]
    ].map(([left, top]) => unprojectWorld(this.#layer.frame!, { x: left!, y: top! }));
    // Beyond the horizon the map has no corner: then every place has to be checked.
    if (corners.includes(null)) return [...this.#rows];
    const [xs, ys] = [corners.map((corner) => corner![0]), corners.map((corner) => corner![1])];
    return index.range(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)).map((at) => this.#rows[at]!);
  }

  /** A comparator in the layer's drawing order: negative if `a` is drawn above `b`. */
  #above(a: number, b: number): number {
    const { store, view, selected, hovered } = this.#layer;
    const rank = (row: number) =>
      row === selected ? 4 : row === hovered ? 3 : drawnAs(store, row, view) === PAST ? 1 : 2;
    return rank(b) - rank(a) || spanBits(store, a) - spanBits(store, b) || b - a;
  }

  #build(): KDBush {
    const { store } = this.#layer;
    const rows: number[] = [];
    for (let row = 0; row < store.columns.length; row++) if (isPlaced(store.columns, row)) rows.push(row);
    const index = new KDBush(rows.length, 64, Uint32Array);
    for (const row of rows) index.add(...worldOf(store, row));
    this.#rows = Uint32Array.from(rows);
    return index.finish();
  }
}

/** Equal to the grouping in spans.ts: fewer bits are drawn later. */
function spanBits(store: EventStore, row: number): number {
  return 32 - Math.clz32(store.lastDay(row) - store.firstDay(row));
}

function worldOf({ columns: { place, places } }: EventStore, row: number): [x: number, y: number] {
  return toWorld([places.lng[place[row]!]!, places.lat[place[row]!]!]);
}
