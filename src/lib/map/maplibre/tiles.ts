import type {
  AddProtocolAction,
  LayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
  StyleSpecification
} from 'maplibre-gl';
import { layers as protomapsLayers, namedFlavor, type Flavor } from '@protomaps/basemaps';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import type { Language } from '../../i18n/language.ts';
import { palettes, type Theme } from '../../ui/palette.ts';
import { ITALIC, REGULAR } from './label-layers.ts';
import { addProtocol } from './load.ts';
import { styleChanges } from './style-changes.ts';

/*
 * Tiles over the embedded basemap. It is there first, and whatever is wrong with the tiles, it stays: nothing of it is
 * hidden before they have been drawn. This file, with its packages, is only in builds whose data name tiles.
 */

/** In `dataset.json`: an archive of vector tiles in the schema of Protomaps, or a style of MapLibre. */
export type TileOptions = { pmtiles: string } | { style: string; connect?: string[] };

export type TilesOf = {
  map: MapLibreMap;
  options: TileOptions;
  /** The site's folder, in which a relative address begins. */
  root: string;
  theme: Theme;
  /** The form of names that the reader has chosen. */
  form: string;
  /** Layers that the data folder brings itself: what the tiles have of these is left out. */
  ownBoundaries: boolean;
  t: Language['t'];
  /** Called once the tiles have been drawn, or cannot be: then they have been removed, and `note` says so. */
  onchange: (state: 'ready' | 'failed', note: string) => void;
};

const ID = 'tiles';
/** Under the areas of the data, and the names under the reserved places of sites. */
const GROUND_BELOW = 'area-set-fill';
const NAMES_BELOW = 'keep-out';
/** What of the embedded basemap the tiles have better; land and borders stay, for beyond the tiles. */
const REPLACED = ['water', 'transport', 'places', 'relief', 'study'];

/** What there is to draw, before it is known in which colours. */
type Source = {
  sources: Record<string, SourceSpecification>;
  layers: (theme: Theme, form: string) => LayerSpecification[];
};

export type Tiles = { setStyle: (theme: Theme, form: string) => void; remove: () => void };

/** Lays tiles over the embedded basemap of a map. Never throws: `onchange` tells how it went. */
export async function showTiles(of: TilesOf): Promise<Tiles> {
  const { map, options, root, onchange } = of;
  let source: Source;
  try {
    source = await ('pmtiles' in options
      ? archiveSource(new URL(options.pmtiles, root).href, of)
      : styleSource(new URL(options.style, root).href));
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), of);
  }
  let shown = source.layers(of.theme, of.form);
  let hidden: string[] = [];
  let removed = false;

  function remove() {
    if (removed) return;
    removed = true;
    map.off('error', onerror);
    map.off('idle', onidle);
    for (const id of hidden) map.setLayoutProperty(id, 'visibility', 'visible');
    for (const { id } of shown) if (map.getLayer(id)) map.removeLayer(id);
    for (const id of Object.keys(source.sources)) if (map.getSource(id)) map.removeSource(id);
  }
  function onerror({ error, sourceId }: { error: { message: string }; sourceId?: string }) {
    if (sourceId === undefined || !(sourceId in source.sources)) return;
    remove();
    failed(error.message, of);
  }
  function onidle() {
    if (!Object.keys(source.sources).every((id) => map.isSourceLoaded(id))) return;
    map.off('idle', onidle);
    hidden = map
      .getStyle()
      .layers.filter((layer) => 'source' in layer && REPLACED.includes(layer.source) && !layer.id.startsWith(ID))
      .map(({ id }) => id);
    for (const id of hidden) map.setLayoutProperty(id, 'visibility', 'none');
    onchange('ready', '');
  }

  map.on('error', onerror);
  map.on('idle', onidle);
  for (const [id, specification] of Object.entries(source.sources)) map.addSource(id, specification);
  for (const layer of shown) map.addLayer(layer, layer.type === 'symbol' ? NAMES_BELOW : GROUND_BELOW);
  return {
    remove,
    setStyle(theme, form) {
      if (removed) return;
      const next = source.layers(theme, form);
      const style = (layers: LayerSpecification[]) => ({ version: 8, sources: {}, layers }) as StyleSpecification;
      for (const { layer, of: kind, property, value } of styleChanges(style(shown), style(next))) {
        if (kind === 'paint') map.setPaintProperty(layer, property as never, value as never);
        else map.setLayoutProperty(layer, property as never, value as never);
      }
      shown = next;
    }
  };
}

function failed(why: string, { t, onchange }: TilesOf): Tiles {
  console.warn(`tiles: ${why}`);
  onchange('failed', t('map.tiles.failed'));
  return { setStyle: () => {}, remove: () => {} };
}

async function archiveSource(url: string, { ownBoundaries }: TilesOf): Promise<Source> {
  const archive = new PMTiles(url);
  const { tileType, tileDataOffset, tileDataLength, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } =
    await archive.getHeader();
  if (tileType !== TileType.Mvt) throw new Error(`${url} has no vector tiles`);
  if (tileDataLength) {
    // A file that was cut off on its way to the server fails somewhere on the map, and later.
    const { data } = await archive.source.getBytes(tileDataOffset + tileDataLength - 1, 1);
    if (data.byteLength !== 1) throw new Error(`${url} is not whole`);
  }
  const protocol = new Protocol({ errorOnMissingTile: false });
  protocol.add(archive);
  await addProtocol('pmtiles', protocol.tilev4 as AddProtocolAction);
  return {
    sources: {
      [ID]: {
        type: 'vector',
        tiles: [`pmtiles://${url}/{z}/{x}/{y}`],
        minzoom: minZoom,
        maxzoom: maxZoom,
        bounds: [minLon, minLat, maxLon, maxLat]
      }
    },
    layers: (theme, form) =>
      ours(protomapsLayers(ID, flavorOf(theme), { lang: languageOf(form) }) as LayerSpecification[]).filter(
        ({ id }) => !(id.includes('places_country') || (ownBoundaries && id.includes('boundaries')))
      )
  };
}

/** The colours of the embedded basemap, as far as the flavour of Protomaps asks for them. */
function flavorOf(theme: Theme): Flavor {
  const { landElsewhere, land, water, road, boundary, label, labelHalo, railway } = palettes[theme];
  const roads = ['other', 'minor_service', 'minor_a', 'minor_b', 'link', 'major', 'highway'] as const;
  const colours = Object.fromEntries(roads.map((kind) => [kind, road]));
  return {
    ...namedFlavor(theme),
    ...colours,
    landcover: undefined,
    background: water,
    earth: landElsewhere,
    buildings: land,
    water,
    railway,
    boundaries: boundary,
    city_label: label,
    city_label_halo: labelHalo,
    subplace_label: label,
    subplace_label_halo: labelHalo,
    state_label: label,
    state_label_halo: labelHalo
  };
}

/** In the names of OpenStreetMap, where a language alone has its usual script. */
const languageOf = (form: string) => (form === 'sr-Cyrl' ? 'sr' : form);

async function styleSource(url: string): Promise<Source> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const style = (await answer.json()) as StyleSpecification;
  if (!Array.isArray(style.layers) || typeof style.sources !== 'object') throw new Error(`${url} is no style`);
  const absolute = (source: SourceSpecification) =>
    'url' in source && source.url ? { ...source, url: new URL(source.url, url).href } : source;
  return {
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([id, source]) => [`${ID}-${id}`, absolute(source) as SourceSpecification])
    ),
    layers: (_theme, form) =>
      ours(style.layers).map((layer) => ({ ...inLanguage(layer, languageOf(form)), source: `${ID}-${layer.source}` }))
  };
}

type Sourced = Exclude<LayerSpecification, { type: 'background' }> & { source: string };

/**
 * Layers as this map can draw them: with its own fonts, and without what needs pictures, which would be fetched from
 * elsewhere.
 */
function ours(layers: readonly LayerSpecification[]): Sourced[] {
  const drawn = layers.filter((layer): layer is Sourced => layer.type !== 'background' && 'source' in layer);
  return drawn
    .filter((layer) => !/"(icon-image|(fill|line)-pattern)"/.test(JSON.stringify(layer)))
    .map((layer) => {
      const id = `${ID}-${layer.id}`;
      if (layer.type !== 'symbol') return { ...layer, id };
      const font = /italic|oblique/i.test(JSON.stringify(layer.layout?.['text-font'] ?? '')) ? ITALIC : REGULAR;
      return { ...layer, id, layout: { ...withFonts(layer.layout), 'text-font': [font] } };
    }) as Sourced[];
}

/** Of parts of a text in fonts of their own, all in the one. */
function withFonts<T>(json: T): T {
  return JSON.parse(JSON.stringify(json ?? {}), (key, value: unknown) =>
    key === 'text-font' ? undefined : value
  ) as T;
}

/** Where a style letters by names of the tiles, by those in the reader's form first. */
function inLanguage(layer: Sourced, lang: string): Sourced {
  if (layer.type !== 'symbol' || !JSON.stringify(layer.layout?.['text-field'] ?? '').includes('name')) return layer;
  const field = layer.layout!['text-field'];
  const token = typeof field === 'string' ? /^\{([^}]+)\}$/.exec(field)?.[1] : undefined;
  if (typeof field === 'string' && token === undefined) return layer;
  const own = token === undefined ? field : ['get', token];
  return { ...layer, layout: { ...layer.layout, 'text-field': ['coalesce', ['get', `name:${lang}`], own] } } as Sourced;
}
