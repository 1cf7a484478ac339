import { describe, expect, test } from 'vitest';
import type { BasemapPiece } from '../../../../src/lib/map/svg/basemap-pieces.ts';
import { gridOf, gridTransform } from '../../../../src/lib/map/svg/basemap-pieces.ts';
import { fitCamera, firstBounds, projector, toMercator, type Bounds } from '../../../../src/lib/map/projection.ts';
import { pageColours } from '../../../../src/lib/ui/page-colours.ts';
import { shapesToString } from '../../../../src/lib/svg/shape.ts';
import { geometryPath, basemapPieces, basemapShapes } from '../../../../src/lib/map/svg/svg-basemap.ts';
import { palettes } from '../../../../src/lib/ui/palette.ts';

const bounds: Bounds = [20.42, 42.82, 20.98, 43.28];
const size = { width: 800, height: 500 };
const camera = fitCamera(firstBounds(bounds), size, { min: 0, max: 20 });
const none = { type: 'FeatureCollection' as const, features: [] };
const pieces: BasemapPiece[] = [
  { source: 'water', properties: { kind: 'river', rank: 1 }, d: 'm0 0 10 10' },
  { source: 'boundaries', properties: { status: 'disputed' }, d: 'm5 5 10 0' }
];
const basemap = (zoom = camera.zoom, colours = palettes.light) =>
  shapesToString(
    basemapShapes({
      pieces,
      grid: gridOf(bounds),
      features: { areas: none, accuracy: none },
      camera: { ...camera, zoom },
      size,
      colours
    })
  );

describe('the grid of the drawn basemap', () => {
  test('puts its units where the projection puts the same place', () => {
    const grid = gridOf(bounds);
    const { x, y, scale } = gridTransform(grid, camera, size);
    for (const lngLat of [
      [20.42, 43.28],
      [20.7, 43.05],
      [21.4, 42.5]
    ] as [number, number][]) {
      const mercator = toMercator(lngLat);
      const at = projector(camera, size)(lngLat);
      expect(((mercator.x - grid.x) / grid.unit) * scale + x).toBeCloseTo(at.x, 6);
      expect(((mercator.y - grid.y) / grid.unit) * scale + y).toBeCloseTo(at.y, 6);
    }
  });
  test('is finer than a pixel on a map 700 px high', () => {
    const tall = { width: 1400, height: 700 };
    const first = fitCamera(firstBounds(bounds), tall, { min: 0, max: 20 });
    expect(gridTransform(gridOf(bounds), first, tall).scale).toBeLessThan(0.8);
  });
});

describe('the drawn basemap', () => {
  test('uses each piece by the layers that draw it: a disputed line on its seam, dashed', () => {
    const uses = [...basemap().matchAll(/<use href="#basemap-1"[^>]*>/g)].map((match) => match[0]);
    expect(uses).toHaveLength(2);
    expect(uses[0]).not.toContain('dasharray');
    expect(uses[1]).toContain('stroke-dasharray');
  });
  test('keeps its lines as wide in pixels at any zoom as the style says', () => {
    const width = (zoom: number) => {
      const scale = gridTransform(gridOf(bounds), { ...camera, zoom }, size).scale;
      return Number(/<use href="#basemap-0"[^>]*stroke-width="([^"]+)"/.exec(basemap(zoom))![1]) * scale;
    };
    expect(width(7)).toBeCloseTo(1.1, 1);
    expect(width(12)).toBeCloseTo(3.2, 1);
  });
  test('in the page has the style sheet’s variables for colours, and no style attribute', () => {
    expect(basemap(camera.zoom, pageColours)).toContain('stroke="var(--river)"');
    expect(basemap(camera.zoom, pageColours)).not.toMatch(/#[0-9a-f]{6}|style=/);
  });
  test('names what each piece is, so that the page can be read back', () => {
    const [first] = basemapPieces(pieces).children!;
    expect(JSON.parse(String(first!.attributes!['data-basemap']))).toEqual({
      source: 'water',
      properties: { kind: 'river', rank: 1 }
    });
  });
});

test('areas become path data in pixels, without points that fall together', () => {
  const triangle: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [10.01, 0.01],
        [10, 10],
        [0, 0]
      ]
    ]
  };
  expect(geometryPath(triangle, ([x, y]) => ({ x, y }))).toBe('M0 0L10 0L10 10Z');
});

test('text and attributes are escaped when shapes are written out', () => {
  expect(shapesToString([{ tag: 'text', attributes: { href: '"<', x: undefined }, text: 'a < b & c' }])).toBe(
    '<text href="&quot;&lt;">a &lt; b &amp; c</text>'
  );
});
