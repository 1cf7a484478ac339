import type { CircleLayerSpecification, GeoJSONSource, GeoJSONSourceSpecification, Map } from 'maplibre-gl';
import { geojsonUrl, type EventFeature, type Variant } from './variant.ts';

const collection = (features: EventFeature[]) => ({ type: 'FeatureCollection' as const, features });

/** Circles of the events in the window, which are picked out on the page and handed to the source. */
export function visibleEvents(
  map: Map,
  paint: NonNullable<CircleLayerSpecification['paint']>,
  source: Partial<GeoJSONSourceSpecification> = {}
): Pick<Variant, 'load' | 'show'> {
  let features: EventFeature[] = [];
  return {
    async load(rows) {
      ({ features } = (await (await fetch(geojsonUrl(rows))).json()) as { features: EventFeature[] });
      map.addSource('events', { ...source, type: 'geojson', data: collection([]) });
      map.addLayer({ id: 'events', type: 'circle', source: 'events', paint });
    },
    show({ from, to }) {
      const shown = features.filter(({ properties: { s, e } }) => s <= to && e >= from);
      void map.getSource<GeoJSONSource>('events')!.setData(collection(shown));
    }
  };
}
