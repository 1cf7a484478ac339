import { describe, expect, test } from 'vitest';
import { addDays, dayOf, dayParts, isoDay, parseDay, type Day } from '../../../src/lib/model/day.ts';
import { presenceBy, presenceIn, type UncertainDate } from '../../../src/lib/model/time.ts';

const day = (iso: string): Day => parseDay(iso)!;
const between = (from: string | null, to: string | null, soft = 0): UncertainDate => ({
  edtf: `${from ?? '..'}/${to ?? '..'}`,
  earliest: from === null ? null : day(from),
  latest: to === null ? null : day(to),
  softEarliest: from === null ? null : addDays(day(from), -soft),
  softLatest: to === null ? null : addDays(day(to), soft),
  approximate: soft > 0,
  uncertain: false
});

describe('days', () => {
  test('a day survives writing and reading, over four centuries', () => {
    for (let d = day('1800-01-01'); d < day('2200-01-01'); d = addDays(d, 13)) {
      expect(parseDay(isoDay(d))).toBe(d);
    }
  });
  test('dates that are none are refused', () => {
    for (const text of ['2023-02-30', '2023-13-01', '2023-5-1', '29/05/2023', '', '2023-05-29T00:00']) {
      expect(parseDay(text), text).toBeNull();
    }
    expect(dayOf(23, 1, 1)).toBeNull();
  });
  test('29 May 2023 was a Monday and 24 September 2023 a Sunday', () => {
    expect(dayParts(day('2023-05-29')).weekday).toBe(1);
    expect(dayParts(day('2023-09-24')).weekday).toBe(7);
  });
});

describe('presence in a window', () => {
  const window = { from: day('2023-05-29'), to: day('2023-05-31') };
  test('windows are closed at both ends', () => {
    expect(presenceIn(between('2023-05-29', '2023-05-29'), 'within', window)).toBe('certain');
    expect(presenceIn(between('2023-05-31', '2023-05-31'), 'within', window)).toBe('certain');
    expect(presenceIn(between('2023-05-28', '2023-05-28'), 'within', window)).toBe('absent');
    expect(presenceIn(between('2023-06-01', '2023-06-01'), 'within', window)).toBe('absent');
  });
  test('an event on some day of a longer date is possible, not certain', () => {
    expect(presenceIn(between('2023-05-01', '2023-05-31'), 'within', window)).toBe('possible');
    expect(presenceIn(between(null, '2023-11-27'), 'within', window)).toBe('possible');
  });
  test('a state lasting throughout a longer date is certain', () => {
    expect(presenceIn(between('2023-05-01', '2023-05-31'), 'throughout', window)).toBe('certain');
    expect(presenceIn(between('2023-05-30', null), 'throughout', window)).toBe('certain');
  });
  test('what `~` adds is possible, and what it may remove is not certain', () => {
    const about = between('2023-06-01', '2023-06-01', 1);
    expect(presenceIn(about, 'within', window)).toBe('possible');
    expect(presenceIn(about, 'within', { from: day('2023-05-31'), to: day('2023-06-02') })).toBe('certain');
    const state = between('2023-05-31', '2023-06-30', 1);
    expect(presenceIn(state, 'throughout', window)).toBe('possible');
    expect(presenceIn(state, 'throughout', { from: window.from, to: day('2023-06-01') })).toBe('certain');
  });

  // The oracle: try every day that the date allows.
  test('agrees with trying every day', () => {
    const base = day('2023-05-01');
    for (let from = 0; from < 8; from++) {
      for (let to = from; to < 8; to++) {
        for (let a = 0; a < 8; a++) {
          for (let b = a; b < 8; b++) {
            const date = between(isoDay(addDays(base, a)), isoDay(addDays(base, b)));
            const within = Array.from({ length: b - a + 1 }, (_, i) => a + i).map((d) => d >= from && d <= to);
            const expected = within.every(Boolean) ? 'certain' : within.some(Boolean) ? 'possible' : 'absent';
            const storeQuery = { from: addDays(base, from), to: addDays(base, to) };
            expect(presenceIn(date, 'within', storeQuery)).toBe(expected);
            expect(presenceIn(date, 'throughout', storeQuery)).toBe(within.some(Boolean) ? 'certain' : 'absent');
          }
        }
      }
    }
  });
});

test('something published from 27 to 30 November is possibly out on the 28th and surely on the 30th', () => {
  const published = between('2023-11-27', '2023-11-30');
  expect(presenceBy(published, day('2023-11-26'))).toBe('absent');
  expect(presenceBy(published, day('2023-11-28'))).toBe('possible');
  expect(presenceBy(published, day('2023-11-30'))).toBe('certain');
});
