import type { ExpressionSpecification, SymbolLayerSpecification, LayerSpecification } from 'maplibre-gl';
import type { NameForm } from '../../model/dataset.ts';
import type { Palette } from '../../ui/palette.ts';
import type { LandName } from '../names/land-names.ts';
import { byZoom } from './basemap-layers.ts';

export const REGULAR = 'Noto Sans Regular';
export const ITALIC = 'Noto Sans Italic';
const FONT = [REGULAR];
const WATER_FONT = [ITALIC];

/**
 * Places by rank: the zoom from which they are labelled, font size at zooms 7 and 12, and radius of the dot, in pixels.
 */
export const RANKS = [
  { rank: 1, minzoom: 7, from: 11.5, to: 15, dotPx: 2.4 },
  { rank: 2, minzoom: 8.4, from: 10.5, to: 13, dotPx: 1.9 },
  { rank: 3, minzoom: 9.6, from: 10, to: 12, dotPx: 1.5 }
];
/** Font sizes at zooms 7 and 10; `spacing` is the letter spacing relative to the font size. */
export const COUNTRY_NAMES = { minzoom: 0, from: 12, to: 16, spacing: 0.3 };
/** The style knows no zoom below 0. */
const from = (minzoom: number, shift: number) => Math.max(0, minzoom + shift);
export const LAND_NAME_OPACITY = 0.8;
export const MUNICIPALITY_NAMES = { minzoom: 9.6, from: 10.5, to: 10.5, spacing: 0.18 };

/**
 * Labels of the basemap in the reader's form of names. Few at first, more when zoomed in. The names of the data's sites
 * are not here: they are part of the marks over the map, and `keep-out` reserves their space; `siteNames` are these, in
 * English. `shift`: by how many zooms later than written (`labelShift`).
 */
export function labelLayers(
  palette: Palette,
  nameForm: NameForm,
  siteNames: readonly string[],
  shift: number
): LayerSpecification[] {
  const name: ExpressionSpecification = ['coalesce', ['get', `name:${nameForm}`], ['get', 'name:en']];
  const paint: SymbolLayerSpecification['paint'] = {
    'text-color': palette.label,
    'text-halo-color': palette.labelHalo,
    'text-halo-width': 1.4
  };
  const ranked = (rank: number): ExpressionSpecification => [
    'all',
    ['==', ['get', 'rank'], rank],
    ['!', ['in', ['get', 'name:en'], ['literal', [...siteNames]]]]
  ];
  const dots = RANKS.map(({ rank, minzoom, dotPx }): LayerSpecification => ({
    id: `place-dot-${rank}`,
    type: 'circle',
    source: 'places',
    minzoom: from(minzoom, shift),
    filter: ranked(rank),
    paint: {
      'circle-radius': dotPx,
      'circle-color': palette.labelHalo,
      'circle-stroke-color': palette.label,
      'circle-stroke-width': 1
    }
  }));
  // Later layers are placed first: rank 1 is last, so that a village never displaces a city's label.
  const names = [...RANKS].reverse().map(({ rank, minzoom, from: least, to }): LayerSpecification => ({
    id: `place-${rank}`,
    type: 'symbol',
    source: 'places',
    minzoom: from(minzoom, shift),
    filter: ranked(rank),
    layout: {
      'text-field': name,
      'text-font': FONT,
      'text-size': byZoom(7, least, 12, to),
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.42,
      'text-justify': 'auto',
      'text-padding': 6
    },
    paint
  }));
  return [
    ...waterNames(name, paint, shift),
    ...dots,
    ...names,
    landNames('municipality', MUNICIPALITY_NAMES, palette),
    landNames('country', COUNTRY_NAMES, palette),
    {
      // Invisible. Placed before all other labels, it keeps them off the places of marks and site names.
      id: 'keep-out',
      type: 'symbol',
      source: 'keep-out',
      layout: {
        'text-field': ['concat', '—— ', name],
        'text-font': FONT,
        'text-size': 13,
        'text-anchor': 'left',
        'text-offset': [-1.2, 0],
        'text-allow-overlap': true,
        'text-padding': 4
      },
      paint: { 'text-opacity': 0 }
    }
  ];
}

function waterNames(
  name: ExpressionSpecification,
  paint: SymbolLayerSpecification['paint'],
  shift: number
): LayerSpecification[] {
  return [
    {
      id: 'river-name',
      type: 'symbol',
      source: 'water',
      minzoom: from(8.4, shift),
      filter: ['==', ['get', 'kind'], 'river'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': name,
        'text-font': WATER_FONT,
        'text-size': 11,
        'text-letter-spacing': 0.08,
        'text-max-angle': 32,
        'text-padding': 24
      },
      paint: { ...paint, 'text-opacity': 0.85 }
    },
    {
      id: 'lake-name',
      type: 'symbol',
      source: 'water',
      minzoom: from(9, shift),
      filter: ['==', ['get', 'kind'], 'lake'],
      layout: { 'text-field': name, 'text-font': WATER_FONT, 'text-size': 11, 'text-max-width': 6, 'text-padding': 8 },
      paint: { ...paint, 'text-opacity': 0.85 }
    }
  ];
}

/** Their points and lines come with the camera (`names/land-names.ts`), which found that there is room. */
function landNames(
  kind: LandName['kind'],
  { from, to, spacing }: typeof COUNTRY_NAMES,
  palette: Palette
): SymbolLayerSpecification {
  return {
    id: `${kind}-name`,
    type: 'symbol',
    source: 'land-names',
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['get', 'text'],
      'text-font': FONT,
      'text-size': byZoom(7, from, 10, to),
      'text-letter-spacing': spacing,
      'text-max-width': 100,
      'text-allow-overlap': true,
      'text-padding': 4
    },
    paint: {
      'text-color': palette.inkSoft,
      'text-halo-color': palette.labelHalo,
      'text-halo-width': 1.2,
      'text-opacity': LAND_NAME_OPACITY
    }
  };
}
