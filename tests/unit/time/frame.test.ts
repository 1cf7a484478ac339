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

test('of many positions in one frame only the latest is handed over, once', () => {
  const { next, pass, count } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  for (const value of [1, 2, 3]) push(value);
  expect(count()).toBe(1);
  expect(seen).toEqual([]);
  pass();
  expect(seen).toEqual([3]);
  pass();
  expect(seen).toEqual([3]);
});

test('the next frame brings the next position', () => {
  const { next, pass } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  push(1);
  pass();
  push(2);
  pass();
  expect(seen).toEqual([1, 2]);
});

test('a flush delivers a pending value immediately, and nothing twice', () => {
  const { next, pass } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  push(5);
  push.flush();
  push.flush();
  pass();
  expect(seen).toEqual([5]);
});

test('what is cancelled is never handed over', () => {
  const { next, pass, count } = frames();
  const seen: number[] = [];
  const push = perFrame<number>((value) => seen.push(value), next);
  push(5);
  push.cancel();
  expect(count()).toBe(0);
  pass();
  push.flush();
  expect(seen).toEqual([]);
});
