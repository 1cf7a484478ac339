import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/palette.ts';

/** A length in pixels that grows linearly with the zoom between two levels. */
export function byZoom(from: number, atFrom: number, to: number, atTo: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, atFrom, to, atTo];
}

const is = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

/**
 * The basemap, kept muted so that reported events stand out. All land has the same colour, whoever holds it; only the
 * areas that the data cover are lighter. Ground of which nothing is known has the colour of land. `fills` are placed between the background and the lines, so that no area hides
 * a river or a border.
 */
export function basemapLayers(
  palette: Palette,
  has: { relief: boolean; sea: boolean },
  fills: LayerSpecification[]
): LayerSpecification[] {
  return [
    // The colour of water only where there is sea: it flashes at the edge while the next tile of land is being cut.
    {
      id: 'background',
      type: 'background',
      paint: { 'background-color': has.sea ? palette.water : palette.landElsewhere }
    },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.landElsewhere } },
    { id: 'study', type: 'fill', source: 'study', paint: { 'fill-color': palette.land } },
    ...(has.relief ? [reliefLayer(palette)] : []),
    ...fills,
    {
      id: 'river',
      type: 'line',
      source: 'water',
      filter: is('river'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.river,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          7,
          ['match', ['get', 'rank'], 1, 1.1, 0.6],
          12,
          ['match', ['get', 'rank'], 1, 3.2, 2]
        ]
      }
    },
    {
      id: 'lake',
      type: 'fill',
      source: 'water',
      filter: is('lake'),
      paint: { 'fill-color': palette.water, 'fill-outline-color': palette.river }
    },
    {
      id: 'municipality-line',
      type: 'line',
      source: 'municipalities',
      filter: is('municipality-line'),
      minzoom: 8,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.municipality,
        'line-width': byZoom(8, 0.5, 12, 1.1),
        'line-dasharray': [1, 2],
        'line-opacity': 0.9
      }
    },
    ...transportLayers(palette),
    {
      // A light casing under the border keeps its dashes visible where a river or a road runs along it.
      id: 'boundary-seam',
      type: 'line',
      source: 'boundaries',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.land, 'line-width': byZoom(7, 3.5, 12, 6), 'line-opacity': 0.75 }
    },
    {
      id: 'boundary',
      type: 'line',
      source: 'boundaries',
      filter: ['!=', ['get', 'status'], 'disputed'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.boundary, 'line-width': byZoom(7, 0.9, 12, 1.6) }
    },
    {
      id: 'boundary-disputed',
      type: 'line',
      source: 'boundaries',
      filter: ['==', ['get', 'status'], 'disputed'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.boundary, 'line-width': byZoom(7, 1.2, 12, 2), 'line-dasharray': [4, 2.5] }
    }
  ];
}

// Each elevation band is drawn over the ones below it, so equal faint tints add up with the height.
function reliefLayer(palette: Palette): LayerSpecification {
  return {
    id: 'relief',
    type: 'fill',
    source: 'relief',
    paint: { 'fill-color': palette.relief, 'fill-opacity': 0.024, 'fill-antialias': false }
  };
}

function transportLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'road',
      type: 'line',
      source: 'transport',
      filter: is('road'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.road,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          7,
          ['match', ['get', 'class'], 'motorway', 1.4, 'national', 0.9, 0.4],
          12,
          ['match', ['get', 'class'], 'motorway', 3.4, 'national', 2.6, 1.5]
        ],
        'line-opacity': ['match', ['get', 'class'], ['motorway', 'national'], 1, 0.75]
      }
    },
    {
      id: 'railway',
      type: 'line',
      source: 'transport',
      filter: is('railway'),
      minzoom: 8,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.railway, 'line-width': byZoom(8, 0.6, 12, 1) }
    },
    {
      id: 'railway-ties',
      type: 'line',
      source: 'transport',
      filter: is('railway'),
      minzoom: 8.5,
      paint: { 'line-color': palette.railway, 'line-width': byZoom(8, 3, 12, 5), 'line-dasharray': [0.25, 2.6] }
    }
  ];
}
