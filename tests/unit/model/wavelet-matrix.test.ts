import { expect, test } from 'vitest';
import { finished } from '../../../src/lib/model/steps.ts';
import { WaveletMatrix } from '../../../src/lib/model/wavelet-matrix.ts';
import { numbers } from '../random-view.ts';

const random = numbers(7);
const below = (count: number) => Math.floor(random.next().value * count);

test.each([
  [0, 5],
  [1, 1],
  [31, 0],
  [32, 1],
  [129, 7],
  [1000, 4000],
  [1000, 2 ** 22]
])('of %i values up to %i, any stretch has as many below any bound as counting finds', (length, largest) => {
  const values = Uint32Array.from({ length }, () => below(largest + 1));
  const matrix = finished(WaveletMatrix.steps(values.slice(), largest));
  for (let round = 0; round < 300; round++) {
    const at = below(length + 1);
    const end = at + below(length - at + 1);
    const bound = round === 0 ? 2 ** 31 : below(largest + 3);
    expect(matrix.countBelow(at, end, bound), `${at} ${end} ${bound}`).toBe(
      values.subarray(at, end).filter((value) => value < bound).length
    );
  }
});
