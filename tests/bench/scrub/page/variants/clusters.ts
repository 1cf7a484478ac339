import type { GeoJSONSource } from 'maplibre-gl';
import { onMap, startMap } from '../map.ts';
import { EVENT_COLOUR, geojsonUrl, hex, type EventFeature, type Variant } from '../variant.ts';

/**
 * MapLibre's own clusters, as in its example, but without numbers in the circles. `setFilter` would filter what has been
 * clustered by then, and a source takes its own filter only once: so the events of the window are handed to the source.
 */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  let features: EventFeature[] = [];
  return {
    ...onMap(map),
    async load(rows) {
      ({ features } = (await (await fetch(geojsonUrl(rows))).json()) as { features: EventFeature[] });
      map.addSource('events', {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
        cluster: true,
        clusterMaxZoom: 14,
        clusterRadius: 50,
        // To tell apart what two tiles both have.
        generateId: true
      });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        paint: {
          'circle-radius': ['+', 4, ['*', 2, ['ln', ['coalesce', ['get', 'point_count'], 1]]]],
          'circle-color': hex(EVENT_COLOUR)
        }
      });
    },
    show({ from, to }) {
      const shown = features.filter(({ properties: { s, e } }) => s <= to && e >= from);
      void map.getSource<GeoJSONSource>('events')!.setData({ type: 'FeatureCollection', features: shown });
    },
    counted() {
      const drawn = map.queryRenderedFeatures({ layers: ['events'] });
      const counts = new Map(drawn.map(({ id, properties }) => [id, Number(properties.point_count ?? 1)]));
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    }
  };
}
