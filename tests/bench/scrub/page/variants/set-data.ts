import type { GeoJSONSource } from 'maplibre-gl';
import { RADIUS_PX } from '../../plan.ts';
import { onMap, startMap } from '../map.ts';
import { EVENT_COLOUR, geojsonUrl, hex, type EventFeature, type Variant } from '../variant.ts';

/** The events of the window are picked out on the page and handed to the source. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  let features: EventFeature[] = [];
  return {
    ...onMap(map),
    async load(rows) {
      ({ features } = (await (await fetch(geojsonUrl(rows))).json()) as { features: EventFeature[] });
      map.addSource('events', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        paint: { 'circle-radius': RADIUS_PX, 'circle-color': hex(EVENT_COLOUR) }
      });
    },
    show({ from, to }) {
      const shown = features.filter(({ properties: { s, e } }) => s <= to && e >= from);
      void map.getSource<GeoJSONSource>('events')!.setData({ type: 'FeatureCollection', features: shown });
    }
  };
}
