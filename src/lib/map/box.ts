import type { Point, Size } from './projection.ts';

/** A rectangle in CSS pixels from the top left corner of the map. */
export type Box = Point & Size;

/** The square of half width `half` around a point. */
export function boxAround({ x, y }: Point, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What `boxes` cover of a box, each for itself. */
export function covered(box: Box, boxes: readonly Box[]): number {
  return boxes.reduce((sum, other) => sum + overlapArea(box, other), 0);
}
