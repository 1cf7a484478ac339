import { expect, test } from 'vitest';
import { addDays } from '../../../../src/lib/model/day.ts';
import type { DatasetIndex } from '../../../../src/lib/model/index-dataset.ts';
import { coverageStretches, labelX, layoutReports } from '../../../../src/lib/time/lanes/report-marks.ts';
import { article, axisWith, day } from '../fixture.ts';

const axis = axisWith(3);
const span = (from: string, to: string, of = 'a') => ({ from: day(from), to: day(to), article: of });
const index = (...articles: ReturnType<typeof article>[]) =>
  ({ dataset: { articles }, articles: new Map(articles.map((one) => [one.id, one])) }) as unknown as DatasetIndex;
const everything = { asOf: null, hiddenArticles: [] };

test('spans of several articles become one stretch, and the days between them a silence', () => {
  const { covered, silent } = coverageStretches(
    [span('2023-04-01', '2023-05-15'), span('2023-05-10', '2023-05-31', 'b'), span('2023-09-01', '2023-09-30', 'b')],
    axis
  );
  expect(covered.map(({ from, to }) => [axis.dayAt(from + 1), axis.dayAt(to - 1)])).toEqual([
    [day('2023-04-01'), day('2023-05-31')],
    [day('2023-09-01'), day('2023-09-30')]
  ]);
  expect(silent).toHaveLength(3);
  expect(silent[0]!.from).toBe(axis.x0);
  expect(silent[2]!.to).toBe(axis.x1);
});

test('silences that are too narrow to be seen are not drawn', () => {
  const everyOther = Array.from({ length: 100 }, (_, at) => addDays(day('2023-04-01'), 2 * at)).map((on) => ({
    from: on,
    to: on,
    article: 'a'
  }));
  expect(coverageStretches(everyOther, axis).covered).toHaveLength(100);
  const { covered, silent } = coverageStretches(everyOther, axisWith(0.1));
  expect(covered).toHaveLength(1);
  expect(silent).toHaveLength(2);
});

test('without any report the whole axis is silent', () => {
  expect(coverageStretches([], axis)).toEqual({ covered: [], silent: [{ from: axis.x0, to: axis.x1 }] });
});

test('spans outside the domain are left out', () => {
  expect(coverageStretches([span('2013-04-19', '2013-04-19')], axis).covered).toEqual([]);
});

test('a page stands at its day; "about" a day has a bar', () => {
  const { marks } = layoutReports(
    index(article('first', '2023-05-30'), article('second', '2023-12-07', 1)),
    everything,
    axis,
    11
  );
  expect(marks[0]!.x).toBeCloseTo(axis.x(day('2023-05-30')));
  expect(marks[0]!.bar).toBeNull();
  expect(marks[1]!.bar).not.toBeNull();
});

test('names stay inside the panel, on the side where there is room', () => {
  const { marks } = layoutReports(
    index(article('in the spring', '2023-04-30'), article('the last of all the articles', '2023-12-20')),
    everything,
    axis,
    11
  );
  expect(marks.map(({ side }) => side)).toEqual(['right', 'left']);
  expect(labelX(marks[0]!)).toBeGreaterThan(marks[0]!.x);
  expect(labelX(marks[1]!)).toBeLessThan(marks[1]!.x);
});

test('what is published after the as-of day, or switched off, does not count', () => {
  const articles = index(article('a', '2023-05-30'), article('b', '2023-11-27/2023-11-30'), article('c', '2023-12-07'));
  const reported = (asOf: string, hiddenArticles: string[] = []) =>
    layoutReports(articles, { asOf: day(asOf), hiddenArticles }, axis, 11).marks.map((mark) => mark.reported);
  expect(reported('2023-11-28')).toEqual(['certain', 'possible', 'absent']);
  expect(reported('2023-12-31', ['a'])).toEqual(['absent', 'certain', 'certain']);
});
