import type { ColourGroup, Localised, LngLat, Site } from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import type { ScenePresence } from '../model/scene.ts';
import { hasManySites, labelledSites } from './overlay/many-sites.ts';
import type { Mark } from './overlay/marks.ts';

/** Whether an area's edge is known: a set of municipalities has a boundary, a region only fades out. */
export type AreaEdge = 'set' | 'region';

export type AreaProperties = {
  id: string;
  edge: AreaEdge;
  group: ColourGroup;
  presence: ScenePresence;
  selected: boolean;
};

/** GeoJSON that the map draws. `study` and `keepOut` depend on the dataset, the others on the scene. */
export type MapFeatures = {
  /** Every area that the data may refer to. */
  study: GeoJSON.FeatureCollection;
  /** Sites with their names: the basemap's labels keep off these places. */
  keepOut: GeoJSON.FeatureCollection;
  areas: GeoJSON.FeatureCollection<GeoJSON.Geometry, AreaProperties>;
  /** One circle per site shown: the place is somewhere inside it. */
  accuracy: GeoJSON.FeatureCollection<GeoJSON.Polygon, { id: string; group: ColourGroup; presence: ScenePresence }>;
};

const METRES_PER_DEGREE = 111_320;
const CIRCLE_POINTS = 64;

const collection = <G extends GeoJSON.Geometry, P>(
  features: GeoJSON.Feature<G, P>[]
): GeoJSON.FeatureCollection<G, P> => ({
  type: 'FeatureCollection',
  features
});

export function datasetFeatures(index: DatasetIndex): Pick<MapFeatures, 'study' | 'keepOut'> {
  return {
    study: collection(
      index.dataset.areas.flatMap(({ geometry }) =>
        geometry ? [{ type: 'Feature' as const, geometry, properties: {} }] : []
      )
    ),
    keepOut: collection(labelledSites(index).map(sitePoint))
  };
}

const sitePoint = ({ lngLat, names }: Site): GeoJSON.Feature<GeoJSON.Point> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: lngLat },
  properties: flatNames(names)
});

/** `name:en`, `name:sq`, …, the same properties as in the basemap's own features. */
function flatNames(names: Localised): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([tag, name]) => [`name:${tag}`, name]));
}

/**
 * Past events are not filled: their area keeps its mark, but the basemap below looks normal again. Where there are many
 * sites, a mark for several has no circle of its own.
 */
export function sceneFeatures(index: DatasetIndex, marks: readonly Mark[]): Pick<MapFeatures, 'areas' | 'accuracy'> {
  const shown = marks.filter(({ presence, selected }) => presence !== 'past' || selected);
  const circled = !hasManySites(index);
  return {
    areas: collection(
      shown.flatMap(({ type, id, group, presence, base, selected }) => {
        const geometry = type === 'area' ? index.areas.get(id)?.geometry : null;
        if (!geometry) return [];
        const edge: AreaEdge = base === 'set' ? 'set' : 'region';
        return [{ type: 'Feature' as const, geometry, properties: { id, edge, group, presence, selected } }];
      })
    ),
    accuracy: collection(
      shown.flatMap(({ type, id, group, presence }) => {
        const site = type === 'site' && circled ? index.sites.get(id) : null;
        if (!site) return [];
        return [
          {
            type: 'Feature' as const,
            geometry: circle(site.lngLat, site.accuracyM),
            properties: { id, group, presence }
          }
        ];
      })
    )
  };
}

/** A circle of `radiusM` metres around a place; good to 1 % up to some tens of kilometres and 70° of latitude. */
export function circle([lng, lat]: LngLat, radiusM: number): GeoJSON.Polygon {
  const latDegrees = radiusM / METRES_PER_DEGREE;
  const lngDegrees = latDegrees / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: CIRCLE_POINTS }, (_, i) => {
    const angle = (i / CIRCLE_POINTS) * 2 * Math.PI;
    return [lng + lngDegrees * Math.cos(angle), lat + latDegrees * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** Only the areas without a known edge. */
export function regionsOf(areas: MapFeatures['areas']): MapFeatures['areas'] {
  return collection(areas.features.filter(({ properties }) => properties.edge === 'region'));
}
