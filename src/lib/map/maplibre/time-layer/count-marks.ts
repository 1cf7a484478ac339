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
/** Place, radius (negative if selected), letters and shares of each mark. */
const BYTES = 8 + 4 + 8 + 8 * COLOUR_GROUPS.length;

/** GLSL function: the layer of a letter in the texture; -1: no letter. */
const LETTER_AT = `
int letterAt(uvec2 letters, int at) {
  return int((letters[at / ${LETTERS_IN_WORD}] >> uint(4 * (at % ${LETTERS_IN_WORD}))) & 15u) - 1;
}`;

const VERTEX = `${SHADER}${PLACED}
layout(location = 0) in uvec2 a_place;
layout(location = 1) in float a_radius;
layout(location = 2) in uvec2 a_letters;
layout(location = 3) in vec4 a_shares;
layout(location = 4) in vec4 a_more_shares;
uniform float u_ratio;
flat out float v_radius;
flat out uvec2 v_letters;
flat out float v_rim;
flat out int v_count;
flat out float v_letter;
flat out float v_ends[${2 * COLOUR_GROUPS.length}];
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
  float end = 0.0;
  for (int i = 0; i < ${2 * COLOUR_GROUPS.length}; i++) v_ends[i] = end += i < 4 ? a_shares[i] : a_more_shares[i - 4];
}
`;

// A disc with the number, in a ring of the groups' shares: opaque where certain, pale where possible.
const FRAGMENT = `${SHADER}precision highp sampler2DArray;
flat in float v_radius;
flat in uvec2 v_letters;
flat in float v_rim;
flat in int v_count;
flat in float v_letter;
flat in float v_ends[${2 * COLOUR_GROUPS.length}];
uniform float u_ratio;
uniform vec3 u_ink;
uniform vec3 u_paper;
uniform vec3 u_colours[${COLOUR_GROUPS.length}];
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
  if (along >= 0.0 && along < float(v_count)) {
    vec2 within = vec2((fract(along) - 0.5) * ${LETTER_PX}, at.y * ${LETTER_PX} / v_letter) / 16.0 + 0.5;
    mark = mix(u_paper, u_ink, textureLod(u_letters, vec3(clamp(within, 0.0, 1.0), letterAt(v_letters, int(along))), 0.0).a);
  }
  float ring = away - (v_radius - 1.0 - width);
  // Most of a mark is inside its ring, where none of this is needed.
  if (ring > -1.0) {
    float turn = fract(atan(at.x, -at.y) / 6.283185307179586);
    int part = 0;
    while (part < ${2 * COLOUR_GROUPS.length - 1} && turn > v_ends[part]) part++;
    vec3 group = mix(u_paper, u_colours[part / 2], (part & 1) == 0 ? 1.0 : 0.4);
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
  readonly #program: Program;
  #sent: readonly CountMark[] | null = null;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    this.#letters = makeLetters(gl);
    this.#program = makeProgram(gl, { vertex: VERTEX, fragment: FRAGMENT });
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    for (let location = 0; location < 5; location++) gl.enableVertexAttribArray(location);
    gl.vertexAttribIPointer(0, 2, gl.UNSIGNED_INT, BYTES, 0);
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, BYTES, 8);
    gl.vertexAttribIPointer(2, 2, gl.UNSIGNED_INT, BYTES, 12);
    gl.vertexAttribPointer(3, 4, gl.FLOAT, false, BYTES, 20);
    gl.vertexAttribPointer(4, 4, gl.FLOAT, false, BYTES, 36);
  }

  /** The same list of marks is not uploaded again. */
  draw(marks: readonly CountMark[], frame: Frame, palette: Palette): void {
    if (marks.length === 0) return;
    const gl = this.#gl;
    const { at, program } = this.#program;
    gl.bindVertexArray(this.#array);
    if (this.#sent !== marks) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
      gl.bufferData(gl.ARRAY_BUFFER, pack(marks), gl.DYNAMIC_DRAW);
      this.#sent = marks;
    }
    gl.useProgram(program);
    placeIn(frame, gl, at);
    gl.uniform1f(at('u_ratio'), frame.pixelRatio);
    gl.uniform3f(at('u_ink'), ...rgb(palette.ink));
    gl.uniform3f(at('u_paper'), ...rgb(palette.paper));
    gl.uniform3fv(at('u_colours'), groupColours(palette));
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#letters);
    gl.uniform1i(at('u_letters'), 0);
    gl.drawArrays(gl.POINTS, 0, marks.length);
  }

  release(): void {
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteBuffer(this.#buffer);
    this.#gl.deleteTexture(this.#letters);
    this.#gl.deleteProgram(this.#program.program);
  }
}

/** Writes single numbers, not objects: the counts change at every step of the slider. */
function pack(marks: readonly CountMark[]): ArrayBuffer {
  const buffer = new ArrayBuffer(marks.length * BYTES);
  const [words, numbers] = [new Uint32Array(buffer), new Float32Array(buffer)];
  let to = 0;
  for (const { x, y, radiusPx, text, tallies, at, count, selected } of marks) {
    words[to++] = x;
    words[to++] = y;
    numbers[to++] = selected ? -radiusPx : radiusPx;
    const letters = radiusPx < READABLE_PX ? '' : text;
    for (let i = 0; i < letters.length; i++)
      words[to + Math.floor(i / LETTERS_IN_WORD)]! |= (LETTERS.indexOf(letters[i]!) + 1) << (4 * (i % LETTERS_IN_WORD));
    to += 2;
    for (let part = at; part < at + 2 * COLOUR_GROUPS.length; part++) numbers[to++] = tallies[part]! / count;
  }
  return buffer;
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
