import type { DatasetInfo } from '../model/dataset.ts';
import { gridOf, gridTransform } from './svg/basemap-pieces.ts';
import { mercatorBox, type Camera, type Point, type Size } from './projection.ts';

/** Size of the locator in CSS pixels. */
export const LOCATOR_PX: Size = { width: 92, height: 84 };
/** How many times as wide as the study area it is. */
const REACH = 4.5;

/** The part of the grid that the locator shows: the study area in the middle of what is around it. */
export function locatorBox({ bounds, firstView }: Pick<DatasetInfo, 'bounds' | 'firstView'>): Point & Size {
  const grid = gridOf(firstView.bounds);
  const study = mercatorBox(bounds);
  const width = (study.width * REACH) / grid.unit;
  const height = (width * LOCATOR_PX.height) / LOCATOR_PX.width;
  const middle = {
    x: (study.x + study.width / 2 - grid.x) / grid.unit,
    y: (study.y + study.height / 2 - grid.y) / grid.unit
  };
  return {
    x: Math.round(middle.x - width / 2),
    y: Math.round(middle.y - height / 2),
    width: Math.round(width),
    height: Math.round(height)
  };
}

/** What a camera shows, on the grid. */
export function viewBox({ firstView }: Pick<DatasetInfo, 'firstView'>, camera: Camera, size: Size): Point & Size {
  const { x, y, scale } = gridTransform(gridOf(firstView.bounds), camera, size);
  return { x: -x / scale, y: -y / scale, width: size.width / scale, height: size.height / scale };
}
