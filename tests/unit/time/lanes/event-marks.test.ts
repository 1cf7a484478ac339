import { expect, test } from 'vitest';
import { labelEvents } from '../../../../src/lib/time/lanes/event-labels.ts';
import { firstDayOf, stopAfter, stopBefore } from '../../../../src/lib/model/stops.ts';
import { layoutEvents } from '../../../../src/lib/time/lanes/event-marks.ts';
import { textWidth } from '../../../../src/lib/svg/text-width.ts';
import { axisWith, day, event, YEAR } from '../fixture.ts';

const axis = axisWith(3);
const rowsOf = (...events: ReturnType<typeof event>[]) =>
  Object.fromEntries(layoutEvents(events, axis, 24).marks.map((mark) => [mark.story.event.id, mark.row]));

test('a day known to the day is marked on its day, without a bar', () => {
  const [mark] = layoutEvents([event('clash', '2023-05-29')], axis, 24).marks;
  expect(mark!.x).toBeCloseTo(axis.x(day('2023-05-29')));
  expect(mark!.bar).toBeNull();
});

test('an unknown day stands in the middle of its span, what lasts at its start', () => {
  const [patrol] = layoutEvents([event('patrol', '2023-09-24/2023-11-27')], axis, 24).marks;
  expect(patrol!.x).toBeCloseTo(axis.x((day('2023-09-24') + day('2023-11-27')) / 2));
  const [alert] = layoutEvents([event('alert', '2023-05-30/..', 'throughout')], axis, 24).marks;
  expect(alert!.x).toBeCloseTo(axis.x(day('2023-05-30') - 0.5));
  expect(alert!.bar!.to).toBe(axis.x1);
});

test('events on the next day are too near to be hit apart: they get rows of their own', () => {
  expect(rowsOf(event('a', '2023-05-29'), event('b', '2023-05-30'), event('c', '2023-09-24'))).toEqual({
    a: 0,
    b: 1,
    c: 0
  });
});

test('targets of one row never overlap', () => {
  const events = Array.from({ length: 60 }, (_, index) =>
    event(
      `e${index}`,
      `2023-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`
    )
  );
  const { marks } = layoutEvents(events, axis, 24);
  for (const a of marks)
    for (const b of marks)
      if (a !== b && a.row === b.row) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(24 - 1e-9);
});

test('what runs on to the end of the axis goes below the rest', () => {
  expect(
    rowsOf(event('alert', '2023-05-30/..', 'throughout'), event('a', '2023-06-05'), event('b', '2023-11-20'))
  ).toEqual({ a: 0, b: 0, alert: 1 });
});

test('events outside the domain have no mark', () => {
  expect(layoutEvents([event('old', '2013-04-19')], axis, 24)).toEqual({ marks: [], rows: 0 });
});

test('a title goes to the right where there is room, and is cut before the next mark', () => {
  const { marks } = layoutEvents([event('first', '2023-02-01'), event('second', '2023-04-20')], axis, 24);
  const [first, second] = labelEvents(marks, axis, 11);
  expect(first).toMatchObject({ text: 'The event first', anchor: 'start' });
  expect(first!.x + textWidth(first!.text, 11)).toBeLessThan(marks[1]!.left);
  expect(second!.text).toBe('The event second');
});

test('at the end of the axis a title goes to the left', () => {
  const { marks } = layoutEvents([event('last', '2023-12-28')], axis, 24);
  expect(labelEvents(marks, axis, 11)).toMatchObject([{ anchor: 'end', x: marks[0]!.left - 5 }]);
});

test('where there is no room there is no title', () => {
  const narrow = axisWith(0.2);
  const { marks } = layoutEvents([event('a-rather-long-name', '2023-06-15')], narrow, 24);
  expect(labelEvents(marks, narrow, 11)).toEqual([]);
});

test('the slider goes to the first day of an event, or to the day it is known by', () => {
  expect(firstDayOf(event('a', '2023-09-24/2023-09-29').event, YEAR)).toBe(day('2023-09-24'));
  expect(firstDayOf(event('a', '../2023-09-29').event, YEAR)).toBe(day('2023-09-29'));
  expect(firstDayOf(event('a', '2022-12-01/2023-02-01').event, YEAR)).toBe(YEAR.from);
});

test('stepping leaves the stop one stands on, and ends at the ends', () => {
  const stops = [day('2023-05-29'), day('2023-05-30'), day('2023-09-24')];
  expect(stopAfter(stops, day('2023-05-29'))).toBe(day('2023-05-30'));
  expect(stopBefore(stops, day('2023-07-15'))).toBe(day('2023-05-30'));
  expect(stopBefore(stops, day('2023-05-29'))).toBeNull();
  expect(stopAfter(stops, day('2023-09-24'))).toBeNull();
});
