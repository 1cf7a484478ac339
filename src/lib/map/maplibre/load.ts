import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { hatch } from './hatch.ts';
import type { Bounds, Camera, ZoomRange } from '../projection.ts';

/*
 * The only file that runs maplibre-gl. The library is fetched when the map starts, after the page can be read and used.
 */

export type MapOptions = {
  host: HTMLElement;
  style: StyleSpecification;
  camera: Camera;
  maxBounds: Bounds;
  zoom: ZoomRange;
  /** Two fingers move the map and one scrolls the page; a wheel needs a key. */
  cooperative: boolean;
  /** MapLibre's own texts, by its keys. */
  locale: Record<string, string>;
};

const GIVE_UP_MS = 30_000;

/**
 * A map drawn to its first complete frame, in an element of its own inside `host`. `map.remove()` takes it away.
 * Rejects where the map cannot be drawn (no WebGL2, library or worker not to be had, nothing drawn in 30 s), having
 * put everything back.
 */
export async function startMap({
  host,
  style,
  camera,
  maxBounds,
  zoom,
  cooperative,
  locale
}: MapOptions): Promise<MapLibreMap> {
  if (!hasWebGl2()) throw new Error('WebGL2 is not available');
  const { Map, setWorkerUrl } = await import('maplibre-gl');
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  const container = host.appendChild(document.createElement('div'));
  let map: MapLibreMap | null = null;
  try {
    map = new Map({
      container,
      style,
      ...camera,
      maxBounds: [...maxBounds],
      minZoom: zoom.min,
      maxZoom: zoom.max,
      cooperativeGestures: cooperative,
      locale,
      attributionControl: false,
      // North stays up and the view straight down: a mark's place on screen then follows from centre and zoom alone.
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      renderWorldCopies: false,
      trackResize: false,
      fadeDuration: 120
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.setMissingStyleImageResolver((id) => addHatch(map!, id));
    map.on('remove', () => container.remove());
    await firstFrame(map);
    return map;
  } catch (error) {
    map?.remove();
    container.remove();
    throw error;
  }
}

/** Asked before the library is fetched: who cannot show the map need not download it. */
function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers allow few contexts at a time; this one is given back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function firstFrame(map: MapLibreMap): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('nothing was drawn')), GIVE_UP_MS);
    map.once('load', () => {
      clearTimeout(timer);
      resolve();
    });
    // A file that is missing leaves a gap on the map; without the worker there is no map at all.
    map.on('error', ({ error }) => {
      if (!/worker/i.test(error.message)) return console.warn(`map: ${error.message}`);
      clearTimeout(timer);
      reject(error);
    });
  });
}

function addHatch(map: MapLibreMap, id: string): void {
  const colour = /^hatch:(#[0-9a-f]{6})$/.exec(id)?.[1];
  if (colour && !map.hasImage(id)) map.addImage(id, hatch(colour), { pixelRatio: 2 });
}
