import { expect, test, vi } from 'vitest';
import { inTurns } from '../../../src/lib/ui/in-turns.ts';

function* counting(to: number): Generator<number, string> {
  for (let n = 1; n <= to; n++) yield n;
  return `${to} in all`;
}

test('all parts are taken in their order, and the result is that of the work', async () => {
  const taken: number[] = [];
  expect(await inTurns(counting(5000), (n) => taken.push(n))).toBe('5000 in all');
  expect(taken).toEqual([...Array(5000).keys()].map((n) => n + 1));
});

test('others have their turn before long work is done', async () => {
  const clock = vi.spyOn(performance, 'now');
  let now = 0;
  // Each look at the clock is 5 ms later.
  clock.mockImplementation(() => (now += 5));
  const order: string[] = [];
  setTimeout(() => order.push('another'));
  await inTurns(counting(4000), () => {});
  order.push('done');
  clock.mockRestore();
  expect(order).toEqual(['another', 'done']);
});

test('what fails in the middle rejects', async () => {
  const failing = function* () {
    yield 1;
    throw new Error('no more');
  };
  await expect(inTurns(failing())).rejects.toThrow('no more');
});
