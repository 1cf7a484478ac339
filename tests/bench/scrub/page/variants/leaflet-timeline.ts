import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.timeline';
import type { DayWindow } from '../../../../../src/lib/model/time.ts';
import { CAMERA, RADIUS_PX, SIZE } from '../../plan.ts';
import { EVENT_COLOUR, geojsonUrl, BACKGROUND_COLOUR, hex, type EventFeature, type Variant } from '../variant.ts';

type Timeline = L.GeoJSON & { setTime(time: number): void };
type TimelineFactory = (data: GeoJSON.FeatureCollection, options: object) => Timeline;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Leaflet's own way of many points, one canvas. The plugin knows an instant, so an event stays for the length of the
 * window.
 */
export async function start(host: HTMLElement): Promise<Variant> {
  host.style.background = hex(BACKGROUND_COLOUR);
  const map = L.map(host, {
    preferCanvas: true,
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: false,
    zoomAnimation: false
  });
  map.setView([CAMERA.lat, CAMERA.lng], CAMERA.zoom + 1);
  let features: EventFeature[] = [];
  let timeline: { shown: Timeline; windowDays: number } | null = null;
  const timelineOf = (windowDays: number) => {
    if (timeline?.windowDays === windowDays) return timeline.shown;
    timeline?.shown.remove();
    const shown = (L as unknown as { timeline: TimelineFactory }).timeline(
      { type: 'FeatureCollection', features },
      {
        getInterval: ({ properties: { s, e } }: EventFeature) => ({ start: s, end: e + windowDays - 1 }),
        pointToLayer: (_: unknown, at: L.LatLng) =>
          L.circleMarker(at, { radius: RADIUS_PX, stroke: false, fillColor: hex(EVENT_COLOUR), fillOpacity: 1 })
      }
    );
    timeline = { shown: shown.addTo(map), windowDays };
    return shown;
  };
  return {
    bottomUp: false,
    async load(rows) {
      ({ features } = (await (await fetch(geojsonUrl(rows))).json()) as { features: EventFeature[] });
    },
    show({ from, to }: DayWindow) {
      timelineOf(to - from + 1).setTime(to);
    },
    // Leaflet says nothing when it has drawn; it draws in an animation frame, as does whoever asks after it.
    onpaint(callback) {
      const again = () => {
        callback();
        requestAnimationFrame(again);
      };
      requestAnimationFrame(again);
    },
    read(into) {
      into.fill(255);
      const canvas = host.querySelector('canvas');
      const paint = canvas?.getContext('2d');
      if (!canvas || !paint) return;
      // The canvas is larger than the map by a margin on each side, and its background is transparent.
      const box = canvas.getBoundingClientRect();
      const at = host.getBoundingClientRect();
      const { data } = paint.getImageData(
        Math.round(at.left - box.left),
        Math.round(at.top - box.top),
        SIZE.width,
        SIZE.height
      );
      for (let i = 0; i < data.length; i += 4)
        for (let part = 0; part < 3; part++)
          into[i + part] = data[i + 3]! > 127 ? data[i + part]! : BACKGROUND_COLOUR[part]!;
    },
    settled: async () => {
      for (let frames = 0; frames < 3; frames++) await frame();
    }
  };
}
