const BLOCK_BITS = 8;

/**
 * Whole numbers of up to 32 bits that are near to those beside them, as those of rows that are all but in order. Kept are
 * the least number of each 256, and by how much each is above it: a byte or two where a number alone would take four.
 */
export class NearNumbers {
  readonly length: number;
  readonly #least: Uint32Array;
  readonly #above: Uint8Array | Uint16Array | Uint32Array;

  constructor(numbers: Uint32Array) {
    this.length = numbers.length;
    this.#least = new Uint32Array(Math.ceil(numbers.length / 2 ** BLOCK_BITS)).fill(2 ** 32 - 1);
    for (let at = 0; at < numbers.length; at++)
      this.#least[at >>> BLOCK_BITS] = Math.min(this.#least[at >>> BLOCK_BITS]!, numbers[at]!);
    let most = 0;
    for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at]! - this.#least[at >>> BLOCK_BITS]!);
    const Above = most < 2 ** 8 ? Uint8Array : most < 2 ** 16 ? Uint16Array : Uint32Array;
    this.#above = new Above(numbers.length);
    for (let at = 0; at < numbers.length; at++) this.#above[at] = numbers[at]! - this.#least[at >>> BLOCK_BITS]!;
  }

  at(position: number): number {
    return this.#least[position >>> BLOCK_BITS]! + this.#above[position]!;
  }

  /** Those at some positions, in the order given. */
  pick(positions: ArrayLike<number>): NearNumbers {
    return new NearNumbers(Uint32Array.from(positions, (position) => this.at(position)));
  }

  get bytes(): number {
    return this.#least.byteLength + this.#above.byteLength;
  }
}
