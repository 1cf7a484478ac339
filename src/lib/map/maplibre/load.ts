import type { AddProtocolAction, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { hatch } from './hatch.ts';
import { stageTouches } from './stage-touches.ts';
import { allowWorker } from '../../ui/worker-policy.ts';
import type { Camera } from '../projection.ts';

/*
 * The only file that imports maplibre-gl. It is fetched when the map starts, after the page has become interactive.
 */

export type MapOptions = {
  host: HTMLElement;
  /** All that lies over the map, too: two fingers on it move the map. */
  stage: HTMLElement;
  style: StyleSpecification;
  camera: Camera;
  /** The nearest camera that is allowed. */
  constrain: (camera: Camera) => Camera;
  maxZoom: number;
  /** The world goes on beyond 180°. */
  copies: boolean;
  /** Two fingers move the map and one scrolls the page; the wheel needs a modifier key. */
  cooperative: boolean;
  /** MapLibre's own UI texts, by its keys. */
  locale: Record<string, string>;
  /** No map is wanted any more. */
  stop: AbortSignal;
};

const TIMEOUT_MS = 30_000;

/**
 * A map after its first complete frame, in its own element inside `host`. `map.remove()` removes it.
 * Rejects if the map cannot be rendered (no WebGL2, no origin, library or worker not available, no frame within 30 s) or is
 * stopped, after cleaning up.
 */
export async function startMap({
  host,
  stage,
  style,
  camera,
  constrain,
  maxZoom,
  copies,
  cooperative,
  locale,
  stop
}: MapOptions): Promise<MapLibreMap> {
  if (!hasWebGl2()) throw new Error('WebGL2 is not available');
  if (self.origin === 'null') throw new Error('a frame without an origin has no worker');
  const { LngLat, Map, setWorkerUrl } = await import('maplibre-gl');
  stop.throwIfAborted();
  const worker = new URL(workerUrl, document.baseURI).href;
  allowWorker(worker);
  setWorkerUrl(worker);
  const container = host.appendChild(document.createElement('div'));
  let map: MapLibreMap | null = null;
  try {
    map = new Map({
      container,
      style,
      ...camera,
      transformConstrain: ({ lng, lat }, at) => {
        const { center, zoom } = constrain({ center: [lng, lat], zoom: at });
        return { center: new LngLat(...center), zoom };
      },
      minZoom: -2,
      maxZoom,
      cooperativeGestures: cooperative,
      locale,
      attributionControl: false,
      // No rotation, no pitch: a mark's screen position then depends only on centre and zoom.
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      renderWorldCopies: copies,
      trackResize: false,
      fadeDuration: 120
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.setMissingStyleImageResolver((id) => addHatch(map!, id));
    const undoTouches = stageTouches(stage, map);
    map.on('remove', () => {
      undoTouches();
      container.remove();
    });
    await firstFrame(map, stop);
    return map;
  } catch (error) {
    map?.remove();
    container.remove();
    throw error;
  }
}

/** Lets sources be read in another way than by fetching their address. */
export async function addProtocol(name: string, load: AddProtocolAction): Promise<void> {
  const library = await import('maplibre-gl');
  library.addProtocol(name, load);
}

/** Checked before the library is fetched: without WebGL2 there is no need to download it. */
function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers limit the number of contexts: this one is released immediately.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function firstFrame(map: MapLibreMap, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason));
    const timer = setTimeout(() => reject(new Error('nothing was drawn')), TIMEOUT_MS);
    map.once('load', () => {
      clearTimeout(timer);
      resolve();
    });
    // Without its worker there is no map at all. Without a file of its basemap it would show less than the drawing that
    // it replaces, perhaps no boundary. A missing letter or symbol is acceptable.
    map.on('error', (event) => {
      const { message } = event.error;
      if (!('sourceId' in event) && !/worker/i.test(message)) return console.warn(`map: ${message}`);
      clearTimeout(timer);
      reject(event.error);
    });
  });
}

function addHatch(map: MapLibreMap, id: string): void {
  const colour = /^hatch:(#[0-9a-f]{6})$/.exec(id)?.[1];
  if (colour && !map.hasImage(id)) map.addImage(id, hatch(colour), { pixelRatio: 2 });
}
