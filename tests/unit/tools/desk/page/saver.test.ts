import { expect, test } from 'vitest';
import { Failed } from '../../../../../src/tools/desk/page/api.ts';
import { Saver, type SaveState } from '../../../../../src/tools/desk/page/saver.ts';

/** A disk whose writes end when the test says so. */
function disk() {
  const writes: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const told: SaveState[] = [];
  const saver = new Saver<string>(
    (state) => {
      writes.push(state);
      return new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
    },
    (state) => told.push(state),
    1
  );
  return {
    writes,
    told,
    saver,
    end: async (error?: Error) => {
      ends.shift()!(error);
      for (let i = 0; i < 5; i++) await Promise.resolve();
    }
  };
}

test('while one write goes on, later states wait, and only the newest is written', async () => {
  const { writes, told, saver, end } = disk();
  for (const state of ['a', 'b', 'c']) saver.offer(state);
  expect(writes).toEqual(['a']);
  await end();
  expect(writes).toEqual(['a', 'c']);
  expect(told.at(-1)).toBe('saving');
  await end();
  expect(told.at(-1)).toBe('saved');
  expect(saver.isIdle).toBe(true);
});

test('a write that fails is tried again, with the newest state', async () => {
  const { writes, told, saver, end } = disk();
  saver.offer('a');
  await end(new Failed(0, 'nobody answers'));
  expect(told.at(-1)).toBe('failed');
  expect(saver.isIdle).toBe(false);
  await new Promise((done) => setTimeout(done, 5));
  expect(writes).toEqual(['a', 'a']);
  saver.stop();
});

test('what another tab has written is never written over', async () => {
  const { writes, told, saver, end } = disk();
  saver.offer('a');
  saver.offer('b');
  await end(new Failed(409, 'changed elsewhere'));
  saver.offer('c');
  expect(told.at(-1)).toBe('overtaken');
  expect(writes).toEqual(['a']);
});
