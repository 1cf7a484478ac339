import { describe, expect, test } from 'vitest';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import type { Chapter } from '../../../src/lib/model/dataset.ts';
import type { WindowSize } from '../../../src/lib/model/view.ts';
import { chapterDays, chapterSources } from '../../../src/lib/panels/chapter-words.ts';
import { swipeStep } from '../../../src/lib/panels/swipes.ts';
import { day } from '../time/fixture.ts';

const domain = { from: day('2023-01-01'), to: day('2023-12-31') };
const daysOf = (to: string, window: WindowSize) => chapterDays(english, { day: day(to), window } as Chapter, domain);

describe('the days of a chapter, in little room', () => {
  test('are a day, a month, a range, or the year', () => {
    expect(daysOf('2023-05-29', 'day')).toBe('29 May');
    expect(daysOf('2023-04-30', 'month')).toBe('April 2023');
    expect(daysOf('2023-09-29', day('2023-09-24'))).toBe('24–29 Sept');
    expect(daysOf('2023-12-31', 'all')).toBe('2023');
  });
  test('are no month where they begin or end inside one', () => {
    expect(daysOf('2023-05-29', 'month')).toBe('30 Apr – 29 May');
    expect(daysOf('2023-05-31', day('2023-04-01'))).toBe('1 Apr – 31 May');
  });
});

test('sources are articles in the order of the claims, with the places of their claims', () => {
  const claims = ['b', 'a', 'b', 'c', 'a'].map((article, n) => ({ id: `${article}-${n}`, article }));
  expect([...chapterSources(claims)]).toEqual([
    ['b', [0, 2]],
    ['a', [1, 4]],
    ['c', [3]]
  ]);
});

test('a swipe goes far enough to the side, and not up or down', () => {
  expect(swipeStep(-80, 10)).toBe(1);
  expect(swipeStep(80, -10)).toBe(-1);
  expect(swipeStep(-40, 0)).toBe(0);
  expect(swipeStep(-80, 60)).toBe(0);
});
