import type { Language } from '../../i18n/language.ts';
import type { LngLat } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { placesOf, type Places } from '../../model/places.ts';
import type { Scene } from '../../model/scene.ts';
import { palettes, type Theme } from '../../ui/palette.ts';
import { sceneFeatures } from '../features.ts';
import { gridOf, hasCoast, type BasemapName, type BasemapPiece } from './basemap-pieces.ts';
import { lettering } from './lettering.ts';
import { awayMarksOf, awaySites, marksOf, namedSites } from '../overlay/marks.ts';
import { ANY_ZOOM, firstBounds, fitCamera, isInFrame, projector, type Camera, type Size } from '../projection.ts';
import { shapesToString, type Shape } from '../../svg/shape.ts';
import { basemapPieces, basemapShapes } from './svg-basemap.ts';

/** The generalised basemap of a dataset. Without what is around it no country is named. */
export type StaticBasemap = {
  pieces: readonly BasemapPiece[];
  names: readonly BasemapName[];
  surroundings?: readonly BasemapPiece[];
  /** A file that has the pieces too: the drawing refers to it, and the page does not carry them. */
  file?: string;
};

export type PictureOptions = {
  language: Language;
  index: DatasetIndex;
  scene: Scene;
  basemap: StaticBasemap;
  theme: Theme;
  size: Size;
  /** Default: the first view. */
  camera?: Camera;
  /** Those of the scene. Default: they are looked for. */
  places?: Places;
};

/** The map of a scene, `size` large from 0, 0: for the social card and for pictures to download. */
export function mapShapes({
  language,
  index,
  scene,
  basemap,
  theme,
  size,
  camera: given,
  places = placesOf(index, scene.view)
}: PictureOptions): Shape[] {
  const colours = palettes[theme];
  const form = scene.view.nameForm;
  const { info } = index.dataset;
  const camera = given ?? fitCamera(firstBounds(info.firstView.bounds), size, ANY_ZOOM);
  const grid = gridOf(info.firstView.bounds);
  const project = projector(camera, size);
  const isIn = ({ lngLat }: { lngLat: LngLat }) => isInFrame(project(lngLat), size);
  const [near, away] = [marksOf(index, places), awayMarksOf(index, places)];
  const marks = [...near, ...away.filter(isIn)];
  const named = [...namedSites(index, near), ...awaySites(index, away).filter(isIn)];
  const { names, marks: drawn } = lettering({
    language,
    index,
    marks,
    sites: named,
    form,
    camera,
    size,
    colours,
    basemap,
    grid,
    troops: scene.troops,
    around: { width: 0, height: 0 }
  });
  return [
    { tag: 'rect', attributes: { ...size, fill: hasCoast(basemap.pieces) ? colours.water : colours.landElsewhere } },
    basemapPieces(basemap.pieces),
    ...basemapShapes({
      pieces: basemap.pieces,
      grid,
      features: sceneFeatures(index, marks),
      camera,
      size,
      colours
    }),
    ...names,
    ...drawn
  ];
}

/**
 * Shapes as an SVG document, `size` large, in units of `scale` pixels. It contains its colours and has no external
 * references. It expects Noto Sans to be installed; otherwise another font is used.
 */
export function svgDocument({ width, height }: Size, shapes: readonly Shape[], scale = 1): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width / scale} ${height / scale}" font-family="Noto Sans, sans-serif">${shapesToString(shapes)}</svg>`;
}
