import type { Frame } from './world.ts';

/** Every shader here begins so; `#version` must be its very first words. */
export const SHADER = `#version 300 es
precision highp float;
precision highp int;
`;

/** `placed`, of a vertex shader: a place in world units, and what is beside it, in clip space. Goes with `placeIn`. */
export const PLACED = `
uniform mat4 u_matrix;
uniform uvec2 u_origin;
vec4 placed(uvec2 place, vec2 beside) {
  // Whole numbers up to here: their difference is exact, whatever the zoom.
  return u_matrix * vec4(vec2(ivec2(place - u_origin)) + beside, 0.0, 1.0);
}
`;

/** Says to the program in use where `placed` places things in this frame. */
export function placeIn({ matrix, origin }: Frame, gl: WebGL2RenderingContext, at: Program['at']): void {
  gl.uniformMatrix4fv(at('u_matrix'), false, matrix);
  gl.uniform2ui(at('u_origin'), ...origin);
}

/** A linked program; `at(name)` is the place of a uniform. */
export type Program = { program: WebGLProgram; at(name: string): WebGLUniformLocation | null };

/** Throws with the compiler's own words where a shader is wrong, and never for a context that is lost. */
export function makeProgram(
  gl: WebGL2RenderingContext,
  { vertex, fragment }: { vertex: string; fragment: string }
): Program {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment]
  ] as const) {
    const shader = gl.createShader(type);
    // A lost context makes none.
    if (!shader) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
      throw new Error(`shader: ${gl.getShaderInfoLog(shader)}`);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`program: ${gl.getProgramInfoLog(program)}`);
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    at: (name) => {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
      return places.get(name)!;
    }
  };
}
