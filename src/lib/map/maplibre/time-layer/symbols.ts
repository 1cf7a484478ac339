import type { SymbolStyle } from '../../../model/dataset.ts';
import { DETAIL_WIDTH, GLYPH_PAINT, glyphOf, type GlyphPaint } from '../../../ui/glyphs.ts';
import { MAX_SYMBOL_PX, picturesOf } from './symbol-style.ts';
import { PICTURE_UNITS } from './shaders.ts';

/*
 * The texture of the symbols, from the same outlines as the page's SVG: each picture filled and outlined, in every size
 * in which it can be drawn, one texel per pixel. Small symbols are then as sharp as large ones, and the shader reads
 * one texel where trilinear filtering would read eight: on a software renderer that is most of the time of a step. Red
 * is the coverage of the group's colour, green that of the background: another theme needs no other texture.
 *
 * Level `k` holds images `k` steps wide, side by side, below those of the previous levels: image `2 * picture` is for
 * certain, the next one for possible events. Where a row is full, the rest stands in a second band below all levels.
 */
const GROUP = '#f00';
const PAPER = '#0f0';

export type Symbols = {
  texture: WebGLTexture;
  /** The device pixel ratio that they were made for. */
  pixelRatio: number;
  steps: Steps;
};

/**
 * How much wider the images of a level are than those of the previous level: as drawn, and in the texture; how many images
 * stand side by side in a band; and how high a band is, in steps.
 */
export type Steps = { px: number; texels: number; levels: number; perBand: number; bandHeight: number; bands: number };

/** Upper limit in the texture: with a higher device pixel ratio, as in a page zoomed far in, texels are enlarged. */
const MAX_TEXELS = 4;
/** Every device with WebGL2 that is in use has textures of this side. */
const MAX_SIDE = 4096;

/**
 * Steps of about one CSS pixel, so that there are few on any screen. Where the pictures are too many for the texture, first
 * sizes are further apart, by a device pixel, then texels are enlarged.
 */
export function stepsOf(pixelRatio: number, pictures: number): Steps {
  const px = Math.max(Math.floor(pixelRatio), 1);
  const ways = [[px, px], [px + 1, px + 1], ...[4, 3, 2, 1].map((texels) => [px + 1, texels])] as [number, number][];
  const steps = ways.map(([step, texels]) => layout(pixelRatio, pictures, step, Math.min(step, texels, MAX_TEXELS)));
  return steps.find((each) => isWithin(each)) ?? steps.at(-1)!;
}

function layout(pixelRatio: number, pictures: number, px: number, texels: number): Steps {
  const levels = Math.ceil((MAX_SYMBOL_PX * PICTURE_UNITS * pixelRatio) / (24 * px));
  const perBand = Math.min(2 * pictures, Math.floor(MAX_SIDE / (levels * texels)));
  const bands = Math.ceil((2 * pictures) / perBand);
  return { px, texels, levels, perBand, bands, bandHeight: (levels * (levels + 1)) / 2 };
}

const isWithin = (steps: Steps) => textureSize(steps).height <= MAX_SIDE;

/** In texels. */
export const textureSize = ({ texels, levels, perBand, bandHeight, bands }: Steps) => ({
  width: perBand * levels * texels,
  height: bands * bandHeight * texels
});

/** The texture, bound as `TEXTURE_2D`. One canvas for all symbols: each upload from a canvas has a high fixed cost. */
export function makeSymbols(gl: WebGL2RenderingContext, pixelRatio: number, kinds: readonly SymbolStyle[]): Symbols {
  const { pictures } = picturesOf(kinds);
  const steps = stepsOf(pixelRatio, pictures.length);
  const { texels, levels, perBand, bandHeight } = steps;
  const canvas = Object.assign(document.createElement('canvas'), textureSize(steps));
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pictures.forEach((picture, at) => {
    const { outline, detail } = glyphOf(picture);
    const glyph = { outline: new Path2D(outline), detail: detail ? new Path2D(detail) : null };
    [GLYPH_PAINT.certain, GLYPH_PAINT.possible].forEach((paint, state) => {
      const [column, band] = [(2 * at + state) % perBand, Math.floor((2 * at + state) / perBand)];
      for (let level = 1; level <= levels; level++) {
        const y = (band * bandHeight + (level * (level - 1)) / 2) * texels;
        drawPicture(pen, glyph, paint, { x: column * level * texels, y, side: level * texels });
      }
    });
  });
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  // The default filter needs mipmaps; without them the texture would be incomplete.
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return { texture, pixelRatio, steps };
}

type Glyph = { outline: Path2D; detail: Path2D | null };
type Square = { x: number; y: number; side: number };

function drawPicture(pen: CanvasRenderingContext2D, glyph: Glyph, paint: GlyphPaint, { x, y, side }: Square): void {
  const colour = { group: GROUP, paper: PAPER };
  const scale = side / PICTURE_UNITS;
  const margin = (PICTURE_UNITS - 24) / 2;
  pen.setTransform(scale, 0, 0, scale, x + margin * scale, y + margin * scale);
  pen.lineJoin = 'round';
  pen.lineCap = 'butt';
  const fill = () => {
    pen.fillStyle = colour[paint.fill];
    pen.fill(glyph.outline);
  };
  const line = () => {
    pen.strokeStyle = colour[paint.line];
    pen.lineWidth = paint.lineWidth;
    pen.setLineDash(paint.dash?.split(' ').map(Number) ?? []);
    pen.stroke(glyph.outline);
  };
  // As in the SVG: a background-coloured outline widens the symbol only outwards.
  for (const step of paint.fill === 'paper' ? [fill, line] : [line, fill]) step();
  if (!glyph.detail) return;
  pen.setLineDash([]);
  pen.lineCap = 'round';
  pen.lineWidth = DETAIL_WIDTH;
  pen.strokeStyle = paint.fill === 'group' ? PAPER : GROUP;
  pen.stroke(glyph.detail);
}
