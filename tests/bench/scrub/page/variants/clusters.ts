import { onMap, startMap } from '../map.ts';
import { EVENT_COLOUR, hex, type Variant } from '../variant.ts';
import { visibleEvents } from '../visible-events.ts';

/**
 * MapLibre's own clusters, as in its example, but without numbers in the circles. `setFilter` would filter what has been
 * clustered by then, and a source takes its own filter only once: so the events of the window are handed to the source.
 */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  return {
    ...onMap(map),
    ...visibleEvents(
      map,
      {
        'circle-radius': ['+', 4, ['*', 2, ['ln', ['coalesce', ['get', 'point_count'], 1]]]],
        'circle-color': hex(EVENT_COLOUR)
      },
      // Ids: to tell apart what two tiles both have.
      { cluster: true, clusterMaxZoom: 14, clusterRadius: 50, generateId: true }
    ),
    counted() {
      const drawn = map.queryRenderedFeatures({ layers: ['events'] });
      const counts = new Map(drawn.map(({ id, properties }) => [id, Number(properties.point_count ?? 1)]));
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    }
  };
}
