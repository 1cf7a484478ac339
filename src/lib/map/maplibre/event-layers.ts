import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../model/dataset.ts';
import type { EventStore } from '../../model/event-store.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import type { Scene } from '../../model/scene.ts';
import type { Selection } from '../../model/view.ts';
import type { Palette } from '../../ui/palette.ts';
import { hasManySites } from '../overlay/many-sites.ts';
import type { Mark } from '../overlay/marks.ts';
import type { Point } from '../projection.ts';
import { CellLayer } from './time-layer/cell-layer.ts';
import { PrecisionLayer } from './time-layer/precision-layer.ts';

/** The events are inserted below the first layer of this type, so that labels stay readable over the circles. */
const FIRST_NAMES = 'symbol';
/** Tolerance for clicks: a finger is not precise. */
const SLACK_PX = 6;

/** What a reader chooses on the map, or the places that they want to see apart. */
export type Chosen =
  | { selection: Selection; event?: undefined; places?: undefined }
  /** By its position: its id may be yet to come. */
  | { event: number; selection?: undefined; places?: undefined }
  | { places: LngLat[]; event?: undefined; selection?: undefined };

/**
 * The events in MapLibre's canvas: accuracy circles always, symbols only if there are too many sites for buttons. With
 * few sites their marks are HTML buttons: they can be focused, show the precision of the place, follow forced colours,
 * print, and work before MapLibre and without it. Drawing them here as well would show them twice, and not identical to
 * the pixel. Where symbols would be too many, there are counts by cell in their place.
 */
export class EventLayers {
  readonly #index: DatasetIndex;
  readonly #precision: PrecisionLayer;
  readonly #symbols: CellLayer | null;
  #precisionOf: (store: EventStore) => void = () => {};
  #map: MapLibreMap | null = null;

  /** `onarrange`: called when other cells are drawn as counts. */
  constructor(index: DatasetIndex, palette: Palette, onarrange: () => void) {
    const { codes } = index.dataset;
    const store = index.store.reported([]);
    this.#index = index;
    this.#precision = new PrecisionLayer(store, palette, codes.kinds);
    const arranged = (symbols: EventStore) => {
      this.#precisionOf(symbols);
      onarrange();
    };
    this.#symbols = hasManySites(index)
      ? new CellLayer(store, palette, { kinds: codes.kinds, onarrange: arranged })
      : null;
  }

  /** Whether sites are drawn as symbols here instead of as buttons. */
  get drawsSymbols(): boolean {
    return this.#symbols !== null;
  }

  /** Where counts stand at a zoom, whatever the day. */
  countPositions(zoom: number): LngLat[] {
    return this.#symbols?.countPositions(zoom) ?? [];
  }

  /** What can be made before the map is there, in parts. `zoom`: that of its first frame. */
  prepare(zoom: number): void {
    this.#symbols?.prepare(zoom);
  }

  /** Call once the style has loaded, and again after the WebGL context is restored. */
  addTo(map: MapLibreMap): void {
    this.#map = map;
    const names = map.getStyle().layers.find(({ type }) => type === FIRST_NAMES)?.id;
    if (!map.getLayer(this.#precision.id)) map.addLayer(this.#precision, names);
    if (this.#symbols && !map.getLayer(this.#symbols.id)) map.addLayer(this.#symbols);
  }

  show(scene: Scene, marks: readonly Mark[], palette: Palette): void {
    const { view, storeQuery } = scene;
    const store = this.#index.store.reported(view.hiddenArticles);
    const chosen = marks.flatMap(({ type, presence, selected, lngLat }) =>
      type === 'site' && selected && presence === 'past' ? [lngLat] : []
    );
    this.#precision.recolour(palette);
    // A count has no circle of accuracy: only what is drawn as a symbol has.
    this.#precisionOf = (drawn) => this.#precision.show(drawn, storeQuery, chosen);
    this.#precisionOf(this.#symbols ? this.#symbols.symbols.store : store);
    if (!this.#symbols) return;
    this.#symbols.recolour(palette);
    this.#symbols.recount(store);
    this.#symbols.mark(this.#rowOf(view.selection), this.#symbols.hovered);
    this.#symbols.show({ ...storeQuery, pastDays: Infinity });
  }

  /**
   * What is at a point of the map: an event, or the site of several, or the places of a count, which part when the map
   * shows only them; `null` if there is nothing, or if there are buttons.
   */
  pick(point: Point): Chosen | null {
    const hit = this.#symbols?.at(point, SLACK_PX);
    if (!hit) return null;
    const { rows, crowd } = hit;
    const [first] = rows;
    if (first === undefined) return null;
    const { event, place, places } = this.#symbols!.store.columns;
    const lngLatOf = (row: number): LngLat => [places.lng[place[row]!]!, places.lat[place[row]!]!];
    const [lng, lat] = lngLatOf(first);
    const isHere = (lngLat: LngLat) => lngLat[0] === lng && lngLat[1] === lat;
    const isThere = (row: number) => isHere(lngLatOf(row));
    if (crowd && this.#canZoomIn && !rows.every(isThere)) return { places: rows.map(lngLatOf) };
    const site = this.#index.dataset.sites.find(({ lngLat }) => isHere(lngLat));
    if (site && rows.filter(isThere).length > 1) return { selection: { type: 'site', id: site.id } };
    return { event: event.at(first) };
  }

  get #canZoomIn(): boolean {
    return this.#map !== null && this.#map.getZoom() < this.#map.getMaxZoom() - 0.01;
  }

  /** Draws a ring around the symbol under the pointer, and sets the pointer cursor over it and over counts. */
  hover(point: Point | null): void {
    if (!this.#symbols || !this.#map) return;
    const hit = point && this.#symbols.at(point);
    const row = hit && !hit.crowd ? (hit.rows[0] ?? null) : null;
    this.#symbols.mark(this.#symbols.selected, row);
    this.#map.getCanvas().style.cursor = hit?.crowd || row !== null ? 'pointer' : '';
  }

  #rowOf(selection: Selection | null): number | null {
    if (selection?.type !== 'event') return null;
    const event = this.#index.events.get(selection.id);
    return event ? this.#index.store.firstRows[this.#index.store.positionOf(event)]! : null;
  }
}
