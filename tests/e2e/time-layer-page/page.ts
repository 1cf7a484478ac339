import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { drawnRows, readRows, rowsAt } from './read-back.ts';
import { CellLayer } from '../../../src/lib/map/maplibre/time-layer/cell-layer.ts';
import { levelAt } from '../../../src/lib/map/maplibre/time-layer/cell-grid.ts';
import { projectWorld, toWorld } from '../../../src/lib/map/maplibre/time-layer/world.ts';
import { createTimeLayer, type TimeLayer } from '../../../src/lib/map/maplibre/time-layer/time-layer.ts';
import { Picker } from '../../../src/lib/map/maplibre/time-layer/pick.ts';
import { PrecisionLayer } from '../../../src/lib/map/maplibre/time-layer/precision-layer.ts';
import {
  COLOUR_GROUPS,
  type Dataset,
  type Site,
  type SymbolShape,
  type SymbolStyle
} from '../../../src/lib/model/dataset.ts';
import type { EventColumns } from '../../../src/lib/model/event-columns.ts';
import { EventStore } from '../../../src/lib/model/event-store.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { packColumns } from '../../../src/lib/model/pack-columns.ts';
import { isPlaced, type PackedColumns } from '../../../src/lib/model/packed-columns.ts';
import { placesOf } from '../../../src/lib/model/places.ts';
import { sceneAt } from '../../../src/lib/model/scene.ts';
import type { ViewState } from '../../../src/lib/model/view.ts';
import { badgePath, badgeRoom } from '../../../src/lib/server/geodata/badge.ts';
import { GLYPHS } from '../../../src/lib/ui/glyphs.ts';
import { palettes, type Theme } from '../../../src/lib/ui/palette.ts';
import { perFrame } from '../../../src/lib/time/frame.ts';
import { numbers } from '../../unit/random-view.ts';
import { syntheticColumns } from '../../synthetic/generate.ts';
import { randomColumns, type RandomColumns } from '../../unit/model/random-columns.ts';

/*
 * A map with nothing but the time layer, for tests to drive: `window.page`.
 */

setWorkerUrl(new URL(workerUrl, document.baseURI).href);

const WIDTH = 480;
const HEIGHT = 360;
const PRESENCES = ['ahead', 'past', 'possible', 'certain'];

type Camera = { center: [number, number]; zoom: number; bearing?: number; pitch?: number };

const paper = (theme: Theme) => ({
  version: 8 as const,
  sources: {},
  layers: [{ id: 'paper', type: 'background' as const, paint: { 'background-color': palettes[theme].land } }]
});

function lngLatOf({ columns: { place, places } }: EventStore, row: number): [lng: number, lat: number] {
  return [places.lng[place[row]!]!, places.lat[place[row]!]!];
}

class Page {
  map!: MapLibreMap;
  layer!: TimeLayer;
  /** Of `openMany`; `layer` is then that of its symbols. */
  many!: CellLayer;
  precision!: PrecisionLayer;
  picker!: Picker;

  async #openMap(camera: Camera, theme: Theme) {
    this.map?.remove();
    this.map = new MapLibreMap({
      container: 'map',
      style: paper(theme),
      ...camera,
      fadeDuration: 0,
      attributionControl: false,
      maxPitch: 70
    });
    await this.map.once('load');
  }

  async open(
    columns: EventColumns | PackedColumns,
    camera: Camera,
    theme: Theme = 'light',
    kinds?: readonly SymbolStyle[],
    store = new EventStore(columns)
  ) {
    await this.#openMap(camera, theme);
    this.layer = createTimeLayer(columns, palettes[theme], { store, ...(kinds ? { kinds } : {}) });
    this.precision = new PrecisionLayer(store, palettes[theme], this.layer.kinds);
    this.picker = new Picker(this.layer);
    this.map.addLayer(this.precision);
    this.map.addLayer(this.layer);
  }

  openRandom = (seed: number, shape: RandomColumns, camera: Camera, theme?: Theme) =>
    this.open(randomColumns(shape, numbers(seed)), camera, theme);

  /** Towns, roads between them, and little else. */
  async openMany(rows: number, camera: Camera, theme: Theme = 'light') {
    await this.#openMap(camera, theme);
    const columns = syntheticColumns({ rows, seed: 7 });
    this.many = new CellLayer(new EventStore(packColumns(columns)), palettes[theme]);
    this.layer = this.many.symbols;
    this.map.addLayer(this.many);
  }

  /** Moves the map of `openMany`, and waits until the cells of the new zoom are there. */
  async moveTo(camera: Camera) {
    this.map.jumpTo({ bearing: 0, pitch: 0, ...camera });
    do await this.drawn();
    while (this.many.cells?.level !== levelAt(camera.zoom));
  }

  /** How the rows of `openMany` are drawn: `expected` are in the window and in the frame. */
  async ways() {
    const { many, layer } = this;
    const symbols = (await this.drawn()).map((row) => many.symbolRows[row]!);
    const { event } = many.store.columns;
    const inFrame = (row: number) => {
      const at = projectWorld(many.frame!, ...toWorld(lngLatOf(many.store, row)));
      return at !== null && at.x > 0 && at.y > 0 && at.x < WIDTH && at.y < HEIGHT;
    };
    const positions = many
      .countPositions(many.frame!.zoom)
      .map((lngLat) => projectWorld(many.frame!, ...toWorld(lngLat)));
    const crowds = many.crowds.map((crowd) => {
      const rows = many.cells!.rowsIn(crowd.cell, layer.view);
      const at = projectWorld(many.frame!, crowd.x, crowd.y)!;
      const hit = many.at(at);
      // Another may be drawn above the middle of this one.
      const picked = hit.crowd === crowd ? hit.rows : rows;
      const offPx = Math.min(
        ...positions.map((other) => (other ? Math.hypot(other.x - at.x, other.y - at.y) : Infinity))
      );
      return { count: crowd.count, events: new Set(rows.map((row) => event.at(row))).size, rows, picked, offPx };
    });
    return { expected: many.store.rowsIn(layer.view).filter(inFrame), symbols, crowds };
  }

  /** All at one place, a few days each. */
  openCluster(events: number, camera: Camera, theme?: Theme) {
    const columns = randomColumns({ events, kinds: 11, places: 1, days: 60, firstDay: 19_500 }, numbers(3));
    columns.lng.fill(camera.center[0]);
    columns.lat.fill(camera.center[1]);
    return this.open(columns, camera, theme);
  }

  /** 32 kinds, most of them with a shape that others have, and a badge in it. */
  openBadges(camera: Camera, theme?: Theme) {
    const carriers = (Object.keys(GLYPHS) as SymbolShape[]).filter((shape) => badgeRoom(shape) > 0);
    const kinds = [...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'].map((letter, at): SymbolStyle => {
      const shape = carriers[at % carriers.length]!;
      const detail = at < carriers.length ? undefined : badgePath(shape, letter)!;
      return { shape, group: COLOUR_GROUPS[at % COLOUR_GROUPS.length]!, detail };
    });
    const shape = { events: 300, kinds: 32, places: 40, days: 40, firstDay: 19_300 };
    return this.open(randomColumns(shape, numbers(5)), camera, theme, kinds);
  }

  /** Takes effect in the next frame, which reading back waits for. */
  show(view: TimeLayer['view']) {
    this.precision.show(this.layer.store, view);
    this.layer.show(view);
  }

  drawn = () => drawnRows(this.layer);

  /** Of rows, those whose symbol is in the picture. */
  inPicture = (rows: readonly number[]) =>
    rows.filter((row) => {
      const circle = this.picker.circleOf(row);
      return circle !== null && circle.x > 0 && circle.y > 0 && circle.x < WIDTH && circle.y < HEIGHT;
    });

  /** Rows that a pick finds at the middle of any row's own symbol. */
  pickable(): number[] {
    const found = new Set<number>();
    for (let row = 0; row < this.layer.store.columns.length; row++) {
      const circle = this.picker.circleOf(row);
      if (circle) for (const hit of this.picker.at(circle)) found.add(hit);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** At random points near symbols, what is drawn topmost and what is picked; points too near to an edge are left out. */
  async topmost(points: number) {
    const random = numbers(17);
    const rows = this.inPicture(Array.from({ length: this.layer.store.columns.length }, (_, row) => row));
    const asked: { x: number; y: number }[] = [];
    for (let tries = 0; asked.length < points && tries < points * 20; tries++) {
      const circle = this.picker.circleOf(rows[Math.floor(random.next().value * rows.length)]!);
      if (!circle) continue;
      const x = Math.floor(circle.x + (random.next().value - 0.5) * 30) + 0.5;
      const y = Math.floor(circle.y + (random.next().value - 0.5) * 30) + 0.5;
      if (x < 1 || y < 1 || x > WIDTH - 1 || y > HEIGHT - 1) continue;
      const picked = (slack: number) => this.picker.at({ x, y }, slack)[0] ?? -1;
      if (picked(1.5) === picked(-1.5) || picked(1.5) === -1) asked.push({ x, y });
    }
    const drawn = await rowsAt(this.layer, asked);
    return asked.map((point, at) => ({ drawn: drawn[at]!, picked: this.picker.at(point)[0] ?? -1 }));
  }

  /** Moves as a fast hand does, one day for each frame, and says what each frame then showed: its day, and its events by the shader. */
  async drag(days: readonly number[], windowDays: number) {
    const shown: { day: number; drawn: number; expected: number }[] = [];
    const scrub = perFrame<number>((day) => {
      const view = { from: day - windowDays + 1, to: day, asOf: null, hiddenKinds: 0, pastDays: 0 };
      this.show(view);
      void this.layer.inNextFrame((gl, draw) => {
        const { view: now, store } = this.layer;
        const placed = store.rowsIn(now).filter((row) => isPlaced(store.columns, row));
        shown.push({ day: now.to, drawn: readRows(this.layer, gl, draw).length, expected: placed.length });
      });
    });
    for (const day of days) {
      scrub(day);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await this.drawn();
    return shown;
  }

  /** For each view of a dataset: events and sites as the scene has them, as they are drawn, and as they can be picked. */
  async compare(dataset: Dataset, views: readonly ViewState[]) {
    const index = indexDataset(dataset);
    const [west, south, east, north] = dataset.info.bounds;
    const camera: Camera = { center: [(west + east) / 2, (south + north) / 2], zoom: 8 };
    await this.open(index.store.reported([]).columns, camera, 'light', dataset.codes.kinds);
    return this.layer.inNextFrame((gl, draw) =>
      views.map((view) => {
        const { storeQuery } = sceneAt(index, view);
        const { sites } = placesOf(index, view);
        const store = index.store.reported(view.hiddenArticles);
        if (store !== this.layer.store) this.layer.recount(store);
        this.show({ ...storeQuery, pastDays: Infinity });
        const { event } = store.columns;
        const named = (rows: readonly number[]) => {
          const names = rows.map((row) => {
            const [lng, lat] = lngLatOf(store, row);
            const isHere = ({ lngLat, offMap }: Site) => !offMap && lngLat[0] === lng && lngLat[1] === lat;
            const site = dataset.sites.find(isHere)!;
            return `${site.id} ${dataset.events[event.at(row)]!.id} ${PRESENCES[store.presence(row, this.layer.view)]}`;
          });
          return names.sort();
        };
        return {
          scene: sites
            .flatMap(({ site, events }) => events.map(({ event, presence }) => `${site.id} ${event.id} ${presence}`))
            .sort(),
          drawn: named(readRows(this.layer, gl, draw)),
          pickable: named(this.pickable())
        };
      })
    );
  }
}

declare global {
  interface Window {
    page: Page;
  }
}
window.page = new Page();
