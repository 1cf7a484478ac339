import { featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import type { MapFeatures } from '../../../../src/lib/map/features.ts';
import { hatch } from '../../../../src/lib/map/maplibre/hatch.ts';
import { styleChanges } from '../../../../src/lib/map/maplibre/style-changes.ts';
import { mapStyle, type BasemapUrls, type FontUrls } from '../../../../src/lib/map/maplibre/style.ts';
import { palettes, type Theme } from '../../../../src/lib/ui/palette.ts';

const none = { type: 'FeatureCollection' as const, features: [] };
const features: MapFeatures = { study: none, keepOut: none, areas: none, accuracy: none };
const names = ['land', 'boundaries', 'municipalities', 'water', 'transport', 'places', 'relief'] as const;
const urls = Object.fromEntries(names.map((name) => [name, `./${name}.geojson`])) as BasemapUrls;
const subsets = { latin: './a.woff2', latinExt: './b.woff2', cyrillic: './c.woff2' };
const fontUrls: FontUrls = { regular: subsets, italic: subsets };

const style = (theme: Theme = 'light', nameForm = 'en', basemap = urls): StyleSpecification =>
  mapStyle({
    urls: basemap,
    sea: false,
    labelShift: 0,
    fontUrls,
    palette: palettes[theme],
    nameForm,
    features,
    absolute: (url) => new URL(url, 'https://map.test/sub/').href
  });

describe('the style of the map', () => {
  test('is one that the style specification allows, in both themes', () => {
    expect(validateStyleMin(style('light'))).toEqual([]);
    expect(validateStyleMin(style('dark'))).toEqual([]);
  });
  test('asks nothing of any other server: no sprite, no glyphs, no tiles, every address under the page', () => {
    expect(style()).not.toHaveProperty('sprite');
    expect(style()).not.toHaveProperty('glyphs');
    const addresses = JSON.stringify(style()).match(/https?:[^"]+/g)!;
    expect(addresses.length).toBeGreaterThan(names.length);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/map\.test\/sub\//);
  });
  test('draws the disputed line once, dashed', () => {
    const lines = style().layers.filter(
      (layer) => 'source' in layer && layer.source === 'boundaries' && layer.id !== 'boundary-seam'
    );
    expect(lines.map(({ id }) => id)).toEqual(['boundary', 'boundary-disputed']);
    expect(JSON.stringify(lines[0])).not.toContain('line-dasharray');
    expect(JSON.stringify(lines[1])).toContain('line-dasharray');
  });
  test('gives all land one colour, whoever holds it', () => {
    const land = style().layers.filter((layer) => 'source' in layer && layer.source === 'land');
    expect(land).toHaveLength(1);
    expect(land[0]).not.toHaveProperty('filter');
  });
  test('leaves the names of sites to the marks over the map', () => {
    const site = {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [20, 43] },
      properties: { 'name:en': 'Town' }
    };
    const { layers } = mapStyle({
      urls,
      sea: false,
      labelShift: 0,
      fontUrls,
      palette: palettes.light,
      nameForm: 'en',
      features: { ...features, keepOut: { ...none, features: [site] } },
      absolute: (url) => url
    });
    const places = layers.filter((layer) => 'source' in layer && layer.source === 'places');
    expect(places.length).toBeGreaterThan(2);
    for (const layer of places) {
      const { filter } = featureFilter((layer as { filter: FilterSpecification }).filter, 'filter');
      const shown = (name: string) =>
        filter({ zoom: 9 }, { type: 1, properties: { 'name:en': name, rank: Number(layer.id.at(-1)) } } as never);
      expect([shown('Town'), shown('Village')], layer.id).toEqual([false, true]);
    }
  });
  test('draws nothing, and asks for nothing, where the data folder has no file', () => {
    const empty = style('light', 'en', {});
    expect(validateStyleMin(empty)).toEqual([]);
    expect(JSON.stringify(empty.sources)).not.toContain('https:');
  });
  test('has the ground in the colour of water only where there is sea beside the land', () => {
    const ground = (sea: boolean) =>
      mapStyle({
        urls,
        sea,
        labelShift: 0,
        fontUrls,
        palette: palettes.light,
        nameForm: 'en',
        features,
        absolute: (url) => url
      }).layers[0]!.paint;
    expect(ground(true)).toEqual({ 'background-color': palettes.light.water });
    expect(ground(false)).toEqual({ 'background-color': palettes.light.landElsewhere });
  });
  test('does without relief where there is none', () => {
    const { relief: _, ...flat } = urls;
    expect(validateStyleMin(style('light', 'en', flat))).toEqual([]);
    expect(style('light', 'en', flat).layers.some(({ id }) => id === 'relief')).toBe(false);
  });
});

describe('from one style to the next', () => {
  test('equal styles differ in nothing', () => {
    expect(styleChanges(style(), style())).toEqual([]);
  });
  test('another form of names changes texts only', () => {
    const changes = styleChanges(style('light', 'en'), style('light', 'sq'));
    expect(changes.length).toBeGreaterThan(3);
    expect(new Set(changes.map(({ of, property }) => `${of} ${property}`))).toEqual(new Set(['layout text-field']));
  });
  test('another theme changes colours, and applying the changes gives the other style', () => {
    const result = structuredClone(style('light'));
    for (const { layer, of, property, value } of styleChanges(style('light'), style('dark'))) {
      const target = result.layers.find(({ id }) => id === layer)!;
      Object.assign((target[of] ??= {}), { [property]: value });
    }
    expect(result.layers).toEqual(style('dark').layers);
  });
});

test('the hatching joins with itself', () => {
  const { width, height, data } = hatch('#b3321f');
  const alpha = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4 + 3];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) expect(alpha(x, y)).toBe(alpha(x + 1, y + width - 1));
  expect([...data.slice(0, 4)]).toEqual([0xb3, 0x32, 0x1f, 255]);
});
