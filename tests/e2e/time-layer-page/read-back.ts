import { rowsPictureSide, type TimeLayer } from '../../../src/lib/map/maplibre/time-layer/time-layer.ts';

/*
 * Reads back what the layer has drawn, for tests and measurements. The product does not use it.
 */

type Draw = Parameters<Parameters<TimeLayer['inNextFrame']>[0]>[1];

/** The rows that the shader draws, ascending, whether inside the frame or not. */
export const drawnRows = (layer: TimeLayer): Promise<number[]> =>
  layer.inNextFrame((gl, draw) => readRows(layer, gl, draw));

/** As `drawnRows`, but called inside a frame: draws one pixel per row into an offscreen framebuffer. */
export function readRows(layer: TimeLayer, gl: WebGL2RenderingContext, draw: Draw): number[] {
  const grid = rowsPictureSide(layer.store.columns.length);
  const pixels = pictureOf(gl, grid, grid, () => draw('rows'));
  return [...layer.store.spans.order].filter((_, position) => pixels[position * 4]! > 0).sort((a, b) => a - b);
}

/** For each point in CSS pixels, the topmost row drawn there; -1 if there is none. */
export function rowsAt(layer: TimeLayer, points: readonly { x: number; y: number }[]): Promise<number[]> {
  return layer.inNextFrame((gl, draw) => {
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const pixels = pictureOf(gl, width, height, () => draw('ids'));
    const { pixelRatio } = layer.frame!;
    return points.map(({ x, y }) => {
      const column = Math.floor(x * pixelRatio);
      const line = height - 1 - Math.floor(y * pixelRatio);
      const at = 4 * (line * width + column);
      const id = pixels[at]! + pixels[at + 1]! * 2 ** 8 + pixels[at + 2]! * 2 ** 16 + pixels[at + 3]! * 2 ** 24;
      return id === 0 ? -1 : layer.store.spans.order[id - 1]!;
    });
  });
}

/** Draws into an offscreen framebuffer of that size and reads it, from the bottom up. */
function pictureOf(gl: WebGL2RenderingContext, width: number, height: number, draw: () => void): Uint8Array {
  const before = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
  const viewport = gl.getParameter(gl.VIEWPORT) as Int32Array;
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE1);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  gl.viewport(0, 0, width, height);
  gl.disable(gl.BLEND);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  draw();
  const pixels = new Uint8Array(4 * width * height);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  gl.enable(gl.BLEND);
  gl.bindFramebuffer(gl.FRAMEBUFFER, before);
  gl.viewport(viewport[0]!, viewport[1]!, viewport[2]!, viewport[3]!);
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
  return pixels;
}
