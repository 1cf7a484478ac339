import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { COLOUR_GROUPS, type LngLat } from '../../../model/dataset.ts';
import type { EventColumns } from '../../../model/event-columns.ts';
import { EventStore } from '../../../model/event-store.ts';
import { someRows, type PackedColumns } from '../../../model/packed-columns.ts';
import { lowerBound } from '../../../model/sorted.ts';
import { advance, finished, type Steps } from '../../../model/steps.ts';
import type { Palette } from '../../../ui/palette.ts';
import type { Point } from '../../projection.ts';
import { firstZoomOf, levelAt, squarePx, squareUnits } from './cell-grid.ts';
import { cellsOf, type Cells } from './cells.ts';
import { clusterRadiusPx, groupsOf, rangeText } from './clusters.ts';
import { CountMarks, type CountMark } from './count-marks.ts';
import { blockInView, cellsIn, isCrowded, shareOf } from './crowding.ts';
import type { LayerView } from './layer-view.ts';
import { Picker } from './pick.ts';
import { TimeLayer, type TimeLayerOptions } from './time-layer.ts';
import { currentFrame, fromWorld, projectWorld, type Frame } from './world.ts';

/** As long may a part of building cells take: less than a frame. */
const BUILD_MS = 6;
/** So far into a level its marks have come apart from where those of the level before stood. */
const PARTING_ZOOM = 0.2;
/** As wide as the count of some thousand events. */
const COUNT_PX = 52;
const NUMBERS = 2 * COLOUR_GROUPS.length;

/** The count of a cell, as it is drawn. */
export type Crowd = CountMark & { cell: number };

/**
 * What is at a point: rows, topmost first, and the crowd that they are in, if they are drawn as its count. Those of a
 * crowd are looked for when they are asked for: in all of the window.
 */
export type Hit = { readonly rows: number[]; crowd: Crowd | null };

/** How the cells in view are drawn: `crowded` as counts, the rows of all others as symbols. `asked`: what it follows from. */
type Arrangement = { cells: Cells; inView: readonly number[]; asked: string; readonly crowded: readonly number[] };

export type CellLayerOptions = TimeLayerOptions & {
  /** Called with the rows that are drawn as symbols now, whenever they are others. */
  onarrange?: (symbols: EventStore) => void;
};

/** `TimeLayer` for any number of events: see `CellLayer`. */
export function createCellLayer(
  columns: EventColumns | PackedColumns,
  palette: Palette,
  options: CellLayerOptions = {}
): CellLayer {
  return new CellLayer(options.store ?? new EventStore(columns), palette, options);
}

/**
 * Symbols where they can be told apart, counts by cell where they cannot: each event in view is drawn in one of the two
 * ways. The symbols are a `TimeLayer` of the rows in view. A step of the slider costs what is on screen, not what is in
 * the window.
 *
 * A count stands in its square as near as it can to the mean of its events' places, whatever the day. Zooming in, counts
 * come out of the one that they were a part of, and cells turn into symbols one after the other, each as soon as there is
 * room.
 */
export class CellLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly symbols: TimeLayer;
  view: LayerView = { from: 0, to: -1, asOf: null, hiddenKinds: 0, pastDays: 0 };
  frame: Frame | null = null;
  selected: number | null = null;
  hovered: number | null = null;
  readonly #onarrange: CellLayerOptions['onarrange'];
  readonly #groupOf: readonly number[];
  #palette: Palette;
  #map: MapLibreMap | null = null;
  #marks: CountMarks | null = null;
  #cells: Cells | null = null;
  /** The events as they are to be drawn, of which the cells may be yet to come. */
  #wanted: EventStore;
  /** The level that is being built, of `#wanted`. */
  #building: { level: number; steps: Steps<Cells> } | null = null;
  #inView: { cells: Cells; key: string; list: number[] } | null = null;
  #arrangement: Arrangement | null = null;
  /** The rows that `symbols` has, ascending. */
  #rows: Uint32Array = new Uint32Array(0);
  #picker: Picker;
  #crowds: readonly Crowd[] = [];
  #tallied: { view: LayerView; arrangement: Arrangement; tallies: Uint32Array } | null = null;

  constructor(store: EventStore, palette: Palette, options: CellLayerOptions = {}) {
    this.#wanted = store;
    this.#onarrange = options.onarrange;
    this.#palette = palette;
    this.symbols = new TimeLayer(new EventStore(someRows(store.columns, [])), palette, { ...options, fullSize: true });
    this.id = this.symbols.id;
    this.#groupOf = groupsOf(this.symbols.kinds);
    this.#picker = new Picker(this.symbols);
  }

  /** The events as they are drawn. */
  get store(): EventStore {
    return this.#cells?.store ?? this.#wanted;
  }

  /** Where the counts of the cells in view stand at a zoom, on whatever day they are drawn. */
  countPositions(zoom: number): LngLat[] {
    const { cells, crowded } = this.#arrangement ?? { cells: null, crowded: [] };
    return cells ? crowded.map((cell) => fromWorld(countPosition(cells, cell, zoom))) : [];
  }

  /** The counts of the last frame, the smallest and topmost last. */
  get crowds(): readonly Crowd[] {
    return this.#crowds;
  }

  /** The cells of the last frame. */
  get cells(): Cells | null {
    return this.#cells;
  }

  /** Rows drawn as symbols in the last frame, if they are in the window or past; ascending. */
  get symbolRows(): Uint32Array {
    return this.#rows;
  }

  /**
   * Begins to build the cells of a zoom, in parts. Without it they are built at once in the first frame, which has enough to
   * do.
   */
  prepare(zoom: number): void {
    const level = levelAt(zoom);
    if (!this.#hasCells(level) && this.#building?.level !== level) this.#build(level);
  }

  /** Changes day, window, as-of day or filter. */
  show(view: LayerView): void {
    this.view = view;
    this.symbols.show(view);
    this.#map?.triggerRepaint();
  }

  /** The same events under other reports. Their cells are built in parts: until then, it is drawn as it was. */
  recount(store: EventStore): void {
    if (store === this.#wanted) return;
    this.#wanted = store;
    const level = this.#building?.level ?? this.#cells?.level;
    this.#building = null;
    if (level !== undefined && !this.#hasCells(level)) this.#build(level);
  }

  /** Outlines rows, or the counts that they are in; `null`: none. */
  mark(selected: number | null, hovered: number | null): void {
    if (selected === this.selected && hovered === this.hovered) return;
    this.selected = selected;
    this.hovered = hovered;
    this.#markSymbols();
    this.#map?.triggerRepaint();
  }

  recolour(palette: Palette): void {
    this.#palette = palette;
    this.symbols.recolour(palette);
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.symbols.onAdd(map, gl);
  }

  onRemove(): void {
    this.symbols.onRemove();
    this.#building = null;
    this.#marks?.release();
    this.#marks = null;
    this.#map = null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    this.frame = currentFrame(this.#map!, input);
    this.#arrange(this.#cellsAt(this.frame.zoom), this.frame);
    this.#crowds = this.#count(this.frame.zoom);
    this.symbols.render(gl, input);
    this.#marks ??= new CountMarks(gl);
    this.#marks.draw(this.#crowds, this.frame, this.#palette);
    gl.bindVertexArray(null);
  }

  /** What is drawn at a point in CSS pixels. `slackPx`: tolerance, for fingers. */
  at(point: Point, slackPx = 0): Hit {
    if (!this.frame) return { crowd: null, rows: [] };
    const crowd = this.#crowds.findLast((crowd) => {
      const at = projectWorld(this.frame!, crowd.x, crowd.y);
      return at !== null && Math.hypot(at.x - point.x, at.y - point.y) <= crowd.radiusPx + slackPx;
    });
    const { view } = this;
    const cells = this.#cells!;
    if (crowd) {
      return {
        crowd,
        get rows() {
          return cells.rowsIn(crowd.cell, view);
        }
      };
    }
    return { crowd: null, rows: this.#picker.at(point, slackPx).map((row) => this.#rows[row]!) };
  }

  #hasCells(level: number): boolean {
    return this.#cells?.level === level && this.#cells.store === this.#wanted;
  }

  /** The cells to draw with: those of the zoom's level and of the reports that count, or the last ones until they are built. */
  #cellsAt(zoom: number): Cells {
    const level = levelAt(zoom);
    if (!this.#cells) {
      this.#cells = finished(this.#building?.level === level ? this.#building.steps : cellsOf(this.#wanted, level));
      this.#building = null;
    }
    this.prepare(zoom);
    return this.#cells;
  }

  /**
   * Not in a worker: that would need a copy of the columns, which are larger than the cells. In parts, between which
   * the page answers.
   */
  #build(level: number): void {
    const building = { level, steps: cellsOf(this.#wanted, level) };
    this.#building = building;
    const goOn = () => {
      // Another level is wanted by now, or other reports count.
      if (this.#building !== building) return;
      const done = advance(building.steps, BUILD_MS);
      if (!done) return void setTimeout(goOn);
      this.#building = null;
      this.#cells = done.made;
      this.#map?.triggerRepaint();
    };
    setTimeout(goOn);
  }

  #arrange(cells: Cells, frame: Frame): void {
    const { hiddenKinds } = this.view;
    const { zoom } = frame;
    const share = shareOf(this.store, this.view);
    const inView = this.#cellsInView(cells, frame);
    const last = this.#arrangement;
    const asked = [zoom, hiddenKinds, share].join();
    if (last?.inView === inView && last.asked === asked) return;
    const crowded = inView.filter((cell) => isCrowded(cells, cell, share, zoom, hiddenKinds));
    if (last?.inView === inView && last.crowded.join() === crowded.join()) {
      last.asked = asked;
      return;
    }
    this.#arrangement = { cells, inView, asked, crowded };
    const asSymbols = new Uint8Array(cells.x.length);
    for (const cell of inView) asSymbols[cell] = 1;
    for (const cell of crowded) asSymbols[cell] = 0;
    const rows: number[] = [];
    cells.of.forEach((cell, row) => {
      if (cell >= 0 && asSymbols[cell]) rows.push(row);
    });
    this.#rows = Uint32Array.from(rows);
    this.symbols.replace(new EventStore(someRows(this.store.columns, rows)));
    this.#picker = new Picker(this.symbols);
    this.#markSymbols();
    this.#onarrange?.(this.symbols.store);
  }

  #cellsInView(cells: Cells, frame: Frame): number[] {
    const block = blockInView(frame, cells.level);
    const key = Object.values(block).join();
    if (this.#inView?.cells !== cells || this.#inView.key !== key)
      this.#inView = { cells, key, list: cellsIn(cells, block) };
    return this.#inView.list;
  }

  #markSymbols(): void {
    this.symbols.mark(this.#symbolOf(this.selected), this.#symbolOf(this.hovered));
  }

  #symbolOf(row: number | null): number | null {
    if (row === null) return null;
    const at = lowerBound(this.#rows, row, 0, this.#rows.length);
    return this.#rows[at] === row ? at : null;
  }

  #count(zoom: number): Crowd[] {
    const { view } = this;
    const arrangement = this.#arrangement!;
    const { cells, crowded } = arrangement;
    if (this.#tallied?.view !== view || this.#tallied.arrangement !== arrangement) {
      const tallies = cells.tally(crowded, view, this.#groupOf, COLOUR_GROUPS.length);
      this.#tallied = { view, arrangement, tallies };
    }
    const { tallies } = this.#tallied;
    const selected = this.selected === null ? -1 : cells.of[this.selected]!;
    const crowds = crowded.flatMap((cell, number): Crowd[] => {
      const at = number * NUMBERS;
      let [certain, count] = [0, 0];
      for (let part = at; part < at + NUMBERS; part++) {
        count += tallies[part]!;
        if ((part & 1) === 0) certain += tallies[part]!;
      }
      if (count === 0) return [];
      const [x, y] = countPosition(cells, cell, zoom);
      return [
        {
          cell,
          x,
          y,
          radiusPx: clusterRadiusPx(count, 1),
          text: rangeText(certain, count),
          tallies,
          at,
          count,
          selected: cell === selected
        }
      ];
    });
    return crowds.sort((a, b) => b.count - a.count || a.cell - b.cell);
  }
}

/** Where the count of a cell stands, in world units. */
function countPosition(cells: Cells, cell: number, zoom: number): [x: number, y: number] {
  const apart = Math.min(Math.max((zoom - firstZoomOf(cells.level)) / PARTING_ZOOM, 0), 1);
  const along = (axis: 0 | 1) => {
    const square = (axis === 0 ? cells.x : cells.y)[cell]!;
    const from = within(cells.outer[2 * cell + axis]!, square >>> 1, cells.level - 1, zoom);
    const to = within(cells.middles[2 * cell + axis]!, square, cells.level, zoom);
    return from + apart * (to - from);
  };
  return [along(0), along(1)];
}

/** A coordinate moved into its square, in world units, so that a count covers none of another square. */
function within(at: number, square: number, level: number, zoom: number): number {
  const units = squareUnits(level);
  const edge = units * Math.min(COUNT_PX / squarePx(level, zoom), 1) * 0.5;
  return Math.min(Math.max(at, square * units + edge), (square + 1) * units - edge);
}
