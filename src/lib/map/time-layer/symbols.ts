import { DETAIL_WIDTH, GLYPH_PAINT, GLYPHS, type GlyphPaint } from '../../ui/glyphs.ts';
import { SHAPES } from './looks.ts';
import { PICTURE_UNITS } from './shaders.ts';

/** The width of a picture in pixels: that of the largest symbol at two device pixels in one of CSS. */
export const PICTURE_PX = 64;

/*
 * The symbols as the page draws them, from the same outlines: each shape filled and outlined, in a layer each of one
 * texture, so that none bleeds into its neighbour when it is made small. Red says how much of a pixel has the colour of
 * the group, green how much that of the paper: another theme needs no other pictures.
 */
const GROUP = '#f00';
const PAPER = '#0f0';

/** The texture, bound as `TEXTURE_2D_ARRAY`. Layer `2 * shape` is certain, the one after it possible. */
export function makeSymbols(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  const levels = Math.log2(PICTURE_PX) + 1;
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, levels, gl.RGBA8, PICTURE_PX, PICTURE_PX, SHAPES.length * 2);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  SHAPES.forEach((shape, at) => {
    ([GLYPH_PAINT.certain, GLYPH_PAINT.possible] as const).forEach((paint, state) => {
      const canvas = pictureOf(shape, paint);
      gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, at * 2 + state, PICTURE_PX, PICTURE_PX, 1, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
    });
  });
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.generateMipmap(gl.TEXTURE_2D_ARRAY);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

function pictureOf(shape: (typeof SHAPES)[number], paint: GlyphPaint): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PICTURE_PX;
  const pen = canvas.getContext('2d')!;
  const colour = { group: GROUP, paper: PAPER };
  const scale = PICTURE_PX / PICTURE_UNITS;
  const margin = (PICTURE_UNITS - 24) / 2;
  pen.setTransform(scale, 0, 0, scale, margin * scale, margin * scale);
  pen.lineJoin = 'round';
  pen.lineCap = 'butt';
  const { outline, detail } = GLYPHS[shape];
  const path = new Path2D(outline);
  const fill = () => {
    pen.fillStyle = colour[paint.fill];
    pen.fill(path);
  };
  const line = () => {
    pen.strokeStyle = colour[paint.line];
    pen.lineWidth = paint.lineWidth;
    pen.setLineDash(paint.dash?.split(' ').map(Number) ?? []);
    pen.stroke(path);
  };
  // As on the page: a line of paper widens the symbol outwards only.
  for (const step of paint.fill === 'paper' ? [fill, line] : [line, fill]) step();
  if (detail) {
    pen.setLineDash([]);
    pen.lineCap = 'round';
    pen.lineWidth = DETAIL_WIDTH;
    pen.strokeStyle = paint.fill === 'group' ? PAPER : GROUP;
    pen.stroke(new Path2D(detail));
  }
  return canvas;
}
