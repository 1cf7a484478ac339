import { COLOUR_GROUPS } from '../../../model/dataset.ts';
import type { Palette } from '../../../ui/palette.ts';
import { groupColours, rgb } from './symbol-style.ts';
import { makeProgram, PLACED, placeIn, SHADER, type Program } from './program.ts';
import type { Frame } from './world.ts';

/**
 * A number of events on the map, in a ring of the shares of their groups. `x`, `y`: world units. `tallies` from `at` on:
 * per group the certain and the possible ones, `count` of them. `text`: of `LETTERS`, at most 16.
 */
export type CountMark = {
  x: number;
  y: number;
  radiusPx: number;
  text: string;
  tallies: Uint32Array;
  at: number;
  count: number;
  /** Outlined, because something in it is selected. */
  selected?: boolean;
};

const LETTERS = '0123456789kM–';
/** A letter is 4 bits: its number in `LETTERS` and 1 more; 0: none. */
const LETTERS_IN_WORD = 8;
/** Below this radius only the ring is drawn: a number would not be readable. */
const READABLE_PX = 9.5;
const LETTER_PX = 6.4;
const LETTER_TEXELS = 32;
/** In a letter’s layer nothing is drawn farther from its middle. */
const LETTER_HALF_PX = 7;
/** Place, radius (negative if selected) and letters of each mark. */
const BYTES = 8 + 4 + 8;
/** A possible part of a ring has so much of its colour. */
const PALE = 0.4;
/**
 * The ring of a mark is a line of a texture, so many colours clockwise from the top. Told by its angle, the colour of each
 * pixel took the better part of what a step of the slider costs with software WebGL.
 */
const RING_TEXELS = 256;
/** So many rings in a row: a texture has at least 2048 rows. */
const RINGS_IN_ROW = 8;

/** GLSL function: the layer of a letter in the texture; -1: no letter. */
const LETTER_AT = `
int letterAt(uvec2 letters, int at) {
  return int((letters[at / ${LETTERS_IN_WORD}] >> uint(4 * (at % ${LETTERS_IN_WORD}))) & 15u) - 1;
}`;

const VERTEX = `${SHADER}${PLACED}
layout(location = 0) in uvec2 a_place;
layout(location = 1) in float a_radius;
layout(location = 2) in uvec2 a_letters;
uniform float u_ratio;
flat out float v_radius;
flat out uvec2 v_letters;
flat out float v_rim;
flat out int v_count;
flat out float v_letter;
flat out ivec2 v_ring;
${LETTER_AT}
void main() {
  gl_Position = placed(a_place, vec2(0.0));
  v_radius = abs(a_radius);
  v_rim = a_radius < 0.0 ? 3.0 : 1.0;
  gl_PointSize = (v_radius * 2.0 + 2.0) * u_ratio;
  v_letters = a_letters;
  v_count = 0;
  while (v_count < ${2 * LETTERS_IN_WORD} && letterAt(a_letters, v_count) >= 0) v_count++;
  // Narrower, where the ring leaves no room for them.
  v_letter = min(${LETTER_PX}, (2.0 * (v_radius - 1.0 - max(v_radius * 0.24, 2.0)) - 1.0) / max(float(v_count), 1.0));
  v_ring = ivec2(gl_VertexID % ${RINGS_IN_ROW} * ${RING_TEXELS}, gl_VertexID / ${RINGS_IN_ROW});
}
`;

// A disc with the number, in a ring of the groups' shares: opaque where certain, pale where possible.
const FRAGMENT = `${SHADER}precision highp sampler2DArray;
flat in float v_radius;
flat in uvec2 v_letters;
flat in float v_rim;
flat in int v_count;
flat in float v_letter;
flat in ivec2 v_ring;
uniform float u_ratio;
uniform vec3 u_ink;
uniform vec3 u_paper;
uniform sampler2D u_rings;
uniform sampler2DArray u_letters;
out vec4 colour;
float cover(float px) {
  return clamp(0.5 + px * u_ratio, 0.0, 1.0);
}
${LETTER_AT}
void main() {
  vec2 at = (gl_PointCoord - 0.5) * (v_radius * 2.0 + 2.0);
  float away = length(at);
  if (away > v_radius + 1.0) discard;
  float width = max(v_radius * 0.24, 2.0);
  vec3 mark = u_paper;
  float along = at.x / v_letter + float(v_count) * 0.5;
  float down = at.y * ${LETTER_PX} / v_letter;
  if (along >= 0.0 && along < float(v_count) && abs(down) < ${LETTER_HALF_PX}.0) {
    vec2 within = vec2((fract(along) - 0.5) * ${LETTER_PX}, down) / 16.0 + 0.5;
    mark = mix(u_paper, u_ink, textureLod(u_letters, vec3(clamp(within, 0.0, 1.0), letterAt(v_letters, int(along))), 0.0).a);
  }
  float ring = away - (v_radius - 1.0 - width);
  // Most of a mark is inside its ring, where none of this is needed.
  if (ring > -1.0) {
    // As the function around below.
    float up = -at.y / (abs(at.x) + abs(at.y));
    int turn = int((at.x >= 0.0 ? 1.0 - up : 3.0 + up) * ${RING_TEXELS / 4}.0);
    vec3 group = texelFetch(u_rings, v_ring + ivec2(min(turn, ${RING_TEXELS - 1}), 0), 0).rgb;
    vec3 rim = v_rim > 1.0 ? u_ink : u_paper;
    mark = mix(mix(mark, group, cover(ring)), rim, cover(away - (v_radius - v_rim)));
  }
  colour = vec4(mark, 1.0) * cover(v_radius - away);
}
`;

/** Draws numbers of events. There are few, so they are uploaded again whenever they change. */
export class CountMarks {
  readonly #gl: WebGL2RenderingContext;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;
  readonly #letters: WebGLTexture;
  readonly #rings: WebGLTexture;
  readonly #program: Program;
  #sent: { marks: readonly CountMark[]; palette: Palette } | null = null;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    this.#letters = makeLetters(gl);
    this.#rings = makeRings(gl);
    this.#program = makeProgram(gl, { vertex: VERTEX, fragment: FRAGMENT });
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    for (let location = 0; location < 3; location++) gl.enableVertexAttribArray(location);
    gl.vertexAttribIPointer(0, 2, gl.UNSIGNED_INT, BYTES, 0);
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, BYTES, 8);
    gl.vertexAttribIPointer(2, 2, gl.UNSIGNED_INT, BYTES, 12);
  }

  /** The same list of marks is not uploaded again. */
  draw(marks: readonly CountMark[], frame: Frame, palette: Palette): void {
    if (marks.length === 0) return;
    const gl = this.#gl;
    const { at, program } = this.#program;
    gl.bindVertexArray(this.#array);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.#rings);
    if (this.#sent?.marks !== marks || this.#sent.palette !== palette) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
      gl.bufferData(gl.ARRAY_BUFFER, pack(marks), gl.DYNAMIC_DRAW);
      sendRings(gl, marks, palette);
      this.#sent = { marks, palette };
    }
    gl.useProgram(program);
    placeIn(frame, gl, at);
    gl.uniform1f(at('u_ratio'), frame.pixelRatio);
    gl.uniform3f(at('u_ink'), ...rgb(palette.ink));
    gl.uniform3f(at('u_paper'), ...rgb(palette.paper));
    gl.uniform1i(at('u_rings'), 1);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#letters);
    gl.uniform1i(at('u_letters'), 0);
    gl.drawArrays(gl.POINTS, 0, marks.length);
  }

  release(): void {
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteBuffer(this.#buffer);
    this.#gl.deleteTexture(this.#letters);
    this.#gl.deleteTexture(this.#rings);
    this.#gl.deleteProgram(this.#program.program);
  }
}

/** Writes single numbers, not objects: the counts change at every step of the slider. */
function pack(marks: readonly CountMark[]): ArrayBuffer {
  const buffer = new ArrayBuffer(marks.length * BYTES);
  const [words, numbers] = [new Uint32Array(buffer), new Float32Array(buffer)];
  let to = 0;
  for (const { x, y, radiusPx, text, selected } of marks) {
    words[to++] = x;
    words[to++] = y;
    numbers[to++] = selected ? -radiusPx : radiusPx;
    const letters = radiusPx < READABLE_PX ? '' : text;
    for (let i = 0; i < letters.length; i++)
      words[to + Math.floor(i / LETTERS_IN_WORD)]! |= (LETTERS.indexOf(letters[i]!) + 1) << (4 * (i % LETTERS_IN_WORD));
    to += 2;
  }
  return buffer;
}

/** Writes the colours of all rings into the texture that is bound. */
function sendRings(gl: WebGL2RenderingContext, marks: readonly CountMark[], palette: Palette): void {
  const [colours, paper] = [groupColours(palette), rgb(palette.paper)];
  const parts = COLOUR_GROUPS.flatMap((_, group) =>
    [1, PALE].map((share) => {
      const [red, green, blue] = paper.map((of, at) =>
        Math.round(255 * (of + share * (colours[3 * group + at]! - of)))
      );
      return (red! | (green! << 8) | (blue! << 16) | (255 << 24)) >>> 0;
    })
  );
  const rows = Math.ceil(marks.length / RINGS_IN_ROW);
  const width = RINGS_IN_ROW * RING_TEXELS;
  const rings = new Uint32Array(rows * width);
  marks.forEach(({ tallies, at, count }, number) => {
    let sum = 0;
    let from = number * RING_TEXELS;
    parts.forEach((colour, part) => {
      sum += tallies[at + part]!;
      const end = number * RING_TEXELS + Math.round(around(sum / count) * (RING_TEXELS / 4));
      rings.fill(colour, from, end);
      from = end;
    });
  });
  const bytes = new Uint8Array(rings.buffer);
  // MapLibre may have left them as pictures need them.
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
}

/**
 * Where a part of a turn ends, clockwise from the top, 0 to 4: it grows as the angle does, and takes a pixel less time than
 * an angle.
 */
function around(share: number): number {
  if (share >= 1) return 4;
  const [right, up] = [Math.sin(2 * Math.PI * share), Math.cos(2 * Math.PI * share)];
  const upwards = up / (Math.abs(right) + Math.abs(up));
  return right >= 0 ? 1 - upwards : 3 + upwards;
}

function makeRings(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
}

/** Each letter in its own layer, 16 CSS px square at two texels each. */
function makeLetters(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA8, LETTER_TEXELS, LETTER_TEXELS, LETTERS.length);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = LETTER_TEXELS;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.font = "600 21px 'Noto Sans', sans-serif";
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  [...LETTERS].forEach((letter, at) => {
    pen.clearRect(0, 0, LETTER_TEXELS, LETTER_TEXELS);
    pen.fillText(letter, LETTER_TEXELS / 2, LETTER_TEXELS / 2 + 1);
    gl.texSubImage3D(
      gl.TEXTURE_2D_ARRAY,
      0,
      0,
      0,
      at,
      LETTER_TEXELS,
      LETTER_TEXELS,
      1,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      canvas
    );
  });
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
