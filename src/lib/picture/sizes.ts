import type { Size } from '../map/projection.ts';

/**
 * Common sizes: portrait for stories on a phone, square for feeds, wide for slides. In pixels. `scale`: pixels per
 * layout unit, chosen so that small type is readable where the picture is usually shown.
 */
export const PICTURE_SIZES = {
  story: { width: 1080, height: 1920, scale: 2 },
  square: { width: 1080, height: 1080, scale: 1.6 },
  slide: { width: 1920, height: 1080, scale: 1.6 }
} as const satisfies Record<string, Size & { scale: number }>;

export type PictureSize = keyof typeof PICTURE_SIZES;
