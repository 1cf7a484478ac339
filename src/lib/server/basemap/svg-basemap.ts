import { basemapLayers } from '../../map/maplibre/basemap-layers.ts';
import { locatorBox } from '../../map/locator.ts';
import { gridOf, LAND, LOCATOR_LINES, type BasemapName, type BasemapPiece } from '../../map/svg/basemap-pieces.ts';
import { firstBounds, mercatorBox, toMercator } from '../../map/projection.ts';
import { LAST_LATITUDE } from '../../model/longitude.ts';
import type { Dataset, Localised, LngLat } from '../../model/dataset.ts';
import { palettes } from '../../ui/palette.ts';
import { featuresBeside, type Feature } from './features.ts';
import { clipLine, clipRing, pathData, ringArea, simplify, type Position, type Rectangle } from './generalise.ts';
import { hasSea } from './sea.ts';

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
/** Islands of some pixels are kept. */
const LAND_SMALLEST = 6;
/** Labels of places with a higher rank exist only in MapLibre. */
const LAST_RANK = 2;

/** Of the outlines in which the names of countries find room, and of the lines of the locator, a small picture. */
const LAND_TOLERANCE = 16;
const LOCATOR_TOLERANCE = 30;

const SOURCES = ['relief', 'water', 'municipalities', 'transport', 'boundaries'];

/**
 * The basemap as a small SVG for when MapLibre is not available or not yet loaded: the same files, filtered by the same
 * properties as in the style's layers, clipped to what a first view can show and simplified to its resolution.
 * `dir` is the data folder; a missing basemap file is left out.
 */
export function svgBasemap(dir: string, { info, areas }: Shown): BasemapPiece[] {
  const study = areas.map(({ geometry }): Feature => ({ type: 'Feature', geometry, properties: {} }));
  const land = featuresBeside(dir, 'land', info.bounds);
  // Land is drawn only where something else is seen beside it: it has the colour of the ground.
  const coast = hasSea(land, onGrid(info), frameOf(info)) ? [['land', land] as const] : [];
  const drawn = [
    ...coast,
    ['study', study] as const,
    ...SOURCES.map((source) => [source, featuresBeside(dir, source, info.bounds)] as const)
  ];
  return drawn.flatMap(([source, features]) =>
    pieces(features, { ...styled(source), source, frame: frameOf(info) }, info)
  );
}

/**
 * What the style does not draw: outlines of the countries, in which their names find room, and the lines between them,
 * as far as the locator shows them. On the grid of the basemap.
 */
export function svgSurroundings(dir: string, { info }: Shown): BasemapPiece[] {
  const { x, y, width, height } = locatorBox(info);
  const frame: Rectangle = [x, y, x + width, y + height];
  const land = { source: LAND, used: ['a3'], tolerance: LAND_TOLERANCE, smallest: LAND_TOLERANCE ** 2, frame };
  const lines = { source: LOCATOR_LINES, used: ['status'], tolerance: LOCATOR_TOLERANCE, smallest: 0, frame };
  return [
    ...pieces(featuresBeside(dir, 'land', info.bounds), land, info),
    ...pieces(featuresBeside(dir, 'boundaries', info.bounds), lines, info)
  ];
}

/** Labels for the same SVG: countries, municipalities and the larger places, in all forms of names. */
export function svgBasemapNames(dir: string, { info }: Shown): BasemapName[] {
  const [left, top, right, bottom] = frameOf(info);
  const point = (feature: Feature) => {
    if (feature.geometry?.type !== 'Point') return [];
    const lngLat = feature.geometry.coordinates.slice(0, 2) as unknown as LngLat;
    return [{ names: feature.properties?.names as Localised, lngLat }];
  };
  const isHere = ({ lngLat }: { lngLat: LngLat }) => {
    const [x, y] = onGrid(info)(lngLat);
    return x > left && x < right && y > top && y < bottom;
  };
  return [
    // Before the countries, which have more places to choose from.
    ...featuresBeside(dir, 'municipalities', info.bounds).flatMap((feature): BasemapName[] =>
      point(feature).map((name) => ({ ...name, kind: 'municipality' }))
    ),
    // Wherever its point is: the name stands in what is seen of the country.
    ...featuresBeside(dir, 'labels', info.bounds).flatMap((feature): BasemapName[] =>
      point(feature).map((name) => ({ ...name, kind: 'country', land: String(feature.properties?.a3) }))
    ),
    ...featuresBeside(dir, 'places', info.bounds).flatMap((feature): BasemapName[] => {
      const rank = Number(feature.properties?.rank);
      return rank > LAST_RANK
        ? []
        : point(feature)
            .filter(isHere)
            .map((name) => ({ ...name, kind: 'place', rank }));
    })
  ];
}

function onGrid({ firstView }: Dataset['info']): (lngLat: readonly number[]) => Position {
  const { x: x0, y: y0, unit } = gridOf(firstView.bounds);
  return (lngLat) => {
    // As far as the projection goes: Antarctica reaches to the pole.
    const lat = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lngLat[1]!));
    const { x, y } = toMercator([lngLat[0]!, lat]);
    return [(x - x0) / unit, (y - y0) / unit];
  };
}

function frameOf({ firstView }: Dataset['info']): Rectangle {
  const { unit } = gridOf(firstView.bounds);
  const { width, height } = mercatorBox(firstBounds(firstView.bounds));
  const [w, h] = [width / unit, height / unit];
  return [-BEYOND.widths * w, -BEYOND.heights * h, (1 + BEYOND.widths) * w, (1 + BEYOND.heights) * h];
}

/** How features become pieces: the properties that are kept, how much detail, and cut to which part of the grid. */
type Drawing = {
  source: string;
  used: readonly string[];
  tolerance: number;
  /** Rings with less area are left out. */
  smallest: number;
  frame: Rectangle;
};

const styled = (source: string) => ({
  used: propertiesOf(source),
  tolerance: source === 'relief' ? RELIEF_TOLERANCE : TOLERANCE,
  smallest: { relief: RELIEF_SMALLEST, land: LAND_SMALLEST }[source] ?? 0
});

function pieces(features: readonly Feature[], drawing: Drawing, info: Dataset['info']): BasemapPiece[] {
  const { source, used } = drawing;
  const byKey = new Map<string, { properties: BasemapPiece['properties']; lines: Position[][]; closed: boolean }>();
  features.forEach((feature, index) => {
    const drawn = draw(feature.geometry, drawing, info);
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

function draw(geometry: GeoJSON.Geometry | null, { tolerance, smallest, frame }: Drawing, info: Dataset['info']) {
  if (!geometry) return null;
  const place = onGrid(info);
  const whole = (line: Position[]) =>
    simplify(line, tolerance)
      .map(([x, y]): Position => [Math.round(x), Math.round(y)])
      .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]![0] || y !== all[at - 1]![1]);
  const line = (positions: GeoJSON.Position[]) =>
    clipLine(positions.map(place), frame)
      .map(whole)
      .filter((part) => part.length > 1);
  const ring = (positions: GeoJSON.Position[]) => {
    const cut = whole(clipRing(positions.map(place), frame));
    return cut.length > 3 && (smallest === 0 || ringArea(cut) > smallest) ? [cut] : [];
  };
  if (geometry.type === 'LineString') return { closed: false, lines: line(geometry.coordinates) };
  if (geometry.type === 'MultiLineString') return { closed: false, lines: geometry.coordinates.flatMap(line) };
  if (geometry.type === 'Polygon') return { closed: true, lines: geometry.coordinates.flatMap(ring) };
  if (geometry.type === 'MultiPolygon') return { closed: true, lines: geometry.coordinates.flat().flatMap(ring) };
  return null;
}

/** The names of the properties by which the style's layers filter the features of a source. */
function propertiesOf(source: string): string[] {
  const layers = basemapLayers(palettes.light, { relief: true, sea: true }, []).filter(
    (layer) => 'source' in layer && layer.source === source
  );
  const asked = [...JSON.stringify(layers).matchAll(/\["get","([^"]+)"\]/g)].map((match) => match[1]!);
  return [...new Set(asked)];
}
