import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { COLOUR_GROUPS, type ColourGroup } from '../../model/dataset.ts';
import type { Palette } from '../../ui/palette.ts';
import { byZoom } from './basemap-layers.ts';

/** One value per colour group, selected by the feature's group. */
function byGroup(value: (group: ColourGroup) => string): ExpressionSpecification {
  const cases = COLOUR_GROUPS.slice(1).flatMap((group) => [group, value(group)]);
  return ['match', ['get', 'group'], ...cases, value(COLOUR_GROUPS[0])] as unknown as ExpressionSpecification;
}

const certainOr = (certain: number, possible: number): ExpressionSpecification => [
  'case',
  ['==', ['get', 'presence'], 'certain'],
  certain,
  possible
];

const edge = (name: string): ExpressionSpecification => ['==', ['get', 'edge'], name];

/** The image id of a hatching in this colour; the map requests the image when it first needs it. */
export const hatchId = (colour: string) => `hatch:${colour}`;

/** Fills of areas: a set of municipalities is tinted; a region, whose boundary no one states, is hatched. */
export function areaFillLayers(palette: Palette): LayerSpecification[] {
  const colour = byGroup((group) => palette[group]);
  return [
    {
      id: 'area-set-fill',
      type: 'fill',
      source: 'areas',
      filter: edge('set'),
      paint: { 'fill-color': colour, 'fill-opacity': certainOr(0.1, 0.05) }
    },
    {
      id: 'area-region-fill',
      type: 'fill',
      source: 'areas',
      filter: edge('region'),
      paint: { 'fill-pattern': byGroup((group) => hatchId(palette[group])), 'fill-opacity': certainOr(0.34, 0.2) }
    }
  ];
}

/** Edges of areas. */
export function areaEdgeLayers(palette: Palette): LayerSpecification[] {
  const colour = byGroup((group) => palette[group]);
  const set = (presence: ExpressionSpecification): ExpressionSpecification => ['all', edge('set'), presence];
  return [
    {
      // No crisp line: a wide, blurred one shows that the edge is not known.
      id: 'area-region-edge',
      type: 'line',
      source: 'regions',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': byZoom(7, 6, 12, 16),
        'line-blur': byZoom(7, 4, 12, 12),
        'line-opacity': ['case', ['get', 'selected'], 0.45, certainOr(0.24, 0.14)]
      }
    },
    {
      id: 'area-set-edge',
      type: 'line',
      source: 'areas',
      filter: set(['==', ['get', 'presence'], 'certain']),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': ['case', ['get', 'selected'], 2.4, 1.3], 'line-opacity': 0.85 }
    },
    {
      id: 'area-set-edge-possible',
      type: 'line',
      source: 'areas',
      filter: set(['!=', ['get', 'presence'], 'certain']),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['case', ['get', 'selected'], 2.2, 1.2],
        'line-opacity': 0.7,
        'line-dasharray': [2, 2]
      }
    }
  ];
}

/** Opacity of accuracy circles, by the presence of the site's strongest event. */
export const ACCURACY = { fill: { certain: 0.12, possible: 0.06 }, edge: { certain: 0.6, possible: 0.4 } };

/**
 * Accuracy circles, true to scale, for the SVG map. MapLibre's map has `PrecisionLayer`, which needs no data transfer.
 */
export function accuracyLayers(palette: Palette): LayerSpecification[] {
  const colour = byGroup((group) => palette[group]);
  return [
    {
      id: 'accuracy-fill',
      type: 'fill',
      source: 'accuracy',
      paint: { 'fill-color': colour, 'fill-opacity': certainOr(ACCURACY.fill.certain, ACCURACY.fill.possible) }
    },
    {
      id: 'accuracy-edge',
      type: 'line',
      source: 'accuracy',
      paint: {
        'line-color': colour,
        'line-width': 1,
        'line-opacity': certainOr(ACCURACY.edge.certain, ACCURACY.edge.possible)
      }
    }
  ];
}
