import type { EventStore } from '../../../model/event-store.ts';
import { FIXED_BYTES, packFixed, packShown, SHOWN_BYTES } from './buffers.ts';
import type { KindLook } from './symbol-style.ts';
import type { Spread } from './spiderfy.ts';

/** The rows on the graphics card, in drawing order. */
export class GpuRows {
  readonly #gl: WebGL2RenderingContext;
  readonly #array: WebGLVertexArrayObject;
  readonly #fixed: WebGLBuffer;
  readonly #shown: WebGLBuffer;
  #spread: Spread | null = null;

  constructor(gl: WebGL2RenderingContext, store: EventStore, kinds: readonly KindLook[]) {
    this.#gl = gl;
    this.#array = gl.createVertexArray();
    this.#fixed = gl.createBuffer();
    this.#shown = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    this.pack(store, kinds);
    const numbers = (location: number, size: number, type: number, at: number, stride = FIXED_BYTES) => {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribIPointer(location, size, type, stride, at);
    };
    // As listed in buffers.ts.
    numbers(0, 2, gl.UNSIGNED_INT, 0);
    numbers(1, 4, gl.SHORT, 8);
    numbers(2, 1, gl.SHORT, 16);
    numbers(3, 2, gl.UNSIGNED_BYTE, 18);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#shown);
    numbers(4, 2, gl.UNSIGNED_BYTE, 0, SHOWN_BYTES);
  }

  pack(store: EventStore, kinds: readonly KindLook[]): void {
    const gl = this.#gl;
    this.#spread = null;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#fixed);
    gl.bufferData(gl.ARRAY_BUFFER, packFixed(store, kinds), gl.STATIC_DRAW);
  }

  /** Sends the slots, where they are others than before. */
  spread(store: EventStore, spread: Spread): void {
    if (spread === this.#spread) return;
    const gl = this.#gl;
    this.#spread = spread;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#shown);
    gl.bufferData(gl.ARRAY_BUFFER, packShown(store, spread.slots), gl.STATIC_DRAW);
  }

  bind(): void {
    this.#gl.bindVertexArray(this.#array);
  }

  release(): void {
    this.#gl.deleteVertexArray(this.#array);
    this.#gl.deleteBuffer(this.#fixed);
    this.#gl.deleteBuffer(this.#shown);
  }
}
