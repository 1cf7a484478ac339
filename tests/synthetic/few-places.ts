import type { Area, Dataset, DatasetEvent } from '../../src/lib/model/dataset.ts';

const PLACES = 20;

/** The same events at twenty sites, and every other one in an area around one of these. */
export function atFewPlaces(dataset: Dataset): Dataset {
  const sites = dataset.sites.slice(0, PLACES);
  const areas = sites.map(({ id, names, lngLat, source, licence }): Area => ({
    kind: 'region',
    licence,
    id: `around-${id}`,
    names: { en: `Around ${names.en}` },
    source,
    geometry: null,
    labelLngLat: lngLat
  }));
  const events = dataset.events.map((event, at): DatasetEvent => {
    const nth = Math.floor(at / 2) % PLACES;
    const place =
      at % 2
        ? ({ ref: sites[nth]!.id, basis: 'article', precision: 'village' } as const)
        : ({ ref: areas[nth]!.id, basis: 'article', precision: 'region' } as const);
    return { ...event, places: [place] };
  });
  return { ...dataset, sites, areas, events };
}
