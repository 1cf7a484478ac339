import type { LayerSpecification } from 'maplibre-gl';
import { COLOUR_GROUPS, type LngLat } from '../../model/dataset.ts';
import type { Palette } from '../../ui/palette.ts';
import { basemapLayers } from '../maplibre/basemap-layers.ts';
import { regionsOf, type MapFeatures } from '../features.ts';
import { gridTransform, hasCoast, PIECE_ATTRIBUTE, type Grid, type BasemapPiece } from './basemap-pieces.ts';
import { projector, type Camera, type Point, type Size } from '../projection.ts';
import { accuracyLayers, areaEdgeLayers, areaFillLayers, hatchId } from '../maplibre/scene-layers.ts';
import { short, type Shape } from '../../svg/shape.ts';
import { styleValue } from './style-value.ts';

export type BasemapOptions = {
  pieces: readonly BasemapPiece[];
  /** The file that has them, where they are not in the document. */
  file?: string;
  grid: Grid;
  features: Pick<MapFeatures, 'areas' | 'accuracy'>;
  camera: Camera;
  size: Size;
  colours: Palette;
};

/** A shape of a source that a layer may draw, with the properties that layers filter by. */
type Drawable = { source: string; properties: Record<string, unknown>; shape: Shape; scale: number };

const HATCH_PX = 8;
const pieceId = (at: number) => `basemap-${at}`;

/** The pieces as definitions, referenced by the layers. They change only with the dataset. */
export function basemapPieces(pieces: readonly BasemapPiece[]): Shape {
  return {
    tag: 'defs',
    children: pieces.map(({ source, properties, d }, at) => ({
      tag: 'path',
      attributes: { id: pieceId(at), [PIECE_ATTRIBUTE]: JSON.stringify({ source, properties }), d }
    }))
  };
}

/**
 * The basemap under a camera, in pixels from the top left corner: the layers of the MapLibre style, as SVG, in the same
 * order and with the same values.
 */
export function basemapShapes(options: BasemapOptions): Shape[] {
  const { colours, camera, pieces } = options;
  const basemap = piecesUnder(options);
  const scene = featuresUnder(options);
  const has = { relief: pieces.some(({ source }) => source === 'relief'), sea: hasCoast(pieces) };
  const layers = [
    ...basemapLayers(colours, has, areaFillLayers(colours)),
    ...areaEdgeLayers(colours),
    ...accuracyLayers(colours)
  ];
  return [
    {
      tag: 'defs',
      children: [
        ...COLOUR_GROUPS.map((group) => hatching(colours[group], camera.zoom)),
        blur(layers, camera.zoom),
        ...scene.defs
      ]
    },
    ...layers.flatMap((layer) => layerShapes(layer, [...basemap, ...scene.drawables], camera.zoom, colours))
  ];
}

function piecesUnder({ pieces, file = '', grid, camera, size }: BasemapOptions): Drawable[] {
  const { x, y, scale } = gridTransform(grid, camera, size);
  const transform = `translate(${short(x)} ${short(y)}) scale(${Math.round(scale * 1e6) / 1e6})`;
  return pieces.map(({ source, properties }, at) => ({
    source,
    properties,
    shape: { tag: 'use', attributes: { href: `${file}#${pieceId(at)}`, transform } },
    scale
  }));
}

/** Shapes of the scene; several layers draw each, so that it is defined once. */
function featuresUnder({ features, camera, size }: BasemapOptions): { drawables: Drawable[]; defs: Shape[] } {
  const project = projector(camera, size);
  const defs = new Map<string, Shape>();
  const defined = (d: string) => {
    const id = sceneId(d);
    defs.set(id, { tag: 'path', attributes: { id, d } });
    return id;
  };
  const of = (source: string, collection: GeoJSON.FeatureCollection): Drawable[] =>
    collection.features.map(({ geometry, properties }) => ({
      source,
      properties: properties ?? {},
      shape: { tag: 'use', attributes: { href: `#${defined(geometryPath(geometry, project))}`, 'data-dated': '' } },
      scale: 1
    }));
  const drawables = [
    ...of('areas', features.areas),
    ...of('regions', regionsOf(features.areas)),
    ...of('accuracy', features.accuracy)
  ];
  return { drawables, defs: [...defs.values()] };
}

/** The same for equal paths: another drawing in the same document may define it too. */
function sceneId(d: string): string {
  let hash = 0;
  for (let at = 0; at < d.length; at++) hash = (Math.imul(hash, 31) + d.charCodeAt(at)) | 0;
  return `scene-${(hash >>> 0).toString(36)}`;
}

function layerShapes(
  layer: LayerSpecification,
  drawables: readonly Drawable[],
  zoom: number,
  colours: Palette
): Shape[] {
  if (layer.type !== 'fill' && layer.type !== 'line') return [];
  if (zoom < (layer.minzoom ?? 0) || zoom >= (layer.maxzoom ?? Infinity)) return [];
  const here = drawables.filter(
    ({ source, properties }) =>
      source === layer.source && (!layer.filter || styleValue({ zoom, properties }, layer.filter))
  );
  return here.map(({ properties, shape, scale }) => {
    const read = (name: string) => styleValue({ zoom, properties }, { ...layer.layout, ...layer.paint }[name as never]);
    const paint = layer.type === 'fill' ? fillPaint(read, scale, colours) : linePaint(read, scale);
    return { ...shape, attributes: { ...shape.attributes, ...paint } };
  });
}

type Read = (name: string) => unknown;
type Paint = NonNullable<Shape['attributes']>;

function fillPaint(read: Read, scale: number, colours: Palette): Paint {
  const pattern = read('fill-pattern');
  const group = COLOUR_GROUPS.find((each) => hatchId(colours[each]) === pattern);
  const outline = read('fill-outline-color') as string | undefined;
  return {
    fill: group ? `url(#${patternId(colours[group])})` : (read('fill-color') as string),
    'fill-opacity': read('fill-opacity') as number | undefined,
    'fill-rule': 'evenodd',
    stroke: outline,
    'stroke-width': outline && short(1 / scale)
  };
}

function linePaint(read: Read, scale: number): Paint {
  const blurred = Boolean(read('line-blur'));
  const width = (read('line-width') as number) * (blurred ? BLURRED_WIDTH : 1);
  const dashes = read('line-dasharray') as number[] | undefined;
  return {
    fill: 'none',
    stroke: read('line-color') as string,
    'stroke-width': short(width / scale),
    'stroke-opacity': read('line-opacity') as number | undefined,
    'stroke-dasharray': dashes?.map((dash) => short((dash * width) / scale)).join(' '),
    'stroke-linecap': read('line-cap') as string | undefined,
    'stroke-linejoin': read('line-join') as string | undefined,
    filter: blurred ? `url(#${BLUR_ID})` : undefined
  };
}

/** GeoJSON as path data in pixels; points equal to the previous one are left out. */
export function geometryPath(geometry: GeoJSON.Geometry, project: (lngLat: LngLat) => Point): string {
  const ring = (positions: GeoJSON.Position[]) => {
    const points = positions.slice(0, -1).map((position) => project(position as unknown as LngLat));
    const texts = points.map(({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`);
    return `M${texts.filter((text, at) => text !== texts[at - 1]).join('L')}Z`;
  };
  if (geometry.type === 'Polygon') return geometry.coordinates.map(ring).join('');
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat().map(ring).join('');
  return '';
}

const patternId = (colour: string) => `hatch-${colour.replace(/\W+/g, '')}`;

/** As `hatch()`, as lines; MapLibre's patterns grow with the zoom from one integer level to the next. */
function hatching(colour: string, zoom: number): Shape {
  const px = short(HATCH_PX * 2 ** (zoom - Math.floor(zoom)));
  const half = px / 2;
  return {
    tag: 'pattern',
    attributes: { id: patternId(colour), width: px, height: px, patternUnits: 'userSpaceOnUse' },
    children: [
      {
        tag: 'path',
        attributes: {
          d: `M${short(-half)} ${short(half)}L${short(half)} ${short(-half)}M0 ${px}L${px} 0M${short(half)} ${short(px + half)}L${short(px + half)} ${short(half)}`,
          stroke: colour,
          'stroke-width': short((0.85 * px) / HATCH_PX)
        }
      }
    ]
  };
}

const BLUR_ID = 'soft-edge';
const BLURRED_WIDTH = 0.42;

/**
 * MapLibre's blur fades a line inwards by that many pixels; a Gaussian of a third of it on a narrower line is similar.
 */
function blur(layers: readonly LayerSpecification[], zoom: number): Shape {
  const widest = Math.max(
    0,
    ...layers.map((layer) =>
      layer.type === 'line' ? Number(styleValue({ zoom, properties: {} }, layer.paint?.['line-blur'] ?? 0)) : 0
    )
  );
  return {
    tag: 'filter',
    attributes: { id: BLUR_ID, x: '-10%', y: '-10%', width: '120%', height: '120%' },
    children: [{ tag: 'feGaussianBlur', attributes: { stdDeviation: short(widest / 3) } }]
  };
}
