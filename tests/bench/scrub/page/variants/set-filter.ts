import type { FilterSpecification } from 'maplibre-gl';
import { RADIUS_PX } from '../../plan.ts';
import { idle, onMap, startMap } from '../map.ts';
import { EVENT_COLOUR, geojsonUrl, hex, type Variant } from '../variant.ts';

/** The way of the library's own examples: all events in one source, and a filter of the layer. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  const inWindow = (from: number, to: number): FilterSpecification => [
    'all',
    ['<=', ['get', 's'], to],
    ['>=', ['get', 'e'], from]
  ];
  return {
    ...onMap(map),
    async load(rows) {
      map.addSource('events', { type: 'geojson', data: geojsonUrl(rows) });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        filter: inWindow(1, 0),
        paint: { 'circle-radius': RADIUS_PX, 'circle-color': hex(EVENT_COLOUR) }
      });
      await idle(map);
    },
    show: ({ from, to }) => void map.setFilter('events', inWindow(from, to))
  };
}
