import { expect, test } from 'vitest';
import { moveTo } from '../../../src/lib/ui/roving.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, ...held }) as KeyboardEvent;
const from = (at: number, wrap?: boolean) => (key: string) => moveTo(press(key), at, 3, { wrap });

test('arrows go on and back, Home and End to the ends', () => {
  expect(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End'].map(from(1))).toEqual([2, 2, 0, 0, 0, 2]);
});

test('beyond an end they go round, or stay there', () => {
  expect([from(2)('ArrowRight'), from(0)('ArrowLeft')]).toEqual([0, 2]);
  expect([from(2, false)('ArrowRight'), from(0, false)('ArrowLeft')]).toEqual([2, 0]);
});

test('other keys, and keys of the browser, are left alone', () => {
  expect(from(1)('Enter')).toBeUndefined();
  expect(moveTo(press('ArrowLeft', { altKey: true }), 1, 3, {})).toBeUndefined();
});
