import type { Size } from '../map/projection.ts';

/** Not `blob:`: the Content-Security-Policy allows images only from the site itself and as `data:` URLs. */
export const svgAddress = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** The document as PNG, `size` in pixels. Rejects if the browser cannot render it. */
export async function pngOf(svg: string, { width, height }: Size): Promise<Blob> {
  const image = new Image(width, height);
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  paint.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png')
  );
}
