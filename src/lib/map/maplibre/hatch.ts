/** Pixels of an image, four bytes each: red, green, blue, alpha; rows from the top. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/**
 * A seamless tile of thin diagonal lines in `#rrggbb`, `sizePx` apart along each axis.
 * Drawn at twice the size for high-density screens: use it with `pixelRatio` 2.
 */
export function hatch(colour: string, sizePx = 8): Pixels {
  const size = sizePx * 2;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      // Distance to the nearest line x + y = k * size, perpendicular to it.
      const along = (x + y) % size;
      const distance = Math.min(along, size - along) / Math.SQRT2;
      data.set([red, green, blue, 255 * Math.min(Math.max(1.3 - distance, 0), 1)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}
