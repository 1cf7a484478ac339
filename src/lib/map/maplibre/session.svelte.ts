import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { DatasetInfo, LngLat } from '../../model/dataset.ts';
import { crossesAntimeridian, placeBeside } from '../../model/longitude.ts';
import { regionsOf, type MapFeatures } from '../features.ts';
import type { MapOptions } from './load.ts';
import {
  firstBounds,
  fitCamera,
  growBounds,
  isInFrame,
  keepWithin,
  projector,
  unprojector,
  zoomRange,
  PAN_MARGIN,
  type Bounds,
  type Camera,
  type Point,
  type Size,
  type ZoomRange
} from '../projection.ts';
import type { EventLayers } from './event-layers.ts';
import { styleChanges } from './style-changes.ts';

/** `loading`: marks over the SVG map. `ready`: over MapLibre's map. `fallback`: MapLibre failed; the SVG map stays. */
export type MapStatus = 'loading' | 'ready' | 'fallback';

const CONTEXT_GRACE_MS = 4000;
const WORKER_GRACE_MS = 8000;
/** What the worker cuts anew when the scene changes. */
const SCENE_SOURCES = ['areas', 'regions', 'land-names'];
/** Nearer to the frame than this, a place is not well seen. */
const EDGE_PX = 40;

/**
 * One camera for all renderers: the marks follow it before MapLibre is ready, with it, and without it.
 */
export class MapSession {
  status = $state<MapStatus>('loading');
  /** Whether it had been drawn, and the browser took that away: of all frames of a page together, some 16 maps keep it. */
  taken = $state(false);
  /** Size of the map in CSS pixels; zero until it has been laid out. */
  size = $state.raw<Size>({ width: 0, height: 0 });

  readonly #info: () => DatasetInfo;
  #map = $state.raw<MapLibreMap | null>(null);
  #moved = $state.raw<Camera | null>(null);
  /** Whether the reader moved the map; until then it fits the first view's bounds at any size. */
  #movedByReader = false;
  /**
   * The style that MapLibre should show. Stored because a restored context comes back with the style it had when lost.
   */
  #style: StyleSpecification | null = null;
  #shown: StyleSpecification | null = null;
  #scene: Pick<MapFeatures, 'areas'> | null = null;
  #names: GeoJSON.FeatureCollection | null = null;
  #events: EventLayers | null = null;

  readonly laidOut: boolean = $derived(this.size.width > 0 && this.size.height > 0);
  readonly maxBounds: Bounds = $derived.by(() => growBounds(this.#info().bounds, PAN_MARGIN));
  readonly range: ZoomRange = $derived.by(() => zoomRange(this.#info(), this.maxBounds, this.size));
  readonly home: Camera = $derived.by(() =>
    fitCamera(firstBounds(this.#info().firstView.bounds), this.size, this.range)
  );
  readonly camera: Camera = $derived(this.#moved ?? this.home);

  /** MapLibre's map, once it has drawn. */
  get map(): MapLibreMap | null {
    return this.#map;
  }

  /** Where the camera was moved to; `null` while it is at home. */
  get moved(): Camera | null {
    return this.#moved;
  }

  constructor(info: () => DatasetInfo) {
    this.#info = info;
  }

  /** Starts MapLibre in `host`; never throws. Returns the undo. */
  start(
    options: Pick<MapOptions, 'host' | 'stage' | 'style' | 'cooperative' | 'locale'>,
    events: EventLayers,
    onclick: (at: Point) => void
  ): () => void {
    this.#events = events;
    events.prepare(this.camera.zoom);
    const stop = new AbortController();
    let undo = () => {};
    const run = async () => {
      const { startMap } = await import('./load.ts');
      stop.signal.throwIfAborted();
      this.#shown = options.style;
      const map = await startMap({
        ...options,
        camera: this.camera,
        constrain: (camera) => keepWithin(camera, this.size, this.maxBounds, this.range),
        maxZoom: this.#info().zoom.max,
        copies: crossesAntimeridian(this.#info().bounds),
        stop: stop.signal
      });
      if (stop.signal.aborted) map.remove();
      else undo = this.#adopt(map, onclick);
    };
    run().catch(() => {
      if (!stop.signal.aborted) this.giveUp();
    });
    return () => {
      stop.abort();
      undo();
    };
  }

  /** Where MapLibre is; it counts longitudes from -180 to 180. */
  #cameraOf(map: MapLibreMap): Camera {
    const { lng, lat } = map.getCenter();
    return { center: placeBeside([lng, lat], this.maxBounds), zoom: map.getZoom() };
  }

  #adopt(map: MapLibreMap, onclick: (at: Point) => void): () => void {
    let graceTimer: ReturnType<typeof setTimeout> | undefined;
    map.on('move', () => (this.#moved = this.#cameraOf(map)));
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) this.#movedByReader = true;
    });
    map.on('click', ({ point }) => onclick(point));
    map.on('mousemove', ({ point }) => this.#events?.hover(point));
    map.on('mouseout', () => this.#events?.hover(null));
    map.on('webglcontextlost', () => {
      this.status = 'loading';
      this.taken = true;
      graceTimer = setTimeout(() => this.giveUp(), CONTEXT_GRACE_MS);
    });
    map.on('webglcontextrestored', () => {
      clearTimeout(graceTimer);
      this.taken = false;
      map.once('idle', () => {
        this.#moved = this.#cameraOf(map);
        this.#events?.addTo(map);
        this.status = 'ready';
        this.#apply();
      });
    });
    // The container or the camera may have changed while the library was loading; `resize` fires a move event.
    const { camera } = this;
    map.resize();
    map.jumpTo(camera);
    this.#map = map;
    this.#events?.addTo(map);
    this.status = 'ready';
    this.#apply();
    const stopAsking = whenDead(map, () => this.giveUp());
    return () => {
      clearTimeout(graceTimer);
      stopAsking();
      this.#map = null;
      this.status = 'loading';
      this.taken = false;
      map.remove();
    };
  }

  /** The SVG map cannot be moved, so it shows the first view. */
  giveUp(): void {
    this.#moved = null;
    this.status = 'fallback';
  }

  /** Call when `size` has changed. */
  fit(): void {
    const map = this.#map;
    if (!map || !this.laidOut) return;
    map.resize();
    if (!this.#movedByReader) map.jumpTo(this.home);
    map.redraw();
  }

  /** Applies a style with another theme or other names: only the properties that differ. */
  setStyle(style: StyleSpecification): void {
    this.#style = style;
    const map = this.#map;
    if (!map || !this.#shown || this.status !== 'ready') return;
    for (const { layer, of, property, value } of styleChanges(this.#shown, style)) {
      if (of === 'paint') map.setPaintProperty(layer, property as never, value as never);
      else map.setLayoutProperty(layer, property as never, value as never);
    }
    this.#shown = style;
  }

  /** Updates the scene's few shapes; the basemap is not touched. */
  setScene(scene: Pick<MapFeatures, 'areas'>): void {
    this.#scene = scene;
    this.#setData('areas', scene.areas);
    this.#setData('regions', regionsOf(scene.areas));
  }

  /** Letters the names of countries and municipalities. */
  setNames(names: GeoJSON.FeatureCollection): void {
    this.#names = names;
    this.#setData('land-names', names);
  }

  #setData(source: string, data: GeoJSON.FeatureCollection): void {
    if (this.status === 'ready') this.#map?.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #apply(): void {
    if (this.#style) this.setStyle(this.#style);
    if (this.#scene) this.setScene(this.#scene);
    if (this.#names) this.setNames(this.#names);
  }

  zoomBy(levels: number): void {
    this.#movedByReader = true;
    const zoom = Math.min(Math.max(this.camera.zoom + levels, this.range.min), this.range.max);
    this.#goTo({ ...this.camera, zoom }, 250);
  }

  reset(): void {
    this.#movedByReader = false;
    this.#goTo(this.home, 400);
  }

  /** While MapLibre is loading, the SVG map jumps there immediately, and MapLibre starts there. */
  #goTo(camera: Camera, duration: number): void {
    if (this.status === 'ready') this.#map?.easeTo({ ...camera, duration });
    else this.#moved = camera;
  }

  /** Pans to a place outside the frame that received the keyboard focus. */
  panIntoView(lngLat: LngLat): void {
    this.#movedByReader = true;
    this.#goTo({ ...this.camera, center: lngLat }, 300);
  }

  /** Shows the bounds of a chapter. */
  showBounds(bounds: Bounds): void {
    if (!this.laidOut) return;
    this.#movedByReader = true;
    this.#goTo(fitCamera(firstBounds(bounds), this.size, this.range), 600);
  }

  /** Shows some places, as far apart as the frame allows. */
  showPlaces(places: readonly LngLat[]): void {
    this.showBounds(boundsOf(places));
  }

  /**
   * Pans to places that were chosen, where one is outside the frame or at its edge, and zooms out if they need it. Only
   * the upper `clearPx` of the frame count: what is below is covered.
   */
  reveal(places: readonly LngLat[], clearPx: number): void {
    if (!this.laidOut || places.length === 0) return;
    const project = projector(this.camera, this.size);
    const clear = { width: this.size.width, height: Math.min(clearPx, this.size.height) };
    if (clear.height < 3 * EDGE_PX) return;
    if (places.every((place) => isInFrame(project(place), clear, EDGE_PX))) return;
    const fitted = fitCamera(boundsOf(places), inside(clear), this.range);
    const zoom = Math.min(fitted.zoom, this.camera.zoom);
    // What was in the middle of the frame is then in the middle of its clear part.
    const middle = { x: clear.width / 2, y: this.size.height - clear.height / 2 };
    this.#movedByReader = true;
    this.#goTo({ center: unprojector({ ...fitted, zoom }, this.size)(middle), zoom }, 400);
  }

  /** A wheel event over a mark zooms the map below it. */
  forwardWheel(event: WheelEvent): void {
    const canvas = this.#map?.getCanvas();
    if (!canvas) return;
    event.preventDefault();
    canvas.dispatchEvent(new WheelEvent(event.type, event));
  }
}

/**
 * Calls once the map no longer gets what it asks its worker for: a worker that the system has ended says nothing, and the
 * map would go on showing the areas of another day.
 */
function whenDead(map: MapLibreMap, run: () => void): () => void {
  let since: number | null = null;
  const timer = setInterval(() => {
    if (document.hidden || SCENE_SOURCES.every((source) => !map.getSource(source) || map.isSourceLoaded(source)))
      since = null;
    else if (since === null) since = performance.now();
    else if (performance.now() - since > WORKER_GRACE_MS) {
      clearInterval(timer);
      run();
    }
  }, 1000);
  return () => clearInterval(timer);
}

/** The frame without its edge. */
const inside = ({ width, height }: Size): Size => ({
  width: Math.max(width - 2 * EDGE_PX, 1),
  height: Math.max(height - 2 * EDGE_PX, 1)
});

function boundsOf(places: readonly LngLat[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of places) {
    [west, south] = [Math.min(west, lng), Math.min(south, lat)];
    [east, north] = [Math.max(east, lng), Math.max(north, lat)];
  }
  // One place has no extent, and a camera cannot be fitted to nothing.
  const least = 1e-6;
  return [west, south, east + least, north + least];
}
