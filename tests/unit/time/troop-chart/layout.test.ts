import { expect, test } from 'vitest';
import type { AlertTrack, StockStatement, TroopStatement, TroopTracks } from '../../../../src/lib/model/troops.ts';
import { boxOf, clearAcross, clearDown, placed, type Words } from '../../../../src/lib/time/troop-chart/boxes.ts';
import { layoutTroopChart, type ChartOptions } from '../../../../src/lib/time/troop-chart/layout.ts';
import { markOn, type Figure } from '../../../../src/lib/time/troop-chart/marks.ts';
import { markShapes, targetsOf } from '../../../../src/lib/time/troop-chart/shapes.ts';
import { axisWith, date, day, flow, step, total } from '../fixture.ts';

const axis = axisWith(3);
const OPTIONS: ChartOptions = {
  texts: {
    total: () => ['a long label of the total', 'total'],
    title: ({ title }) => title,
    rung: ({ status, quantity }, unstated) =>
      `${quantity.value ?? ''} ${status}${unstated ? ': not stated' : ''}`.trim(),
    equipment: () => 'vehicles',
    alert: () => '1 on alert',
    note: () => 'four times',
    silence: ['no total stated'],
    last: 'last stated',
    reference: () => ['external'],
    tick: String
  },
  fontPx: 12,
  plotPx: 66,
  rowPx: 17,
  references: [],
  strengths: []
};
const chartOf = (tracks: Partial<TroopTracks>, on = axis) =>
  layoutTroopChart(
    { stock: [], flows: [], alerts: [], equipment: [], notes: [], ...tracks } as unknown as TroopTracks,
    on,
    OPTIONS
  );
const levels = (...stock: StockStatement[]) => {
  const chart = chartOf({ stock });
  const figures = chart.marks.map(({ figure }) => figure as Extract<Figure, { type: 'level' }>);
  const value = (y: number | null) => y && Math.round(chart.scale!.valueAt(y));
  return { chart, figures, value };
};
const rungs = (...steps: ReturnType<typeof step>[]) => chartOf({ flows: [{ flow: flow('may'), steps }] });

test('a floor has an open top and is carried to the end of the axis, at the same height', () => {
  const { figures, value } = levels(total('c', '2023-11-20', 4501, null));
  expect(figures[0]).toMatchObject({ ceilingY: null, carryTo: axis.x1 });
  expect(figures[0]!.x).toBeCloseTo(axis.x(day('2023-11-20')));
  expect(value(figures[0]!.floorY)).toBe(4501);
});

test('a total is carried only up to the next statement: nothing joins two levels', () => {
  const { figures, value } = levels(total('a', '2023-05-01', 3800, null), total('b', '2023-11-20', 4501, null));
  expect(figures[0]!.carryTo).toBe(figures[1]!.x);
  expect(figures.map(({ floorY }) => value(floorY))).toEqual([3800, 4501]);
});

test('"about" gives a figure but no bound', () => {
  const about = total('c', '2023-11-20', null, null);
  const { figures, value } = levels({ ...about, quantity: { ...about.quantity, value: 4000 } });
  expect(figures[0]).toMatchObject({ floorY: null, ceilingY: null });
  expect(value(figures[0]!.pointY)).toBe(4000);
});

test('without any total there is no scale, and all of the axis is silent', () => {
  const chart = chartOf({});
  expect(chart.scale).toBeNull();
  expect(chart.silence).toMatchObject({ from: axis.x0, to: axis.x1, label: { text: 'no total stated' } });
});

test('the silent span ends where the first total is stated', () => {
  const { chart, figures } = levels(total('c', '2023-11-20', 4501, null));
  expect(chart.silence!.to).toBe(figures[0]!.x);
});

test('a rung is possible from its first day and sure from its last, and nothing tells how long it lasted', () => {
  const [mark] = rungs(step('c', 'deployed', null, '2023-06-01', '2023-09-01')).marks;
  expect(mark!.figure).toMatchObject({
    type: 'step',
    from: axis.x(day('2023-06-01')),
    sure: axis.x(day('2023-09-01'))
  });
  expect([day('2023-05-31'), day('2023-06-01'), day('2023-09-01')].map((at) => markOn(mark!, at))).toEqual([
    'absent',
    'possible',
    'certain'
  ]);
});

test('the same number said twice of one rung is one mark with both claims; another number is another mark', () => {
  const { marks } = rungs(
    step('a', 'decided', 700, '2023-05-30', '2023-05-30'),
    step('b', 'decided', 700, '2023-05-30', '2023-05-31'),
    step('c', 'decided', 1000, '2023-05-30', '2023-05-30')
  );
  expect(marks.map(({ lines, statements }) => [lines[0]!.text, statements.length])).toEqual([
    ['700 decided', 2],
    ['1000 decided', 1]
  ]);
});

test('rungs of one day stand on each other, the lowest at the bottom', () => {
  const { marks } = rungs(
    step('a', 'decided', 700, '2023-05-30', '2023-05-30'),
    step('b', 'sent', 700, '2023-05-30', '2023-05-30')
  );
  const [decided, sent] = marks.map(({ figure }) => figure as Extract<Figure, { type: 'step' }>);
  expect(sent!.bottom).toBeCloseTo(decided!.top);
});

test('of steps without a number the last says so; a step with one never lends it to the next', () => {
  const { marks } = rungs(
    step('a', 'decided', 700, '2023-05-30', '2023-05-30'),
    step('b', 'authorised', null, '2023-06-30', '2023-06-30'),
    step('c', 'deployed', null, '2023-07-30', '2023-07-30')
  );
  expect(marks.map(({ lines }) => lines[0]!.text)).toEqual(['700 decided', 'authorised', 'deployed: not stated']);
});

test('an alert without stated end runs to the edge and fades; one with an end holds no longer', () => {
  const alert = (to: number) =>
    ({ statements: [{ claim: { id: 'c' } }], units: 1, from: day('2023-05-30'), to }) as unknown as AlertTrack;
  const [open] = chartOf({ alerts: [alert(Infinity)] }).marks;
  expect(open!.figure).toMatchObject({ type: 'span', bar: { to: axis.x1 } });
  const [ended] = chartOf({ alerts: [alert(day('2023-06-30'))] }).marks;
  expect(markOn(ended!, day('2023-06-30'))).toBe('certain');
  expect(markOn(ended!, day('2023-07-01'))).toBe('absent');
});

test('what one article says twice of one time is one note with both claims', () => {
  const note = (id: string, article: string) =>
    ({
      claim: { id, article, date: date('2023-11-21/2023-12-08') },
      quantity: { measure: 'change' }
    }) as TroopStatement;
  const { marks } = chartOf({ notes: [note('a', 'x'), note('b', 'x'), note('c', 'y')] });
  expect(marks.map(({ statements }) => statements.map(({ claim }) => claim.id))).toEqual([['a', 'b'], ['c']]);
});

test('on a narrow panel words stand above their marks and stay inside', () => {
  const { marks } = chartOf(
    { flows: [{ flow: flow('may'), steps: [step('a', 'deployed', null, '2023-05-30', '2023-06-20')] }] },
    axisWith(0.3)
  );
  const { figure, lines } = marks[0]!;
  const box = boxOf(lines[0]!);
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.bottom).toBeLessThanOrEqual((figure as Extract<Figure, { type: 'step' }>).top);
});

test('words on several lines are one text with spaces between', () => {
  const [mark] = rungs(step('a', 'sent', 700, '2023-05-30', '2023-05-30')).marks;
  const lines = [words('open to several', 0), words('readings', 0)];
  const colours = { ink: '', inkSoft: '', rule: '', force: '', speech: '', paper: '' };
  const said = markShapes({ ...mark!, lines }, colours).flatMap(({ text }) => text ?? []);
  expect(said.join('')).toBe('open to several readings');
});

test('a target is as high as asked for, around words and drawing', () => {
  const [mark] = rungs(step('a', 'sent', 700, '2023-05-30', '2023-05-30')).marks;
  for (const { height } of targetsOf(mark!, 26)) expect(height).toBeGreaterThanOrEqual(26);
});

const words = (text: string, x: number): Words => ({ text, x, y: 20, anchor: 'start', fontPx: 12 });

test('the first place that is free is taken; none where all are taken or outside', () => {
  const room = { left: 0, right: 200, top: 0, bottom: 40 };
  const taken = [boxOf(words('taken', 0))];
  expect(placed([words('a', 10), words('b', 100)], taken, room)?.text).toBe('b');
  expect(placed([words('a', 10), words('b', 199)], taken, room)).toBeNull();
});

test('a line leaves out what it would strike through, and only that', () => {
  const box = { left: 10, right: 50, top: 10, bottom: 20 };
  expect(clearDown(30, 0, 40, [box])).toEqual([
    { from: 0, to: 9 },
    { from: 21, to: 40 }
  ]);
  expect(clearDown(60, 0, 40, [box])).toEqual([{ from: 0, to: 40 }]);
  expect(clearAcross(15, 0, 100, [box])).toEqual([
    { from: 0, to: 8 },
    { from: 52, to: 100 }
  ]);
});
