import { describe, expect, test } from 'vitest';
import { basemapLayers } from '../../../../src/lib/map/maplibre/basemap-layers.ts';
import { areaEdgeLayers, areaFillLayers } from '../../../../src/lib/map/maplibre/scene-layers.ts';
import { styleValue } from '../../../../src/lib/map/svg/style-value.ts';
import { palettes } from '../../../../src/lib/ui/palette.ts';

const at = (zoom: number, properties: Record<string, unknown> = {}) => ({ zoom, properties });

describe('a value of the style', () => {
  test('grows evenly between its stops and stays beyond them', () => {
    const width = ['interpolate', ['linear'], ['zoom'], 7, 1, 12, 6];
    expect([6, 7, 9.5, 12, 14].map((zoom) => styleValue(at(zoom), width))).toEqual([1, 1, 3.5, 6, 6]);
  });
  test('is chosen by a property, by one of several, or else', () => {
    const value = ['match', ['get', 'class'], ['motorway', 'national'], 1, 'track', 2, 3];
    expect(['national', 'track', 'lane'].map((kind) => styleValue(at(9, { class: kind }), value))).toEqual([1, 2, 3]);
  });
  test('is the first case that holds', () => {
    const value = ['case', ['get', 'selected'], 1, ['==', ['get', 'presence'], 'certain'], 2, 3];
    expect(styleValue(at(9, { selected: true }), value)).toBe(1);
    expect(styleValue(at(9, { presence: 'certain' }), value)).toBe(2);
    expect(styleValue(at(9), value)).toBe(3);
  });
  test('may be a list that is no expression', () => {
    expect(styleValue(at(9), [4, 2.5])).toEqual([4, 2.5]);
  });
  test('with an operator that is not known is refused by its name', () => {
    expect(() => styleValue(at(9), ['step', ['zoom'], 1])).toThrow('"step"');
  });
  test('can be worked out for every layer that is drawn', () => {
    const layers = [
      ...basemapLayers(palettes.light, { relief: true, sea: true }, areaFillLayers(palettes.light)),
      ...areaEdgeLayers(palettes.light)
    ];
    for (const layer of layers) {
      for (const [name, value] of Object.entries({ ...layer.layout, ...layer.paint })) {
        expect(styleValue(at(9, { group: 'civic', presence: 'certain' }), value), `${layer.id} ${name}`).toBeDefined();
      }
      if ('filter' in layer) expect(typeof styleValue(at(9), layer.filter)).toBe('boolean');
    }
  });
});
