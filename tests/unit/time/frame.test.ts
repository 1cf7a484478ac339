import { expect, test } from 'vitest';
import { perFrame } from '../../../src/lib/time/frame.ts';

/** Frames that come when the test says so. */
function frames() {
  const waiting = new Set<() => void>();
  return {
    next: (run: () => void) => {
      waiting.add(run);
      return () => void waiting.delete(run);
    },
    pass: () => {
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
    },
    count: () => waiting.size
  };
}

test('the first position is handed over at once, and of the others of its frame only the latest, once', () => {
  const { next, pass, count } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  for (const value of [1, 2, 3]) push(value);
  expect(count()).toBe(1);
  expect(seen).toEqual([1]);
  pass();
  expect(seen).toEqual([1, 3]);
  pass();
  pass();
  expect(seen).toEqual([1, 3]);
});

test('where positions come all the time, one is handed over each frame', () => {
  const { next, pass } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  for (let frame = 0; frame < 3; frame++) {
    push(10 * frame);
    push(10 * frame + 1);
    pass();
  }
  expect(seen).toEqual([0, 1, 11, 21]);
});

test('after a frame without a position the next one is handed over at once', () => {
  const { next, pass } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  push(1);
  pass();
  push(2);
  expect(seen).toEqual([1, 2]);
});

test('a flush delivers a pending value immediately, and nothing twice', () => {
  const { next, pass } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  push(4);
  push(5);
  push.flush();
  expect(seen).toEqual([4, 5]);
  push.flush();
  pass();
  expect(seen).toEqual([4, 5]);
});

test('what is cancelled is never handed over', () => {
  const { next, pass, count } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  push(4);
  push(5);
  push.cancel();
  expect(count()).toBe(0);
  pass();
  push.flush();
  expect(seen).toEqual([4]);
});
