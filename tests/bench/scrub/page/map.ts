import { Map, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { CAMERA, SIZE } from '../plan.ts';
import { BACKGROUND_COLOUR, hex, type Variant } from './variant.ts';

/**
 * An empty map, drawn once, with a plain background: a basemap would make every step slower and every ratio smaller.
 */
export async function startMap(host: HTMLElement): Promise<Map> {
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  const map = new Map({
    container: host,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: 'ground', type: 'background', paint: { 'background-color': hex(BACKGROUND_COLOUR) } }]
    },
    center: [CAMERA.lng, CAMERA.lat],
    zoom: CAMERA.zoom,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    trackResize: false,
    fadeDuration: 0,
    pixelRatio: 1
  });
  await idle(map);
  return map;
}

export const idle = (map: Map) => new Promise<void>((resolve) => void map.once('idle', () => resolve()));

/** What is the same for all that draw into MapLibre's canvas. */
export function onMap(map: Map): Pick<Variant, 'onpaint' | 'read' | 'bottomUp' | 'settled'> {
  const gl = map.getCanvas().getContext('webgl2')!;
  return {
    bottomUp: true,
    onpaint: (callback) => void map.on('render', callback),
    // Waits for the frame to be drawn: the pixels are those that the reader would see.
    read(into) {
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
      gl.readPixels(0, 0, SIZE.width, SIZE.height, gl.RGBA, gl.UNSIGNED_BYTE, into);
    },
    settled: () => idle(map)
  };
}
