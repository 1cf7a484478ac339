import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basemapLayers } from '../../map/maplibre/basemap-layers.ts';
import { gridOf, type BasemapName, type BasemapPiece } from '../../map/svg/basemap-pieces.ts';
import { firstBounds, mercatorBox, toMercator } from '../../map/projection.ts';
import type { Dataset, Localised, LngLat } from '../../model/dataset.ts';
import { palettes } from '../../ui/palette.ts';
import { clipLine, clipRing, pathData, ringArea, simplify, type Position, type Rectangle } from './generalise.ts';

type Feature = GeoJSON.Feature<GeoJSON.Geometry | null, Record<string, unknown> | null>;
type Shown = Pick<Dataset, 'info' | 'areas'>;

/**
 * How far the map extends beyond the first view, in its widths and heights: as far as very wide or tall frames show.
 */
const BEYOND = { widths: 1.35, heights: 0.45 };
/** In units of the grid, of which the height of the first view has 1000: half a pixel of a map 500 pixels high. */
const TOLERANCE = 1;
/** Relief is a faint tint with soft shapes: an offset of some pixels is not visible. */
const RELIEF_TOLERANCE = 6;
const RELIEF_SMALLEST = 800;
/** Labels of places with a higher rank exist only in MapLibre. */
const LAST_RANK = 2;

const SOURCES = ['relief', 'water', 'municipalities', 'transport', 'boundaries'];

/**
 * The basemap as a small SVG for when MapLibre is not available or not yet loaded: the same files, filtered by the same
 * properties as in the style's layers, clipped to what a first view can show and simplified to its resolution.
 * `dir` is the data folder; a missing basemap file is left out.
 */
export function svgBasemap(dir: string, { info, areas }: Shown): BasemapPiece[] {
  const study = areas.map(({ geometry }): Feature => ({ type: 'Feature', geometry, properties: {} }));
  return [['study', study] as const, ...SOURCES.map((source) => [source, featuresOf(dir, source)] as const)].flatMap(
    ([source, features]) => pieces(source, features, info)
  );
}

/** Labels for the same SVG: countries and the larger places, in all forms of names. */
export function svgBasemapNames(dir: string, { info }: Shown): BasemapName[] {
  const [left, top, right, bottom] = frameOf(info);
  const point = (feature: Feature, rank: number | null): BasemapName[] => {
    if (feature.geometry?.type !== 'Point') return [];
    const lngLat = feature.geometry.coordinates.slice(0, 2) as unknown as LngLat;
    const [x, y] = onGrid(info)(lngLat);
    const here = x > left && x < right && y > top && y < bottom;
    return here ? [{ names: feature.properties?.names as Localised, lngLat, rank }] : [];
  };
  return [
    ...featuresOf(dir, 'labels').flatMap((feature) => point(feature, null)),
    ...featuresOf(dir, 'places').flatMap((feature) => {
      const rank = Number(feature.properties?.rank);
      return rank <= LAST_RANK ? point(feature, rank) : [];
    })
  ];
}

function featuresOf(dir: string, source: string): Feature[] {
  const file = join(dir, 'basemap', `${source}.geojson`);
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }).features;
}

function onGrid({ firstView }: Dataset['info']): (lngLat: readonly number[]) => Position {
  const { x: x0, y: y0, unit } = gridOf(firstView.bounds);
  return (lngLat) => {
    const { x, y } = toMercator(lngLat as unknown as LngLat);
    return [(x - x0) / unit, (y - y0) / unit];
  };
}

function frameOf({ firstView }: Dataset['info']): Rectangle {
  const { unit } = gridOf(firstView.bounds);
  const { width, height } = mercatorBox(firstBounds(firstView.bounds));
  const [w, h] = [width / unit, height / unit];
  return [-BEYOND.widths * w, -BEYOND.heights * h, (1 + BEYOND.widths) * w, (1 + BEYOND.heights) * h];
}

function pieces(source: string, features: readonly Feature[], info: Dataset['info']): BasemapPiece[] {
  const used = propertiesOf(source);
  const byKey = new Map<string, { properties: BasemapPiece['properties']; lines: Position[][]; closed: boolean }>();
  features.forEach((feature, index) => {
    const drawn = draw(source, feature.geometry, info);
    if (!drawn || drawn.lines.length === 0) return;
    const properties = Object.fromEntries(
      used.flatMap((name) => {
        const value = feature.properties?.[name];
        return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
      })
    );
    const key = drawn.closed ? String(index) : JSON.stringify(properties);
    const piece = byKey.get(key) ?? { properties, lines: [], closed: drawn.closed };
    piece.lines.push(...drawn.lines);
    byKey.set(key, piece);
  });
  const all = [...byKey.values()].map(({ properties, lines, closed }) => ({
    source,
    properties,
    d: pathData(lines, closed)
  }));
  // Duplicate shapes of areas are drawn once.
  return all.filter(({ d }, at) => all.findIndex((other) => other.d === d) === at);
}

function draw(source: string, geometry: GeoJSON.Geometry | null, info: Dataset['info']) {
  if (!geometry) return null;
  const frame = frameOf(info);
  const place = onGrid(info);
  const relief = source === 'relief';
  const whole = (line: Position[]) =>
    simplify(line, relief ? RELIEF_TOLERANCE : TOLERANCE)
      .map(([x, y]): Position => [Math.round(x), Math.round(y)])
      .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]![0] || y !== all[at - 1]![1]);
  const line = (positions: GeoJSON.Position[]) =>
    clipLine(positions.map(place), frame)
      .map(whole)
      .filter((part) => part.length > 1);
  const ring = (positions: GeoJSON.Position[]) => {
    const cut = whole(clipRing(positions.map(place), frame));
    return cut.length > 3 && (!relief || ringArea(cut) > RELIEF_SMALLEST) ? [cut] : [];
  };
  if (geometry.type === 'LineString') return { closed: false, lines: line(geometry.coordinates) };
  if (geometry.type === 'MultiLineString') return { closed: false, lines: geometry.coordinates.flatMap(line) };
  if (geometry.type === 'Polygon') return { closed: true, lines: geometry.coordinates.flatMap(ring) };
  if (geometry.type === 'MultiPolygon') return { closed: true, lines: geometry.coordinates.flat().flatMap(ring) };
  return null;
}

/** The names of the properties by which the style's layers filter the features of a source. */
function propertiesOf(source: string): string[] {
  const layers = basemapLayers(palettes.light, true, []).filter(
    (layer) => 'source' in layer && layer.source === source
  );
  const asked = [...JSON.stringify(layers).matchAll(/\["get","([^"]+)"\]/g)].map((match) => match[1]!);
  return [...new Set(asked)];
}
