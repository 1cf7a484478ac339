import { expect, test } from 'vitest';
import { pagesInView } from '../../../src/lib/panels/pages-in-view.ts';

const list = { measured: new Map<number, number>(), expectedPx: 100, count: 10 };

test('pages that the window touches are drawn, and the others keep their room', () => {
  expect(pagesInView(list, 250, 420)).toEqual({ from: 2, to: 5, beforePx: 200, afterPx: 500 });
  expect(pagesInView(list, -800, 50)).toEqual({ from: 0, to: 1, beforePx: 0, afterPx: 900 });
});

test('above or below the list its nearest page is drawn, so that it can be reached', () => {
  expect(pagesInView(list, -900, -300)).toMatchObject({ from: 0, to: 1 });
  expect(pagesInView(list, 5000, 6000)).toEqual({ from: 9, to: 10, beforePx: 900, afterPx: 0 });
});

test('measured pages count with their height', () => {
  const measured = new Map([
    [0, 300],
    [2, 50]
  ]);
  expect(pagesInView({ ...list, measured }, 310, 440)).toEqual({ from: 1, to: 3, beforePx: 300, afterPx: 700 });
});

test('whatever is in view, all pages together have the list’s height', () => {
  for (let top = -500; top < 1500; top += 37) {
    const { from, to, beforePx, afterPx } = pagesInView(list, top, top + 333);
    expect(beforePx + (to - from) * 100 + afterPx).toBe(1000);
  }
});
