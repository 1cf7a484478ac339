import { expect, test } from 'vitest';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { addDays, type Day } from '../../../src/lib/model/day.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { firstDayOf } from '../../../src/lib/model/stops.ts';
import { decodeView, encodeView } from '../../../src/lib/model/url.ts';
import {
  changed,
  chosenWindow,
  firstView,
  windowChoices,
  windowOf,
  WINDOW_PRESETS,
  type WindowPreset,
  type WindowSize
} from '../../../src/lib/model/view.ts';
import { isInWindow, scrubTo, selectedEvent, withSelection, withWindow } from '../../../src/lib/model/view-changes.ts';
import { presenceIn } from '../../../src/lib/model/time.ts';
import { day } from '../time/fixture.ts';
import { numbers } from '../random-view.ts';

const index = indexDataset(loadDataset());
const { info, events } = index.dataset;
const first = firstView(info);
const decoded = (query: string) => decodeView(new URLSearchParams(query), index);
const shownEvent = (view: typeof first) => selectedEvent(view.selection, index);

test('after any changes, an open event is in the window, which ends with the day, and the address brings it back', () => {
  const random = numbers(20230529);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next().value * list.length)]!;
  const anyDay = () =>
    addDays(info.domain.from, Math.floor(random.next().value * (info.domain.to - info.domain.from + 1)));
  let view = first;
  let open = 0;
  for (let i = 0; i < 2000; i++) {
    view = pick([
      () => scrubTo(view, anyDay(), index),
      () => scrubTo(view, addDays(view.day, pick([-1, 1])), index),
      () => withWindow(view, pick<WindowSize>([...WINDOW_PRESETS, anyDay()]), index),
      () => withSelection(view, { type: 'event', id: pick(events).id }, index),
      () => withSelection(view, { type: 'event', id: pick(events).id }, index),
      () => withSelection(view, null, index)
    ])();
    const event = shownEvent(view);
    if (event) {
      open++;
      expect(isInWindow(event, view, index)).toBe(true);
    }
    const { from, to } = windowOf(view, info.domain);
    expect(to).toBe(view.day);
    expect(from).toBeLessThanOrEqual(to);
    expect(decoded(encodeView(view, first))).toEqual({ view, dropped: [] });
  }
  expect(open).toBeGreaterThan(500);
});

test('an event that is opened from outside the window brings its day', () => {
  const event = events.find(({ date }) => date.earliest !== null && date.earliest === date.latest)!;
  const early = withWindow(scrubTo(first, info.domain.from, index), 'day', index);
  const opened = withSelection(early, { type: 'event', id: event.id }, index);
  expect(opened.day).toBe(firstDayOf(event, info.domain));
  expect(scrubTo(opened, (opened.day + 1) as Day, index).selection).toBeNull();
  expect(withWindow(opened, 'all', index).selection).toEqual({ type: 'event', id: event.id });
});

test('a range keeps its first day while its last one moves, and gives way to a day before it', () => {
  const range = withWindow(scrubTo(first, day('2023-09-24'), index), day('2023-09-01'), index);
  expect(windowOf(scrubTo(range, day('2023-10-10'), index), info.domain)).toEqual({
    from: day('2023-09-01'),
    to: day('2023-10-10')
  });
  expect(scrubTo(range, day('2023-08-10'), index).window).toBe('day');
  expect(withWindow(range, info.domain.from, index).window).toBe('all');
  expect(withWindow(range, range.day, index).window).toBe('day');
});

test('a link to an event alone shows it; with a day that it is not on, its own day and a word about it', () => {
  for (const { id } of events) {
    const { view, dropped } = decoded(`event=${id}`);
    expect(view.selection).toEqual({ type: 'event', id });
    expect(isInWindow(index.events.get(id)!, view, index)).toBe(true);
    expect(dropped).toEqual([]);
  }
  const event = events.find(({ date }) => date.earliest !== null && date.earliest === date.latest)!;
  const elsewhere = decoded(`day=2023-01-01&window=day&event=${event.id}`);
  expect(elsewhere).toMatchObject({ view: { day: event.date.earliest }, dropped: ['day=2023-01-01'] });
});

test('any choice but that of names and of the outside layer leaves the chapter', () => {
  const told = { ...first, chapter: 'one' };
  expect(changed(told, { nameForm: 'sq', external: true }).chapter).toBe('one');
  expect(changed(told, { asOf: 'day' }).chapter).toBeNull();
  expect(changed(told, { selection: null })).toBe(told);
  expect(scrubTo(told, addDays(told.day, told.day === info.domain.to ? -1 : 1), index).chapter).toBeNull();
});

test('a link to a claim or an article alone goes to the day that it concerns; a day in the link stays', () => {
  const at = (query: string) => decoded(query).view.day;
  expect(at('claim=postsen-08')).toBe(day('2023-05-29'));
  expect(at('article=blazetrends-2023-05-30')).toBe(day('2023-05-30'));
  // A span is over by its last day.
  expect(at('article=ocnal-2023-11-27')).toBe(day('2023-11-30'));
  expect(at('claim=postsen-08&day=2023-07-01')).toBe(day('2023-07-01'));
  for (const { id, date, background } of index.dataset.claims) {
    const { view, dropped } = decoded(`claim=${id}`);
    expect(dropped).toEqual([]);
    expect(view.selection).toEqual({ type: 'claim', id });
    const { from, to } = windowOf(view, info.domain);
    const dated = (date.latest ?? date.earliest ?? from) >= info.domain.from && (date.latest ?? 0) <= info.domain.to;
    if (dated && !background) expect(presenceIn(date, 'within', { from, to }), id).not.toBe('absent');
  }
});

test.each([1, 2, 6, 7, 8, 29, 30, 31, 60])(
  'over %i days, windows are offered that differ, and any other is one of them',
  (days) => {
    const domain = { from: day('2023-05-01'), to: addDays(day('2023-05-01'), days - 1) };
    const windows = (window: WindowPreset) =>
      Array.from({ length: days }, (_, at) => windowOf({ day: addDays(domain.from, at), window }, domain).from).join();
    const offered = windowChoices(domain);
    expect(new Set(offered.map(windows)).size).toBe(offered.length);
    for (const preset of WINDOW_PRESETS) {
      const chosen = chosenWindow(domain, preset);
      expect(offered).toContain(chosen);
      expect(windows(chosen)).toBe(windows(preset));
    }
  }
);

test('a single day is “this day”, a week has no “past 7 days”, and a year has all windows', () => {
  const over = (to: string) => windowChoices({ from: day('2023-01-01'), to: day(to) });
  expect(over('2023-01-01')).toEqual(['day']);
  expect(over('2023-01-07')).toEqual(['day', 'all']);
  expect(over('2023-01-08')).toEqual(['day', 'week', 'all']);
  expect(over('2023-12-31')).toEqual(WINDOW_PRESETS);
});
