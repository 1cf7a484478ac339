import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/palette.ts';
import type { NameForm } from '../../model/dataset.ts';
import { basemapLayers } from './basemap-layers.ts';
import { ITALIC, labelLayers, REGULAR } from './label-layers.ts';
import { regionsOf, type MapFeatures } from '../features.ts';
import { areaEdgeLayers, areaFillLayers } from './scene-layers.ts';

/** The layers of a basemap that have a file each. */
export const BASEMAP_SOURCES = ['land', 'boundaries', 'municipalities', 'water', 'transport', 'places'] as const;

/** URLs of the basemap's GeoJSON files, where they are. Relative URLs are relative to the page. */
export type BasemapUrls = Partial<Record<(typeof BASEMAP_SOURCES)[number] | 'relief', string>>;

/**
 * What is so of a basemap. `sea`: land is known, and not all is land. `schematic`: roads and the like are drawn roughly.
 * `disputed`: it has disputed lines.
 */
export type BasemapFacts = { sea: boolean; schematic: boolean; disputed: boolean };

type Subsets = Record<'latin' | 'latinExt' | 'cyrillic', string>;
export type FontUrls = { regular: Subsets; italic: Subsets };

export type StyleOptions = {
  urls: BasemapUrls;
  sea: boolean;
  /** By how many zooms later than usual places are labelled. */
  labelShift: number;
  fontUrls: FontUrls;
  palette: Palette;
  nameForm: NameForm;
  features: Pick<MapFeatures, 'study' | 'keepOut' | 'areas'>;
  /** Makes a URL absolute: the worker that fetches it has another base. */
  absolute: (url: string) => string;
};

// The same subsets as the font's style sheets: a file is fetched only for letters that it contains.
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+FEFF,U+FFFD',
  latinExt: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'
} as const satisfies Record<keyof Subsets, string>;

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The map: basemap, the areas of the scene, labels; the events are separate layers. No sprite, no glyph server, no tile
 * server. Pure: another theme or form of names is another style; `styleChanges` computes the difference.
 */
export function mapStyle({
  urls,
  sea,
  labelShift,
  fontUrls,
  palette,
  nameForm,
  features,
  absolute
}: StyleOptions): StyleSpecification {
  const { study, keepOut, areas } = features;
  const file = (url: string) => ({ type: 'geojson' as const, data: absolute(url), tolerance: 0.25 });
  const inline = (data: GeoJSON.FeatureCollection) => ({ type: 'geojson' as const, data, tolerance: 0.25 });
  const faces = (subsets: Subsets) =>
    (Object.keys(RANGES) as (keyof Subsets)[]).map((name) => ({
      url: absolute(subsets[name]),
      'unicode-range': RANGES[name].split(',')
    }));
  return {
    version: 8,
    'font-faces': { [REGULAR]: faces(fontUrls.regular), [ITALIC]: faces(fontUrls.italic) },
    // Colours change immediately: a fade would show states that never existed.
    transition: { duration: 0, delay: 0 },
    sources: {
      ...Object.fromEntries(BASEMAP_SOURCES.map((name) => [name, urls[name] ? file(urls[name]) : inline(NOTHING)])),
      ...(urls.relief ? { relief: file(urls.relief) } : {}),
      study: inline(study),
      'keep-out': inline(keepOut),
      // Set with the camera: `MapSession.setNames`.
      'land-names': inline(NOTHING),
      areas: inline(areas),
      // The same once more, coarser: a wide, blurred line frays where its course is finer than its width.
      regions: { ...inline(regionsOf(areas)), tolerance: 5 }
    },
    layers: [
      ...basemapLayers(palette, { relief: urls.relief !== undefined, sea }, areaFillLayers(palette)),
      ...areaEdgeLayers(palette),
      ...labelLayers(
        palette,
        nameForm,
        keepOut.features.map(({ properties }) => String(properties?.['name:en'])),
        labelShift
      )
    ]
  };
}
