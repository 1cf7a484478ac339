import { expect, test } from 'vitest';
import type { AlertTrack, TroopStatement } from '../../../../src/lib/model/troops.ts';
import { layoutFlows } from '../../../../src/lib/time/lanes/flow-marks.ts';
import { layoutAlerts, layoutNotes } from '../../../../src/lib/time/lanes/note-marks.ts';
import { textWidth } from '../../../../src/lib/svg/text-width.ts';
import { layoutStock } from '../../../../src/lib/time/lanes/stock-marks.ts';
import { axisWith, date, day, flow, step, total } from '../fixture.ts';

const axis = axisWith(3);
const stock = (statements: ReturnType<typeof total>[]) =>
  layoutStock(statements, axis, { topPx: 0, basePx: 100, fontPx: 12, label: () => 'more than 4,500' });
const label = (at: ReturnType<typeof step>) => `${at.status} ${at.quantity.value ?? 'number not stated'}`;
const flows = (...steps: ReturnType<typeof step>[]) =>
  layoutFlows({ flows: [{ flow: flow('may'), steps }], equipment: [] }, axis, { fontPx: 11, label });

test('a floor has an open top and is carried to the end of the axis, at the same height', () => {
  const [mark] = stock([total('c', '2023-11-20', 4501, null)]).marks;
  expect(mark!.x).toBeCloseTo(axis.x(day('2023-11-20')));
  expect(mark!.ceilingY).toBeNull();
  expect(mark!.floorY).toBeGreaterThan(0);
  expect(mark!.floorY).toBeLessThan(100);
  expect(mark!.carryTo).toBe(axis.x1);
});

test('a total is carried only up to the next statement: nothing joins two levels', () => {
  const [first, second] = stock([total('a', '2023-05-01', 3800, null), total('b', '2023-11-20', 4501, null)]).marks;
  expect(first!.carryTo).toBe(second!.x);
  expect(first!.floorY).not.toBe(second!.floorY);
});

test('the scale starts at zero and leaves room above the highest figure', () => {
  const { ticks, marks } = stock([total('c', '2023-11-20', 4501, 4501)]);
  expect(ticks[0]).toEqual({ value: 0, y: 100 });
  expect(ticks.map(({ value }) => value)).toEqual([0, 5000]);
  expect(marks[0]!.ceilingY).toBe(marks[0]!.floorY);
  expect(marks[0]!.floorY).toBeGreaterThan(20);
});

test('"about" gives a figure but no bound', () => {
  const about = total('c', '2023-11-20', null, null);
  const [mark] = stock([{ ...about, quantity: { ...about.quantity, value: 4000 } }]).marks;
  expect([mark!.floorY, mark!.ceilingY]).toEqual([null, null]);
  expect(mark!.figureY).not.toBeNull();
});

test('without any total there is no scale', () => {
  expect(stock([])).toMatchObject({ marks: [], ticks: [] });
});

test('a rung that may have been reached on several days is sure only from the last of them', () => {
  const [bar] = flows(step('c', 'deployed', null, '2023-06-01', '2023-09-01')).bars;
  expect(bar!.from).toBeCloseTo(axis.x(day('2023-06-01')));
  expect(bar!.sure).toBeCloseTo(axis.x(day('2023-09-01')));
  expect(bar!.numbered).toBe(false);
});

test('the same number said twice of one rung is one bar; another number is another bar', () => {
  const { bars } = flows(
    step('a', 'decided', 700, '2023-05-30', '2023-05-30'),
    step('b', 'decided', 700, '2023-05-30', '2023-05-31'),
    step('c', 'decided', 1000, '2023-05-30', '2023-05-30')
  );
  expect(bars.map(({ label, steps }) => [label, steps.length])).toEqual([
    ['decided 700', 2],
    ['decided 1000', 1]
  ]);
});

test('rungs of one time stand in order below each other', () => {
  const { bars, rows } = flows(
    step('a', 'decided', 700, '2023-05-30', '2023-05-30'),
    step('b', 'sent', 700, '2023-05-30', '2023-05-31')
  );
  expect(bars.map(({ status, row }) => [status, row])).toEqual([
    ['decided', 0],
    ['sent', 1]
  ]);
  expect(rows).toBe(2);
});

test('the length of a bar says nothing: it is that of its words, whatever the number', () => {
  const length = (value: number) => {
    const [bar] = flows(step('a', 'sent', value, '2023-05-30', '2023-05-30')).bars;
    return bar!.to - bar!.sure;
  };
  expect(length(700)).toBe(length(100));
});

test('near the right edge the words stand before the bar, and never begin left of the panel', () => {
  const [late] = flows(step('a', 'deployed', null, '2023-12-20', '2023-12-20')).bars;
  expect(late).toMatchObject({ anchor: 'end' });
  expect(late!.labelX).toBeLessThan(late!.from);
  const narrow = axisWith(0.5);
  const { bars } = layoutFlows(
    { flows: [{ flow: flow('may'), steps: [step('a', 'deployed', null, '2023-05-30', '2023-06-20')] }], equipment: [] },
    narrow,
    { fontPx: 11, label }
  );
  const [bar] = bars;
  const left = bar!.anchor === 'start' ? bar!.labelX : bar!.labelX - textWidth(bar!.label, 11);
  expect(left).toBeGreaterThanOrEqual(0);
});

test('an alert without stated end runs to the edge and fades', () => {
  const alert = {
    statements: [{ claim: { id: 'c' } }],
    units: 1,
    from: day('2023-05-30'),
    to: Infinity
  } as unknown as AlertTrack;
  const { marks } = layoutAlerts([alert], axis, 11, () => 'on alert: 1');
  expect(marks[0]!.bar.to).toBe(axis.x1);
  expect(marks[0]!.bar.sureTo).toBeLessThan(axis.x1);
});

test('what one article says twice of one time is one note', () => {
  const note = (id: string, article: string) =>
    ({ claim: { id, article, date: date('2023-11-21/2023-12-08') } }) as TroopStatement;
  const { marks } = layoutNotes([note('a', 'x'), note('b', 'x'), note('c', 'y')], axis, 11, () => 'four times');
  expect(marks.map(({ key }) => key)).toEqual(['a', 'c']);
});
