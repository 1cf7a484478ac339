import { expect, test } from 'vitest';
import { isoDay, type Day } from '../../../src/lib/model/day.ts';
import { axisOf, clampedX, axisTicks, dayMarks, PAD_PX } from '../../../src/lib/time/axis.ts';
import { axisWith, day, YEAR } from './fixture.ts';

test('the first and the last day stand half a thumb inside the panel', () => {
  const axis = axisOf(YEAR, 390);
  expect(axis.x(YEAR.from)).toBe(PAD_PX);
  expect(axis.x(YEAR.to)).toBe(390 - PAD_PX);
  expect(axis.wide).toBe(false);
});

test('a wide panel leaves room for lane titles', () => {
  const axis = axisOf(YEAR, 1200);
  expect(axis.wide).toBe(true);
  expect(axis.x0).toBeGreaterThan(100);
  expect(axis.x1).toBe(1200 - PAD_PX);
});

test('every day of the year is found again at its own position', () => {
  for (const width of [320, 390, 768, 1280, 1600]) {
    const axis = axisOf(YEAR, width);
    for (let at = YEAR.from as number; at <= YEAR.to; at++) expect(axis.dayAt(axis.x(at))).toBe(at);
  }
});

test('a position outside the axis is its first or last day', () => {
  const axis = axisOf(YEAR, 800);
  expect(axis.dayAt(-500)).toBe(YEAR.from);
  expect(axis.dayAt(5000)).toBe(YEAR.to);
});

test('an open end is drawn at the edge of the axis', () => {
  const axis = axisOf(YEAR, 800);
  expect(clampedX(axis, -Infinity)).toBe(axis.x0);
  expect(clampedX(axis, Infinity)).toBe(axis.x1);
});

test('a panel of no width and a domain of one day do not break the axis', () => {
  expect(axisOf(YEAR, 0).x1).toBeGreaterThan(axisOf(YEAR, 0).x0);
  const oneDay = axisOf({ from: YEAR.from, to: YEAR.from }, 400);
  expect(oneDay.x(YEAR.from)).toBe(200);
  expect(oneDay.dayAt(17)).toBe(YEAR.from);
});

test('a year has twelve ticks, each on the first of its month', () => {
  const ticks = axisTicks(axisWith(3), 30);
  expect(ticks.map((tick) => isoDay(tick.day))).toEqual([
    '2023-01-01',
    '2023-02-01',
    '2023-03-01',
    '2023-04-01',
    '2023-05-01',
    '2023-06-01',
    '2023-07-01',
    '2023-08-01',
    '2023-09-01',
    '2023-10-01',
    '2023-11-01',
    '2023-12-01'
  ]);
  expect(ticks.every(({ labelled }) => labelled)).toBe(true);
});

test('where months are narrow every second, third or sixth is named', () => {
  const named = (pxPerDay: number) => axisTicks(axisWith(pxPerDay), 54).filter(({ labelled }) => labelled).length;
  expect([named(2), named(1), named(0.7), named(0.4)]).toEqual([12, 6, 4, 2]);
});

test('the year is labelled once, and again in each January', () => {
  const axis = axisWith(1, { from: day('2023-11-15'), to: day('2024-03-01') });
  expect(axisTicks(axis, 20).map((tick) => [isoDay(tick.day), tick.year])).toEqual([
    ['2023-12-01', true],
    ['2024-01-01', true],
    ['2024-02-01', false],
    ['2024-03-01', false]
  ]);
});

const labelsOf = (domain: { from: Day; to: Day }, widthPx = 960) =>
  axisTicks(axisOf(domain, widthPx), 54).filter(({ labelled }) => labelled);

test.each([
  ['one day', '2015-04-15', '2015-04-15'],
  ['three days', '2015-04-30', '2015-05-02'],
  ['a month', '2015-04-01', '2015-04-30'],
  ['a month without a first', '2015-04-02', '2015-04-29'],
  ['a season', '2015-02-02', '2015-05-30'],
  ['a year', '2015-01-01', '2015-12-31'],
  ['15 years', '2000-01-01', '2014-12-31'],
  ['75 years', '1945-01-01', '2019-12-31'],
  ['200 years', '1823-05-02', '2023-12-31'],
  ['seven centuries', '1300-01-01', '1999-12-31'],
  ['years before 1880', '1865-01-01', '1868-12-31']
])('labels over %s: some, none over another', (_, from, to) => {
  for (const widthPx of [300, 960]) {
    const domain = { from: day(from), to: day(to) };
    const labels = labelsOf(domain, widthPx);
    expect(labels.length).toBeGreaterThan(0);
    labels.slice(1).forEach(({ x }, at) => expect(x - labels[at]!.x).toBeGreaterThan(27));
    // In the lanes, too: none so dense that it is a grey band. Months are not all of 30 days.
    const lines = axisTicks(axisOf(domain, widthPx));
    lines.slice(1).forEach(({ x }, at) => expect(x - lines[at]!.x).toBeGreaterThan(5.4));
    // The year can be told from some label.
    expect(labels.some(({ style, year }) => year || style === 'year')).toBe(true);
  }
});

test('a month is labelled by days, 75 years by every fifth or tenth', () => {
  const month = labelsOf({ from: day('2015-04-01'), to: day('2015-04-30') });
  expect(month.length).toBeGreaterThan(4);
  expect(new Set(month.map(({ style }) => style))).toEqual(new Set(['short']));
  const years = labelsOf({ from: day('1945-01-01'), to: day('2019-12-31') });
  expect(years.every((tick) => tick.style === 'year' && isoDay(tick.day).endsWith('-01-01'))).toBe(true);
  expect(years.length).toBeGreaterThan(5);
});

test.each([
  ['one day', '2023-05-29', '2023-05-29', ['2023-05-29']],
  ['a year', '2023-01-01', '2023-12-31', ['2023-01-01', '2023-02-01', '2023-03-01']],
  ['20 years', '2000-02-01', '2019-12-31', ['2000-03-01', '2000-05-01', '2000-07-01']],
  ['75 years', '1945-01-01', '2019-12-31', ['1945-01-01', '1946-01-01', '1947-01-01']],
  ['200 years', '1823-05-02', '2023-12-31', ['1824-01-01', '1826-01-01', '1828-01-01']],
  ['seven centuries', '1301-01-01', '1999-12-31', ['1310-01-01', '1320-01-01', '1330-01-01']]
])('lines over %s are of one step, and every label is at one', (_, from, to, expected) => {
  const lines = axisTicks(axisOf({ from: day(from), to: day(to) }, 960));
  expect(lines.slice(0, 3).map(({ day }) => isoDay(day))).toEqual(expected);
  expect(lines.some(({ labelled }) => labelled)).toBe(true);
});

test('over two months on a phone, days are told at lines', () => {
  const lines = axisTicks(axisOf({ from: day('2015-03-01'), to: day('2015-04-30') }, 300));
  expect(lines.slice(0, 6).map(({ day }) => isoDay(day).slice(-2))).toEqual(['01', '06', '11', '16', '21', '26']);
  expect(lines.filter(({ labelled }) => labelled).map(({ day }) => isoDay(day).slice(-2))).toEqual(['01', '01', '16']);
});

test('the label after a day with its year keeps off it, on a phone too', () => {
  const april = { from: day('2015-04-01'), to: day('2015-04-30') };
  for (const widthPx of [330, 374, 420, 800]) {
    const [first, second] = axisTicks(axisOf(april, widthPx), 54).filter(({ labelled }) => labelled);
    expect(first!.year).toBe(true);
    expect(second!.x - first!.x).toBeGreaterThan(70);
  }
});

const CENTURIES = { from: day('1823-05-02'), to: day('2023-12-31') };

test('ticks of days stand where the days are while there is room for all', () => {
  const days = ['2023-05-26', '2023-05-29', '2023-05-30'].map(day);
  const axis = axisOf(YEAR, 390);
  expect(dayMarks(axis, days)).toEqual(days.map((each) => axis.x(each)));
  const month = axisOf({ from: day('2023-05-29'), to: day('2023-06-30') }, 390);
  expect(dayMarks(month, days)).toEqual(days.slice(1).map((each) => month.x(each)));
});

test.each([320, 390, 1280])(
  'over two centuries ticks of days do not run together, and gaps stay, at %i px',
  (widthPx) => {
    const axis = axisOf(CENTURIES, widthPx);
    const all = Array.from({ length: CENTURIES.to - CENTURIES.from + 1 }, (_, at) => (CENTURIES.from + at) as Day);
    const calm = { from: axis.dayAt(axis.x0 + 100), to: axis.dayAt(axis.x0 + 130) };
    const marks = dayMarks(
      axis,
      all.filter((each) => each < calm.from || each > calm.to)
    );
    marks.slice(1).forEach((x, at) => expect(x - marks[at]!).toBeGreaterThanOrEqual(3));
    expect(marks.filter((x) => x > axis.x(calm.from) && x < axis.x(calm.to))).toEqual([]);
    // No gap where there are events.
    expect(marks.length).toBeGreaterThan((axis.x1 - axis.x0 - 30) / 3.5);
  }
);
