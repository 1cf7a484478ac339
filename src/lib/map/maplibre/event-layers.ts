import type { Map as MapLibreMap } from 'maplibre-gl';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { storeQueryOf, type Scene } from '../../model/scene.ts';
import type { Selection } from '../../model/view.ts';
import type { Palette } from '../../ui/palette.ts';
import type { Mark } from '../overlay/marks.ts';
import type { Point } from '../projection.ts';
import { Picker } from './time-layer/pick.ts';
import { PrecisionLayer } from './time-layer/precision-layer.ts';
import { TimeLayer } from './time-layer/time-layer.ts';

/** More sites than this get no buttons: nobody tabs through them, and moving them would take longer than a frame. */
export const MOST_BUTTONS = 200;
/** Under the symbols and over the ground; names stay readable over the circles. */
const FIRST_NAMES = 'symbol';
/** A finger is not that precise. */
const SLACK_PX = 6;

/**
 * The events in MapLibre's own picture: the circles in which places lie, always; the symbols where sites are too many
 * for buttons. Few sites keep their marks in the page's own layer: each is a button, says how precisely its place is
 * known, has the reader's forced colours, prints, and is there before MapLibre and without it. Drawn here as well it
 * would be there twice, and could not be the same to the pixel when MapLibre takes over.
 */
export class EventLayers {
  readonly #index: DatasetIndex;
  readonly #precision: PrecisionLayer;
  readonly #symbols: TimeLayer | null;
  readonly #picker: Picker | null;
  #map: MapLibreMap | null = null;

  constructor(index: DatasetIndex, palette: Palette) {
    const { codes, sites } = index.dataset;
    const store = index.store.reported([]);
    this.#index = index;
    this.#precision = new PrecisionLayer(store, palette, codes.kinds);
    const many = sites.filter(({ offMap }) => !offMap).length > MOST_BUTTONS;
    this.#symbols = many ? new TimeLayer(store, palette, { kinds: codes.kinds }) : null;
    this.#picker = this.#symbols && new Picker(this.#symbols);
  }

  /** Whether sites have symbols here instead of buttons. */
  get drawsSymbols(): boolean {
    return this.#symbols !== null;
  }

  /** Once the style is there, and again when the context has come back with a new one. */
  addTo(map: MapLibreMap): void {
    this.#map = map;
    const names = map.getStyle().layers.find(({ type }) => type === FIRST_NAMES)?.id;
    if (!map.getLayer(this.#precision.id)) map.addLayer(this.#precision, names);
    if (this.#symbols && !map.getLayer(this.#symbols.id)) map.addLayer(this.#symbols);
  }

  show(scene: Scene, marks: readonly Mark[], palette: Palette): void {
    const { view } = scene;
    const store = this.#index.store.reported(view.hiddenArticles);
    const storeQuery = storeQueryOf(this.#index, view);
    const chosen = marks.flatMap(({ type, presence, selected, lngLat }) =>
      type === 'site' && selected && presence === 'past' ? [lngLat] : []
    );
    this.#precision.recolour(palette);
    this.#precision.show(store, storeQuery, chosen);
    if (!this.#symbols) return;
    this.#symbols.recolour(palette);
    if (store !== this.#symbols.store) this.#symbols.recount(store);
    this.#symbols.mark(this.#rowOf(view.selection), this.#symbols.hovered);
    this.#symbols.show({ ...storeQuery, pastDays: Infinity });
  }

  /** What is at a point of the map: an event, or the place of several; `null` where nothing is, or buttons are. */
  pick(point: Point): Selection | null {
    const rows = this.#picker?.at(point, SLACK_PX) ?? [];
    const [first] = rows;
    if (first === undefined) return null;
    const { event, lng, lat } = this.#symbols!.store.columns;
    const isThere = (row: number) => lng[row] === lng[first] && lat[row] === lat[first];
    const site = this.#index.dataset.sites.find(({ lngLat }) => lngLat[0] === lng[first] && lngLat[1] === lat[first]);
    if (site && rows.filter(isThere).length > 1) return { type: 'site', id: site.id };
    return { type: 'event', id: this.#index.dataset.events[event[first]!]!.id };
  }

  /** A ring round what the pointer is at, and the hand of a link. */
  hover(point: Point | null): void {
    if (!this.#symbols || !this.#map) return;
    const row = (point && this.#picker?.at(point)[0]) ?? null;
    this.#symbols.mark(this.#symbols.selected, row);
    this.#map.getCanvas().style.cursor = row === null ? '' : 'pointer';
  }

  #rowOf(selection: Selection | null): number | null {
    if (selection?.type !== 'event') return null;
    const at = this.#index.dataset.events.findIndex(({ id }) => id === selection.id);
    const row = this.#symbols!.store.columns.event.indexOf(at);
    return row === -1 ? null : row;
  }
}
