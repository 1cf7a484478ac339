import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { COLOUR_GROUPS, type SymbolStyle } from '../../../model/dataset.ts';
import { OPEN_END, type EventColumns } from '../../../model/event-columns.ts';
import { EventStore } from '../../../model/event-store.ts';
import type { PackedColumns } from '../../../model/packed-columns.ts';
import { stretchOf } from '../../../model/spans.ts';
import type { Palette } from '../../../ui/palette.ts';
import { positionOf } from './buffers.ts';
import { CountMarks, type CountMark } from './count-marks.ts';
import type { ClusterCounts } from './cluster-counts.ts';
import { clusterCounts, clusterMarks, clustersIn, type Cluster } from './clusters.ts';
import { GpuRows } from './gpu-rows.ts';
import type { LayerView } from './layer-view.ts';
import { groupColours, rgb, SHAPES, SLOT_PX, symbolScale } from './symbol-style.ts';
import { makeProgram, placeIn, type Program } from './program.ts';
import { shadersOf, type Target } from './shaders.ts';
import { sharedPlaces, spiderfy, type SpiderLayout } from './spiderfy.ts';
import { makeSymbols, type Symbols } from './symbols.ts';
import { currentFrame, toWorld, WORLD, type Frame } from './world.ts';

export type TimeLayerOptions = {
  id?: string;
  /** By index of the kind; without it, every kind gets a different shape. No more than 32. */
  kinds?: readonly SymbolStyle[];
  /** The store of the columns, if the caller has one already. */
  store?: EventStore;
  /** Symbols in full size at any zoom: the caller sees to it that they are few. */
  fullSize?: boolean;
};

/**
 * A time layer for any MapLibre map in Web Mercator: `map.addLayer(createTimeLayer(columns, palette))`, then `show`.
 */
export function createTimeLayer(
  columns: EventColumns | PackedColumns,
  palette: Palette,
  options: TimeLayerOptions = {}
): TimeLayer {
  return new TimeLayer(options.store ?? new EventStore(columns), palette, options);
}

const ANY_KIND: readonly SymbolStyle[] = SHAPES.map((shape, at) => ({
  shape,
  group: COLOUR_GROUPS[at % COLOUR_GROUPS.length]!
}));
const FOREVER_DAYS = 1e9;

/** Resources of one WebGL context; recreated for another context. */
type Made = { rows: GpuRows; symbols: Symbols; clusters: CountMarks; programs: Map<Target, Program> };

/**
 * Events as symbols on a WebGL layer of MapLibre. A step of the slider calls `show`, which sets uniforms and repaints
 * once, whatever the number of events; only the ranges of the buffers are drawn that contain events of the window.
 *
 * Past events are drawn below those in the window. Among the latter, events known to the day are above the others, and
 * later ones above earlier ones. Selected and hovered symbols come last. `Picker` uses the same order.
 */
export class TimeLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  store: EventStore;
  view: LayerView = { from: 0, to: -1, asOf: null, hiddenKinds: 0, pastDays: 0 };
  /** The camera of the last frame; `null` before the first. */
  frame: Frame | null = null;
  selected: number | null = null;
  hovered: number | null = null;
  readonly kinds: readonly SymbolStyle[];
  #palette: Palette;
  #map: MapLibreMap | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #made: Made | null = null;
  #places: Uint32Array[] | null = null;
  #spiderLayout: { key: string; layout: SpiderLayout; counts: ClusterCounts } | null = null;
  #clusters: { view: LayerView; spiderLayout: SpiderLayout; clusters: Cluster[] } | null = null;
  #marks: { clusters: readonly Cluster[]; scale: number; marks: CountMark[] } | null = null;
  #waiting: ((draw: (target: Target) => void) => void)[] = [];
  readonly #fullSize: boolean;
  readonly #overviewZoom: number;

  constructor(
    store: EventStore,
    palette: Palette,
    { id = 'time-layer', kinds = ANY_KIND, fullSize = false }: TimeLayerOptions = {}
  ) {
    this.id = id;
    this.store = store;
    this.kinds = kinds;
    this.#palette = palette;
    this.#fullSize = fullSize;
    this.#overviewZoom = overviewZoomOf(store.columns);
  }

  /** Changes day, window, as-of day or filter. */
  show(view: LayerView): void {
    this.view = view;
    this.#map?.triggerRepaint();
  }

  /** The same events under other reports: the buffers are packed again. */
  recount(store: EventStore): void {
    this.store = store;
    this.#spiderLayout = null;
    this.#made?.rows.pack(store, this.kinds);
    this.#map?.triggerRepaint();
  }

  /** Other events. Call `mark` after it: rows have other numbers. */
  replace(store: EventStore): void {
    this.#places = null;
    this.recount(store);
  }

  /** Draws rings around rows; `null`: none. */
  mark(selected: number | null, hovered: number | null): void {
    if (selected === this.selected && hovered === this.hovered) return;
    this.selected = selected;
    this.hovered = hovered;
    this.#map?.triggerRepaint();
  }

  recolour(palette: Palette): void {
    this.#palette = palette;
    this.#map?.triggerRepaint();
  }

  /** The scale of symbols in this frame. */
  get scale(): number {
    return this.#fullSize ? 1 : symbolScale(this.store.columns.length, this.frame?.zoom ?? 0, this.#overviewZoom);
  }

  /** The slot of each event, cached per length of the window and set of hidden kinds; it does not depend on the day. */
  get spiderLayout(): SpiderLayout {
    const { from, to, hiddenKinds } = this.view;
    const key = `${to - from} ${hiddenKinds}`;
    if (this.#spiderLayout?.key !== key) {
      this.#places ??= sharedPlaces(this.store);
      const spiderLayout = spiderfy(this.store, this.#places, this.view);
      this.#spiderLayout = { key, layout: spiderLayout, counts: clusterCounts(this.store, spiderLayout, this.kinds) };
    }
    return this.#spiderLayout.layout;
  }

  /** The places whose events are shown as counts in this view. */
  get clusters(): readonly Cluster[] {
    const { view, spiderLayout } = this;
    if (this.#clusters?.view !== view || this.#clusters.spiderLayout !== spiderLayout) {
      this.#clusters = { view, spiderLayout, clusters: clustersIn(this.#spiderLayout!.counts, spiderLayout, view) };
    }
    return this.#clusters.clusters;
  }

  get #clusterMarks(): readonly CountMark[] {
    const { clusters, scale } = this;
    if (this.#marks?.clusters !== clusters || this.#marks.scale !== scale)
      this.#marks = { clusters, scale, marks: clusterMarks(this.store, clusters, scale) };
    return this.#marks.marks;
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#gl = gl;
  }

  /** Called when the layer or the context is removed; added again, the layer recreates its resources. */
  onRemove(): void {
    const gl = this.#gl;
    if (gl && this.#made) {
      this.#made.rows.release();
      this.#made.clusters.release();
      gl.deleteTexture(this.#made.symbols.texture);
      for (const { program } of this.#made.programs.values()) gl.deleteProgram(program);
    }
    this.#made = null;
    this.#map = null;
    this.#gl = null;
  }

  /**
   * Runs in the next frame, with a function that draws the rows into another target. Used to read back what is drawn.
   */
  inNextFrame<T>(run: (gl: WebGL2RenderingContext, draw: (target: Target) => void) => T): Promise<T> {
    return new Promise((resolve) => {
      this.#waiting.push((draw) => resolve(run(this.#gl!, draw)));
      this.#map?.triggerRepaint();
    });
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const map = this.#map!;
    // Not in onAdd: MapLibre does not expect changes of the WebGL state there.
    const made = (this.#made ??= {
      rows: new GpuRows(gl, this.store, this.kinds),
      symbols: makeSymbols(gl, map.getPixelRatio(), this.kinds),
      clusters: new CountMarks(gl),
      programs: new Map()
    });
    this.frame = currentFrame(map, input);
    if (made.symbols.pixelRatio !== this.frame.pixelRatio) {
      gl.deleteTexture(made.symbols.texture);
      made.symbols = makeSymbols(gl, this.frame.pixelRatio, this.kinds);
    }
    made.rows.setLayout(this.store, this.spiderLayout);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    made.rows.bind();
    this.#drawAll(gl, made, 'symbols');
    made.clusters.draw(this.#clusterMarks, this.frame, this.#palette);
    made.rows.bind();
    for (const [row, alpha] of [
      [this.hovered, 0.55],
      [this.selected, 1]
    ] as const) {
      if (row === null) continue;
      this.#drawRow(gl, made, 'rings', row, alpha);
      this.#drawRow(gl, made, 'symbols', row);
    }
    for (const run of this.#waiting.splice(0)) run((target) => this.#drawAll(gl, made, target));
    gl.bindVertexArray(null);
  }

  #drawAll(gl: WebGL2RenderingContext, made: Made, target: Target): void {
    const { from, to, pastDays } = this.view;
    const program = this.#use(gl, made, target);
    const { spans } = this.store;
    if (pastDays > 0) {
      gl.uniform1i(program.at('u_past'), 1);
      for (const group of spans.groups) drawStretch(gl, stretchOf(spans, group, from - pastDays, from - 1));
    }
    gl.uniform1i(program.at('u_past'), 0);
    for (const group of spans.groups) drawStretch(gl, stretchOf(spans, group, from, to));
  }

  #drawRow(gl: WebGL2RenderingContext, made: Made, target: Target, row: number, alpha = 1): void {
    const program = this.#use(gl, made, target);
    gl.uniform4f(program.at('u_ring'), ...rgb(this.#palette.ink), alpha);
    const position = positionOf(this.store, row);
    for (const past of [1, 0]) {
      gl.uniform1i(program.at('u_past'), past);
      gl.drawArrays(gl.POINTS, position, 1);
    }
  }

  #use(gl: WebGL2RenderingContext, made: Made, target: Target): Program {
    let program = made.programs.get(target);
    if (!program) made.programs.set(target, (program = makeProgram(gl, shadersOf(target))));
    const { at } = program;
    const { size, pixelRatio } = this.frame!;
    const { from, to, asOf, hiddenKinds, pastDays } = this.view;
    gl.useProgram(program.program);
    placeIn(this.frame!, gl, at);
    gl.uniform2f(at('u_size'), size.width, size.height);
    gl.uniform1f(at('u_ratio'), pixelRatio);
    gl.uniform1f(at('u_scale'), this.scale);
    gl.uniform1f(at('u_slot'), this.scale * SLOT_PX);
    gl.uniform2i(at('u_window'), from, to);
    gl.uniform1i(at('u_as_of'), asOf ?? OPEN_END - 1);
    gl.uniform1ui(at('u_hidden'), hiddenKinds);
    gl.uniform1f(at('u_past_days'), Math.min(pastDays, FOREVER_DAYS));
    gl.uniform3fv(at('u_colours'), groupColours(this.#palette));
    gl.uniform3f(at('u_paper'), ...rgb(this.#palette.paper));
    gl.uniform2i(at('u_pixels'), gl.drawingBufferWidth, gl.drawingBufferHeight);
    const { px, texels, perBand, bandHeight } = made.symbols.steps;
    gl.uniform2i(at('u_step'), px, texels);
    gl.uniform2i(at('u_band'), perBand, bandHeight);
    gl.uniform1i(at('u_grid'), rowsPictureSide(this.store.columns.length));
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, made.symbols.texture);
    gl.uniform1i(at('u_pictures'), 0);
    return program;
  }
}

/** Side of the square in which `rows` draws a pixel for each row. */
export const rowsPictureSide = (rows: number) => Math.max(Math.ceil(Math.sqrt(rows)), 1);

function drawStretch(gl: WebGL2RenderingContext, [at, end]: [number, number]): void {
  if (end > at) gl.drawArrays(gl.POINTS, at, end - at);
}

/** The zoom at which all places fit into the width of a tile. */
function overviewZoomOf({ places: { lng, lat } }: PackedColumns): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let place = 0; place < lng.length; place++) {
    if (Number.isNaN(lng[place])) continue;
    west = Math.min(west, lng[place]!);
    east = Math.max(east, lng[place]!);
    south = Math.min(south, lat[place]!);
    north = Math.max(north, lat[place]!);
  }
  if (west > east) return 0;
  const [left, top] = toWorld([west, north]);
  const [right, bottom] = toWorld([east, south]);
  const share = Math.max(right - left, bottom - top, 1) / WORLD;
  return -Math.log2(share);
}
