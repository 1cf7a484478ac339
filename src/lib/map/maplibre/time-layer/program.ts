import type { Frame } from './world.ts';

/** The start of every shader; `#version` must be its first token. */
export const SHADER = `#version 300 es
precision highp float;
precision highp int;
`;

/** GLSL function `placed` for vertex shaders: a place in world units plus an offset, to clip space. Needs `placeIn`. */
export const PLACED = `
uniform mat4 u_matrix;
uniform uvec2 u_origin;
vec4 placed(uvec2 place, vec2 beside) {
  // Integer arithmetic up to here: the difference is exact at any zoom.
  return u_matrix * vec4(vec2(ivec2(place - u_origin)) + beside, 0.0, 1.0);
}
`;

/** Sets the uniforms that `placed` needs, on the program in use. */
export function placeIn({ matrix, origin }: Frame, gl: WebGL2RenderingContext, at: Program['at']): void {
  gl.uniformMatrix4fv(at('u_matrix'), false, matrix);
  gl.uniform2ui(at('u_origin'), ...origin);
}

/** A linked program; `at(name)` is the location of a uniform. */
export type Program = { program: WebGLProgram; at(name: string): WebGLUniformLocation | null };

/** Throws with the compiler's message if a shader is invalid; never for a lost context. */
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
    // A lost context creates no shader.
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
