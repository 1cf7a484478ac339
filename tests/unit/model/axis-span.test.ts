import { expect, test } from 'vitest';
import { axisSizes, axisSpan, isLong, type AxisSize } from '../../../src/lib/model/axis-span.ts';
import { addDays, dayOf, isoDay, type Day } from '../../../src/lib/model/day.ts';
import type { DayWindow } from '../../../src/lib/model/time.ts';
import { numbers } from '../random-view.ts';
import { day, YEAR } from '../time/fixture.ts';

const CENTURIES: DayWindow = { from: day('1823-05-02'), to: day('2023-12-31') };

test('an axis of up to two years is never zoomed', () => {
  for (const domain of [YEAR, { from: YEAR.from, to: YEAR.from }, { from: day('2022-01-01'), to: YEAR.to }]) {
    expect(isLong(domain)).toBe(false);
    expect(axisSizes(domain)).toEqual(['all']);
  }
});

test.each([
  ['2021-01-01', '2023-12-31', ['all', 'year', 'month']],
  ['2010-01-01', '2019-12-31', ['all', 'year', 'month']],
  ['1990-01-01', '2019-12-31', ['all', 'decade', 'year', 'month']],
  ['1823-05-02', '2023-12-31', ['all', 'century', 'decade', 'year', 'month']]
])('from %s to %s the axis shows all, or what parts it', (from, to, sizes) => {
  expect(axisSizes({ from: day(from), to: day(to) })).toEqual(sizes);
});

test.each<[AxisSize, string, string]>([
  ['all', '1823-05-02', '2023-12-31'],
  ['century', '1900-01-01', '1999-12-31'],
  ['decade', '1910-01-01', '1919-12-31'],
  ['year', '1914-01-01', '1914-12-31'],
  ['month', '1914-06-01', '1914-06-30']
])('around 28 June 1914 the axis shows of the size %s the days from %s to %s', (axis, from, to) => {
  const span = axisSpan({ day: day('1914-06-28'), axis }, CENTURIES);
  expect([isoDay(span.from), isoDay(span.to)]).toEqual([from, to]);
});

test('what the axis shows is cut to the domain', () => {
  const at = (iso: string, axis: AxisSize) => axisSpan({ day: day(iso), axis }, CENTURIES);
  expect(at('1823-06-01', 'month').from).toBe(day('1823-06-01'));
  expect(at('1823-06-01', 'year').from).toBe(CENTURIES.from);
  expect(at('2023-06-01', 'century')).toEqual({ from: day('2000-01-01'), to: CENTURIES.to });
});

test('in any domain, each size parts the days into pages without a gap, and the day is on its page', () => {
  const random = numbers(1914);
  const below = (limit: number) => Math.floor(random.next().value * limit);
  for (let i = 0; i < 400; i++) {
    const from = dayOf(100 + below(2400), 1 + below(12), 1 + below(28))!;
    const domain = { from, to: addDays(from, below(200_000)) };
    for (const axis of axisSizes(domain)) {
      const at = addDays(from, below(domain.to - domain.from + 1));
      const page = axisSpan({ day: at, axis }, domain);
      expect(page.from <= at && at <= page.to).toBe(true);
      expect(page.from >= domain.from && page.to <= domain.to).toBe(true);
      for (const end of [page.from, page.to]) expect(axisSpan({ day: end, axis }, domain)).toEqual(page);
      if (page.to < domain.to) expect(axisSpan({ day: (page.to + 1) as Day, axis }, domain).from).toBe(page.to + 1);
      if (page.from > domain.from)
        expect(axisSpan({ day: (page.from - 1) as Day, axis }, domain).to).toBe(page.from - 1);
    }
  }
});
