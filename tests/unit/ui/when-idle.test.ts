import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from '../../../src/lib/ui/when-idle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the browser is asked for an idle moment, with the latest time, and the wish can be taken back', () => {
  const ask = vi.fn(() => 7);
  const takeBack = vi.fn();
  vi.stubGlobal('requestIdleCallback', ask);
  vi.stubGlobal('cancelIdleCallback', takeBack);
  const run = vi.fn();
  const cancel = whenIdle(run, 1500);
  expect(ask).toHaveBeenCalledWith(run, { timeout: 1500 });
  cancel();
  expect(takeBack).toHaveBeenCalledWith(7);
});

test('where the browser knows no idle moments it is a short while, unless taken back', () => {
  const run = vi.fn();
  const other = vi.fn();
  whenIdle(run, 1500);
  whenIdle(other, 1500)();
  expect(run).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledOnce();
  expect(other).not.toHaveBeenCalled();
});
