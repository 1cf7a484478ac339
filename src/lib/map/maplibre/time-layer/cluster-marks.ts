import { COLOUR_GROUPS } from '../../../model/dataset.ts';
import type { EventStore } from '../../../model/event-store.ts';
import type { Palette } from '../../../ui/palette.ts';
import { countText, clusterRadiusPx, type Cluster } from './clusters.ts';
import { groupColours, rgb } from './symbol-style.ts';
import { makeProgram, PLACED, placeIn, SHADER, type Program } from './program.ts';
import { worldX, worldY, type Frame } from './world.ts';

const LETTERS = '0123456789kM';
const MAX_LETTERS = 4;
/** Below this radius only the ring is drawn: a number would not be readable. */
const READABLE_PX = 9.5;
const LETTER_PX = 6.4;
const LETTER_TEXELS = 32;
/** Place, radius, letters and shares of each mark. */
const BYTES = 8 + 4 + 4 * MAX_LETTERS + 8 * COLOUR_GROUPS.length;

const VERTEX = `${SHADER}${PLACED}
layout(location = 0) in uvec2 a_place;
layout(location = 1) in float a_radius;
layout(location = 2) in vec4 a_letters;
layout(location = 3) in vec4 a_shares;
layout(location = 4) in vec4 a_more_shares;
uniform float u_ratio;
flat out float v_radius;
flat out vec4 v_letters;
flat out float v_ends[${2 * COLOUR_GROUPS.length}];
void main() {
  gl_Position = placed(a_place, vec2(0.0));
  gl_PointSize = (a_radius * 2.0 + 2.0) * u_ratio;
  v_radius = a_radius;
  v_letters = a_letters;
  float end = 0.0;
  for (int i = 0; i < ${2 * COLOUR_GROUPS.length}; i++) v_ends[i] = end += i < 4 ? a_shares[i] : a_more_shares[i - 4];
}
`;

// A disc with the number, in a ring of the groups' shares: opaque where certain, pale where possible.
const FRAGMENT = `${SHADER}precision highp sampler2DArray;
flat in float v_radius;
flat in vec4 v_letters;
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
void main() {
  vec2 at = (gl_PointCoord - 0.5) * (v_radius * 2.0 + 2.0);
  float away = length(at);
  float turn = fract(atan(at.x, -at.y) / 6.283185307179586);
  int part = 0;
  while (part < ${2 * COLOUR_GROUPS.length - 1} && turn > v_ends[part]) part++;
  vec3 group = mix(u_paper, u_colours[part / 2], (part & 1) == 0 ? 1.0 : 0.4);
  float width = max(v_radius * 0.24, 2.0);
  vec3 inside = u_paper;
  float count = v_letters.x < 0.0 ? 0.0 : v_letters.y < 0.0 ? 1.0 : v_letters.z < 0.0 ? 2.0 : v_letters.w < 0.0 ? 3.0 : 4.0;
  float along = (at.x + count * ${LETTER_PX} * 0.5) / ${LETTER_PX};
  if (along >= 0.0 && along < count) {
    vec2 within = vec2((fract(along) - 0.5) * ${LETTER_PX} / 16.0 + 0.5, at.y / 16.0 + 0.5);
    inside = mix(u_paper, u_ink, textureLod(u_letters, vec3(clamp(within, 0.0, 1.0), v_letters[int(along)]), 0.0).a);
  }
  vec3 mark = mix(inside, group, cover(away - (v_radius - 1.0 - width)));
  colour = vec4(mix(mark, u_paper, cover(away - (v_radius - 1.0))), 1.0) * cover(v_radius - away);
}
`;

/** Draws the clusters. There are few, so they are uploaded again whenever they change. */
export class ClusterMarks {
  readonly #gl: WebGL2RenderingContext;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;
  readonly #letters: WebGLTexture;
  readonly #program: Program;
  #sent: { clusters: readonly Cluster[]; scale: number } | null = null;

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
    gl.vertexAttribPointer(2, MAX_LETTERS, gl.FLOAT, false, BYTES, 12);
    gl.vertexAttribPointer(3, 4, gl.FLOAT, false, BYTES, 28);
    gl.vertexAttribPointer(4, 4, gl.FLOAT, false, BYTES, 44);
  }

  draw(store: EventStore, clusters: readonly Cluster[], frame: Frame, scale: number, palette: Palette): void {
    if (clusters.length === 0) return;
    const gl = this.#gl;
    const { at, program } = this.#program;
    gl.bindVertexArray(this.#array);
    if (this.#sent?.clusters !== clusters || this.#sent.scale !== scale) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
      gl.bufferData(gl.ARRAY_BUFFER, pack(store, clusters, scale), gl.DYNAMIC_DRAW);
      this.#sent = { clusters, scale };
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
    gl.drawArrays(gl.POINTS, 0, clusters.length);
  }

  release(): void {
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteBuffer(this.#buffer);
    this.#gl.deleteTexture(this.#letters);
    this.#gl.deleteProgram(this.#program.program);
  }
}

/** Writes single numbers, not objects: the counts change at every step of the slider. */
function pack({ columns }: EventStore, clusters: readonly Cluster[], scale: number): ArrayBuffer {
  const buffer = new ArrayBuffer(clusters.length * BYTES);
  const [words, numbers] = [new Uint32Array(buffer), new Float32Array(buffer)];
  let to = 0;
  for (const { row, count, tallies, at } of clusters) {
    const radius = clusterRadiusPx(count, scale);
    const text = radius < READABLE_PX ? '' : countText(count);
    words[to++] = worldX(columns.lng[row]!);
    words[to++] = worldY(columns.lat[row]!);
    numbers[to++] = radius;
    for (let letter = 0; letter < MAX_LETTERS; letter++)
      numbers[to++] = letter < text.length ? LETTERS.indexOf(text[letter]!) : -1;
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
