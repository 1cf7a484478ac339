import { expect, test } from 'vitest';
import { MAX_SYMBOL_PX } from '../../../../../src/lib/map/maplibre/time-layer/symbol-style.ts';
import { PICTURE_UNITS } from '../../../../../src/lib/map/maplibre/time-layer/shaders.ts';
import { stepsOf, textureSize } from '../../../../../src/lib/map/maplibre/time-layer/symbols.ts';

const RATIOS = [0.5, 0.9, 1, 1.25, 1.5, 1.99, 2, 2.625, 3, 3.5, 4, 4.99, 5, 5.99, 10];

test.each(RATIOS)(
  'at %d device pixels in one of CSS there is a picture for the largest symbol, in a texture of 4096 texels at most each way',
  (ratio) => {
    for (const pictures of [1, 11, 25, 32]) {
      const steps = stepsOf(ratio, pictures);
      const { px, texels, levels, perBand, bands } = steps;
      expect(perBand * bands).toBeGreaterThanOrEqual(2 * pictures);
      expect(px * levels).toBeGreaterThanOrEqual((MAX_SYMBOL_PX * PICTURE_UNITS * ratio) / 24);
      expect(Number.isInteger(px) && Number.isInteger(texels)).toBe(true);
      const { width, height } = textureSize(steps);
      expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
    }
  }
);

test.each(RATIOS)(
  'at %d device pixels in one, sizes are no further apart than the larger of a pixel and a CSS pixel',
  (ratio) => {
    expect(stepsOf(ratio, 11).px).toBeLessThanOrEqual(Math.max(ratio, 1));
  }
);

test.each([1, 1.5, 2, 3, 4])('at %d device pixels in one, each texel is one pixel', (ratio) => {
  const { px, texels } = stepsOf(ratio, 11);
  expect(texels).toBe(px);
});

test.each([1, 2, 3, 4])('at %d device pixels in one, 25 kinds are as sharp as half of the pixels at least', (ratio) => {
  const { px, texels } = stepsOf(ratio, 25);
  expect(texels / px).toBeGreaterThanOrEqual(0.5);
  expect(px).toBeLessThanOrEqual(ratio + 1);
});
