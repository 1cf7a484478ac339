import type { EventStore } from '../../../model/event-store.ts';
import { FIXED_BYTES, packFixed, packShown, SHOWN_BYTES } from './buffers.ts';
import type { SymbolStyle } from '../../../model/dataset.ts';
import type { SpiderLayout } from './spiderfy.ts';

/** The rows as GPU buffers, in drawing order. */
export class GpuRows {
  readonly #gl: WebGL2RenderingContext;
  readonly #array: WebGLVertexArrayObject;
  readonly #fixed: WebGLBuffer;
  readonly #shown: WebGLBuffer;
  #spiderLayout: SpiderLayout | null = null;

  constructor(gl: WebGL2RenderingContext, store: EventStore, kinds: readonly SymbolStyle[]) {
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
    // The layout documented in buffers.ts.
    numbers(0, 2, gl.UNSIGNED_INT, 0);
    numbers(1, 4, gl.INT, 8);
    numbers(2, 1, gl.INT, 24);
    numbers(3, 2, gl.UNSIGNED_BYTE, 28);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#shown);
    numbers(4, 2, gl.UNSIGNED_BYTE, 0, SHOWN_BYTES);
  }

  pack(store: EventStore, kinds: readonly SymbolStyle[]): void {
    const gl = this.#gl;
    this.#spiderLayout = null;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#fixed);
    gl.bufferData(gl.ARRAY_BUFFER, packFixed(store, kinds), gl.STATIC_DRAW);
  }

  /** Uploads the slots if they have changed. */
  setLayout(store: EventStore, spiderLayout: SpiderLayout): void {
    if (spiderLayout === this.#spiderLayout) return;
    const gl = this.#gl;
    this.#spiderLayout = spiderLayout;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#shown);
    gl.bufferData(gl.ARRAY_BUFFER, packShown(store, spiderLayout.slots), gl.STATIC_DRAW);
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
