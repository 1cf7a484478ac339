import type { Steps } from './steps.ts';

/** One bit of every value, highest bit first: as words, with the number of ones before every fourth word. */
type Plane = { words: Uint32Array; ones: Uint32Array; zeros: number };

const WORDS_PER_SUM = 4;

/**
 * Counts the small values in any stretch of a list, whatever its order: a wavelet matrix.
 * Time of a count: O(bits of the largest value). Memory: 1.25 bits for each bit of each value.
 */
export class WaveletMatrix {
  readonly #planes: readonly Plane[];
  readonly #bits: number;

  private constructor(planes: readonly Plane[]) {
    this.#planes = planes;
    this.#bits = planes.length;
  }

  /** Consumes `values`, which are up to `largest`: they are overwritten. Time: O(length * bits). */
  static *steps(values: Uint32Array, largest: number): Steps<WaveletMatrix> {
    const planes: Plane[] = [];
    let [current, sorted]: [Uint32Array, Uint32Array] = [values, new Uint32Array(values.length)];
    for (let bit = 31 - Math.clz32(largest); bit >= 0; bit--) {
      planes.push(planeOf(current, bit, sorted));
      [current, sorted] = [sorted, current];
      yield;
    }
    return new WaveletMatrix(planes);
  }

  /** How many values at the positions from `at` to before `end` are below `bound`. */
  countBelow(at: number, end: number, bound: number): number {
    if (bound >= 2 ** this.#bits) return end - at;
    let count = 0;
    for (let level = 0; level < this.#planes.length && end > at; level++) {
      const plane = this.#planes[level]!;
      const onesBefore = onesIn(plane, at);
      const onesUpTo = onesIn(plane, end);
      if ((bound >>> (this.#bits - 1 - level)) & 1) {
        count += end - at - (onesUpTo - onesBefore);
        at = plane.zeros + onesBefore;
        end = plane.zeros + onesUpTo;
      } else {
        at -= onesBefore;
        end -= onesUpTo;
      }
    }
    return count;
  }

  get bytes(): number {
    return this.#planes.reduce((sum, { words, ones }) => sum + words.byteLength + ones.byteLength, 0);
  }
}

/** The plane of a bit; `sorted` gets the values without it first, then those with it, each in the order they had. */
function planeOf(values: Uint32Array, bit: number, sorted: Uint32Array): Plane {
  const words = new Uint32Array(Math.floor(values.length / 32) + 1);
  const ones = new Uint32Array(Math.floor(words.length / WORDS_PER_SUM) + 1);
  for (let at = 0; at < values.length; at++) words[at >>> 5]! |= ((values[at]! >>> bit) & 1) << (at & 31);
  let sum = 0;
  for (let word = 0; word < words.length; word++) {
    if (word % WORDS_PER_SUM === 0) ones[word / WORDS_PER_SUM] = sum;
    sum += onesOf(words[word]!);
  }
  const zeros = values.length - sum;
  let [zero, one] = [0, zeros];
  for (let at = 0; at < values.length; at++) sorted[(values[at]! >>> bit) & 1 ? one++ : zero++] = values[at]!;
  return { words, ones, zeros };
}

/** How many bits are 1 before a position. */
function onesIn({ words, ones }: Plane, at: number): number {
  const last = at >>> 5;
  let word = last & -WORDS_PER_SUM;
  let sum = ones[word / WORDS_PER_SUM]!;
  for (; word < last; word++) sum += onesOf(words[word]!);
  return sum + onesOf(words[last]! & ((1 << (at & 31)) - 1));
}

function onesOf(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
