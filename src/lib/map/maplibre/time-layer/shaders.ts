import { COLOUR_GROUPS } from '../../../model/dataset.ts';
import { GROUP_BIT, LASTS } from './buffers.ts';
import { PLACED, SHADER } from './program.ts';
import { CLUSTER } from './spiderfy.ts';

/** Size of a shape in the texture: 24 units and a margin for its outline. As in symbols.ts. */
export const PICTURE_UNITS = 28;
/** Width of the ring around a selected or hovered symbol, CSS px on each side. */
export const RING_PX = 5;

/** What a pass draws: symbols; rings around them; one pixel for each row; or the symbols with their row as colour. */
export type Target = 'symbols' | 'rings' | 'rows' | 'ids';

const HEAD = (target: Target) => `${SHADER}#define ${target.toUpperCase()}
`;

/**
 * One vertex is one event at one place. `presence` computes the same as the model's `presenceOf`. Rows that are not
 * drawn in a pass are moved outside the clip space.
 */
const VERTEX = `${PLACED}
layout(location = 0) in uvec2 a_place;
layout(location = 1) in ivec4 a_days;
layout(location = 2) in int a_reported;
layout(location = 3) in uvec2 a_kind;
layout(location = 4) in uvec2 a_shown;
uniform vec2 u_size;
uniform float u_ratio;
uniform float u_scale;
uniform float u_slot;
uniform ivec2 u_window;
uniform int u_as_of;
uniform uint u_hidden;
uniform bool u_past;
uniform float u_past_days;
uniform vec3 u_colours[${COLOUR_GROUPS.length}];
uniform ivec2 u_pixels;
/** Step between the levels, in pixels and in texels. */
uniform ivec2 u_step;
/** How many pictures stand side by side, and how high such a band of all levels is. */
uniform ivec2 u_band;
uniform int u_grid;
flat out vec4 v_colour;
flat out ivec2 v_corner;
flat out float v_side;
flat out float v_px;
flat out uint v_id;

const int AHEAD = 0;
const int PAST = 1;
const int POSSIBLE = 2;
const int CERTAIN = 3;
const float TURN = 6.283185307179586;

int presence(ivec4 days, bool lasts, ivec2 window) {
  if (days.x > window.y) return AHEAD;
  if (days.y < window.x) return PAST;
  if (!lasts) return days.x >= window.x && days.y <= window.y ? CERTAIN : POSSIBLE;
  return days.z <= min(window.y, days.w) && days.w >= window.x ? CERTAIN : POSSIBLE;
}

vec2 slotOffset(uint slot) {
  if (slot == 0u || slot == ${CLUSTER}u) return vec2(0.0);
  bool inner = slot < 7u;
  float turn = inner ? float(slot - 1u) / 6.0 : float(slot - 7u) / 12.0;
  return (inner ? 1.0 : 2.0) * vec2(cos(turn * TURN), sin(turn * TURN));
}

void main() {
  uint kind = a_kind.x & ${LASTS - 1}u;
  int now = presence(a_days, (a_kind.x & ${LASTS}u) != 0u, u_window);
  float age = float(u_window.x - a_days.y);
  bool drawn = a_shown.x > 0u && a_reported <= u_as_of && ((u_hidden >> kind) & 1u) == 0u
    && (u_past ? now == PAST && age <= u_past_days : now >= POSSIBLE);
  if (!drawn) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    return;
  }
  v_id = uint(gl_VertexID) + 1u;
#ifdef ROWS
  vec2 cell = vec2(gl_VertexID % u_grid, gl_VertexID / u_grid) + 0.5;
  gl_Position = vec4(cell * 2.0 / float(u_grid) - 1.0, 0.0, 1.0);
  gl_PointSize = 1.0;
#else
  float px = float(a_shown.x) * 0.25 * u_scale * (now == PAST ? 0.62 : now == POSSIBLE ? 0.96 : 1.0);
  gl_Position = placed(a_place, vec2(0.0));
  vec2 offset = now == PAST ? vec2(0.0) : slotOffset(a_shown.y) * u_slot * vec2(1.0, -1.0);
  gl_Position.xy += offset * 2.0 / u_size * gl_Position.w;
#ifndef IDS
  // Moved by half a pixel at most, so that each texel covers exactly one pixel.
  int level = max(int(px * ${(PICTURE_UNITS / 24).toFixed(5)} * u_ratio / float(u_step.x) + 0.5), 1);
  float side = float(level * u_step.x);
  vec2 pixels = vec2(u_pixels);
  vec2 corner = floor((gl_Position.xy / gl_Position.w * 0.5 + 0.5) * pixels - side * 0.5 + 0.5);
  gl_Position.xy = ((corner + side * 0.5) / pixels * 2.0 - 1.0) * gl_Position.w;
#endif
#ifdef SYMBOLS
  gl_PointSize = side;
  uint group = a_kind.y >> ${GROUP_BIT};
  // Past events fade with the days since, if they disappear at all.
  float alpha = now == PAST ? 0.5 * (1.0 - age / (u_past_days + 1.0)) : 1.0;
  v_colour = vec4(u_colours[group], alpha);
  int picture = int(a_kind.y & ${2 ** GROUP_BIT - 1}u) * 2 + (now == POSSIBLE ? 1 : 0);
  v_corner = u_step.y * ivec2((picture % u_band.x) * level, level * (level - 1) / 2 + (picture / u_band.x) * u_band.y);
  v_side = float(level * u_step.y);
#else
  v_px = px * u_ratio;
  gl_PointSize = v_px;
#ifdef RINGS
  gl_PointSize += ${2 * RING_PX}.0 * u_ratio;
#endif
#endif
#endif
}
`;

const FRAGMENTS: Record<Target, string> = {
  // As symbols.ts lays them out. Red: coverage of the group's colour; green: coverage of the background colour.
  symbols: `
flat in vec4 v_colour;
flat in ivec2 v_corner;
flat in float v_side;
uniform sampler2D u_pictures;
uniform vec3 u_paper;
out vec4 colour;
void main() {
  vec4 share = texelFetch(u_pictures, v_corner + ivec2(gl_PointCoord * v_side), 0);
  colour = vec4(share.r * v_colour.rgb + share.g * u_paper, share.a) * v_colour.a;
}
`,
  rings: `
flat in float v_px;
uniform float u_ratio;
uniform vec4 u_ring;
uniform vec3 u_paper;
out vec4 colour;
void main() {
  float radius = v_px * 0.5 + 3.0 * u_ratio;
  float away = length(gl_PointCoord - 0.5) * (v_px + ${2 * RING_PX}.0 * u_ratio);
  float line = clamp(1.0 * u_ratio - abs(away - radius) + 0.5, 0.0, 1.0) * u_ring.a;
  float disc = clamp(radius - away + 0.5, 0.0, 1.0) * 0.7 * u_ring.a;
  colour = vec4(u_ring.rgb, 1.0) * line + vec4(u_paper, 1.0) * disc * (1.0 - line);
}
`,
  rows: `
flat in uint v_id;
out vec4 colour;
void main() {
  colour = vec4(1.0);
}
`,
  ids: `
flat in uint v_id;
out vec4 colour;
void main() {
  if (length(gl_PointCoord - 0.5) > 0.5) discard;
  colour = vec4(uvec4(v_id, v_id >> 8, v_id >> 16, v_id >> 24) & 255u) / 255.0;
}
`
};

export const shadersOf = (target: Target) => ({
  vertex: HEAD(target) + VERTEX,
  fragment: HEAD(target) + FRAGMENTS[target]
});
