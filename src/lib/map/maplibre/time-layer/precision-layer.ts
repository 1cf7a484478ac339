import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { COLOUR_GROUPS, type LngLat, type SymbolStyle } from '../../../model/dataset.ts';
import type { EventStore, StoreQuery } from '../../../model/event-store.ts';
import type { Palette } from '../../../ui/palette.ts';
import { ACCURACY } from '../scene-layers.ts';
import { discsOf, type Disc } from './discs.ts';
import { groupColours } from './symbol-style.ts';
import { makeProgram, PLACED, placeIn, SHADER, type Program } from './program.ts';
import { currentFrame, toWorld, unitsPerMetre, WORLD } from './world.ts';

const BYTES = 16;
const TILE_PX = 512;
/** A smaller circle would be hidden by its symbol. */
const MIN_RADIUS_PX = 4;
/** Space for the outline outside the circle, px. */
const EDGE_PX = 2;

// Quads, not point sprites: a circle of some kilometres exceeds the maximum point size, and lies in the map plane.
const VERTEX = `${SHADER}${PLACED}
layout(location = 0) in uvec2 a_place;
layout(location = 1) in float a_radius;
layout(location = 2) in uvec2 a_style;
uniform float u_units_per_px;
uniform vec3 u_colours[${COLOUR_GROUPS.length}];
out vec2 v_at;
flat out float v_radius;
flat out vec3 v_colour;
flat out vec2 v_alpha;
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  v_at = corner * (a_radius + ${EDGE_PX}.0 * u_units_per_px);
  v_radius = a_radius;
  v_colour = u_colours[a_style.x];
  v_alpha = a_style.y == 1u ? vec2(${ACCURACY.fill.certain}, ${ACCURACY.edge.certain}) : vec2(${ACCURACY.fill.possible}, ${ACCURACY.edge.possible});
  gl_Position = placed(a_place, v_at);
}
`;

const FRAGMENT = `${SHADER}in vec2 v_at;
flat in float v_radius;
flat in vec3 v_colour;
flat in vec2 v_alpha;
uniform float u_ratio;
out vec4 colour;
void main() {
  float away = length(v_at) - v_radius;
  float px = length(vec2(dFdx(away), dFdy(away)));
  float fill = clamp(0.5 - away / px, 0.0, 1.0) * v_alpha.x;
  float line = clamp(0.5 * u_ratio + 0.5 - abs(away) / px, 0.0, 1.0) * v_alpha.y;
  colour = vec4(v_colour, 1.0) * (line + fill * (1.0 - line));
}
`;

/** Circles in metres on the ground: how precisely a place is known. One for each place with an event that is shown. */
export class PrecisionLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #kinds: readonly SymbolStyle[];
  #store: EventStore;
  #palette: Palette;
  #view: StoreQuery = { from: 0, to: -1, asOf: null, hiddenKinds: 0 };
  #also: readonly LngLat[] = [];
  readonly #largestM: number;
  #discs: Disc[] | null = null;
  #map: MapLibreMap | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #made: { program: Program; array: WebGLVertexArrayObject; buffer: WebGLBuffer } | null = null;

  constructor(store: EventStore, palette: Palette, kinds: readonly SymbolStyle[], id = 'precision') {
    this.id = id;
    this.#store = store;
    this.#palette = palette;
    this.#kinds = kinds;
    this.#largestM = store.columns.places.accuracyM.reduce((largest, radius) => Math.max(largest, radius), 0);
  }

  /** The events in the window, and past places that are selected. */
  show(store: EventStore, view: StoreQuery, also: readonly LngLat[] = []): void {
    this.#store = store;
    this.#view = view;
    this.#also = also;
    this.#discs = null;
    this.#map?.triggerRepaint();
  }

  recolour(palette: Palette): void {
    this.#palette = palette;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#gl = gl;
  }

  onRemove(): void {
    const gl = this.#gl;
    if (gl && this.#made) {
      gl.deleteProgram(this.#made.program.program);
      gl.deleteVertexArray(this.#made.array);
      gl.deleteBuffer(this.#made.buffer);
    }
    this.#made = null;
    this.#map = null;
    this.#gl = null;
    this.#discs = null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const map = this.#map!;
    const { lat } = map.getCenter();
    const unitsPerPx = WORLD / (TILE_PX * 2 ** map.getZoom());
    // Nothing is drawn when zoomed out so far that no circle would be visible.
    if (this.#largestM * unitsPerMetre(lat) < MIN_RADIUS_PX * unitsPerPx) return;
    const { program, array, buffer } = (this.#made ??= make(gl));
    gl.bindVertexArray(array);
    if (this.#discs === null) {
      this.#discs = discsOf(this.#store, this.#view, this.#also);
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, this.#pack(this.#discs), gl.DYNAMIC_DRAW);
    }
    const frame = currentFrame(map, input);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    gl.useProgram(program.program);
    placeIn(frame, gl, program.at);
    gl.uniform1f(program.at('u_units_per_px'), unitsPerPx);
    gl.uniform1f(program.at('u_ratio'), frame.pixelRatio);
    gl.uniform3fv(program.at('u_colours'), groupColours(this.#palette));
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#discs.length);
    gl.bindVertexArray(null);
  }

  #pack(discs: readonly Disc[]): ArrayBuffer {
    const { place, places, kind } = this.#store.columns;
    const view = new DataView(new ArrayBuffer(discs.length * BYTES));
    discs.forEach(({ row, certain }, at) => {
      const its = place[row]!;
      const [x, y] = toWorld([places.lng[its]!, places.lat[its]!]);
      view.setUint32(at * BYTES, x, true);
      view.setUint32(at * BYTES + 4, y, true);
      view.setFloat32(at * BYTES + 8, places.accuracyM[its]! * unitsPerMetre(places.lat[its]!), true);
      const group = this.#kinds[kind[row]!]?.group ?? COLOUR_GROUPS[0]!;
      view.setUint16(at * BYTES + 12, COLOUR_GROUPS.indexOf(group), true);
      view.setUint16(at * BYTES + 14, certain ? 1 : 0, true);
    });
    return view.buffer;
  }
}

function make(gl: WebGL2RenderingContext) {
  const array = gl.createVertexArray();
  const buffer = gl.createBuffer();
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  for (const location of [0, 1, 2]) {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribDivisor(location, 1);
  }
  gl.vertexAttribIPointer(0, 2, gl.UNSIGNED_INT, BYTES, 0);
  gl.vertexAttribPointer(1, 1, gl.FLOAT, false, BYTES, 8);
  gl.vertexAttribIPointer(2, 2, gl.UNSIGNED_SHORT, BYTES, 12);
  return { program: makeProgram(gl, { vertex: VERTEX, fragment: FRAGMENT }), array, buffer };
}
