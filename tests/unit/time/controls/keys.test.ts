import { expect, test } from 'vitest';
import { axisSpan } from '../../../../src/lib/model/axis-span.ts';
import { keyStep, pageDays, shortcutOf, typedDay, type KeyPress } from '../../../../src/lib/time/controls/keys.ts';
import { day, YEAR } from '../fixture.ts';

const year = { domain: YEAR, whole: YEAR };

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held
});

test('PageUp and PageDown move by 30 days and stop at the ends', () => {
  expect(keyStep('PageUp', day('2023-05-01'), year)).toBe(day('2023-05-31'));
  expect(keyStep('PageDown', day('2023-05-31'), year)).toBe(day('2023-05-01'));
  expect(keyStep('PageUp', day('2023-12-20'), year)).toBe(YEAR.to);
  expect(keyStep('PageDown', day('2023-01-05'), year)).toBe(YEAR.from);
});

test('every other key is left to the browser', () => {
  for (const key of ['ArrowLeft', 'Home', 'End', 'a']) expect(keyStep(key, day('2023-05-01'), year)).toBeNull();
});

test('the longer the axis, the farther a page leads', () => {
  const days = (from: string, to: string) => pageDays({ from: day(from), to: day(to) });
  expect(days('2023-05-29', '2023-05-29')).toBe(30);
  expect(days('2023-01-01', '2023-12-31')).toBe(30);
  expect(days('1910-01-01', '1919-12-31')).toBe(365);
  expect(days('1900-01-01', '1999-12-31')).toBe(3650);
});

test('at the ends of an axis that shows a year of a century, keys turn to the year before and after', () => {
  const whole = { from: day('1900-01-01'), to: day('1999-12-31') };
  const step = (key: string, iso: string) => {
    const domain = axisSpan({ day: day('1914-06-28'), axis: 'year' }, whole);
    return keyStep(key, day(iso), { domain, whole });
  };
  for (const key of ['ArrowRight', 'ArrowUp']) expect(step(key, '1914-12-31')).toBe(day('1915-01-01'));
  for (const key of ['ArrowLeft', 'ArrowDown']) expect(step(key, '1914-01-01')).toBe(day('1913-12-31'));
  expect(step('ArrowLeft', '1914-12-31')).toBeNull();
  expect(step('PageUp', '1914-12-20')).toBe(day('1915-01-19'));
  expect(step('PageDown', '1914-01-10')).toBe(day('1913-12-11'));
  // The first day of the window may lie before what the axis shows: the native control does not know of it.
  expect(step('ArrowRight', '1912-03-01')).toBe(day('1912-03-02'));
  expect(step('Home', '1914-12-31')).toBeNull();
});

test('J, K and L step and play, from the slider, a button or a radio button', () => {
  expect(shortcutOf(press('KeyJ'), { tagName: 'BUTTON', type: 'submit' })).toBe('previous');
  expect(shortcutOf(press('KeyK'), { tagName: 'INPUT', type: 'range' })).toBe('play');
  expect(shortcutOf(press('KeyL'), { tagName: 'INPUT', type: 'radio' })).toBe('next');
  expect(shortcutOf(press('KeyL'), { tagName: 'g' })).toBe('next');
});

test('letters typed into a field or a list are typing', () => {
  for (const type of ['text', 'date', 'search', 'number', undefined])
    expect(shortcutOf(press('KeyK'), { tagName: 'INPUT', type })).toBeNull();
  expect(shortcutOf(press('KeyL'), { tagName: 'SELECT', type: 'select-one' })).toBeNull();
  expect(shortcutOf(press('KeyL'), { tagName: 'TEXTAREA', type: 'textarea' })).toBeNull();
  expect(shortcutOf(press('KeyL'), { tagName: 'DIV', isContentEditable: true })).toBeNull();
});

test('shortcuts of the browser stay with the browser', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(shortcutOf(press('KeyK', held), { tagName: 'BUTTON' })).toBeNull();
  }
});

test('a typed day counts inside the domain, both ends included', () => {
  expect(typedDay(YEAR.from, YEAR)).toEqual({ day: YEAR.from });
  expect(typedDay(YEAR.to, YEAR)).toEqual({ day: YEAR.to });
  expect(typedDay(day('2024-01-01'), YEAR)).toEqual({ problem: 'outside' });
  expect(typedDay(null, YEAR)).toEqual({ problem: 'empty' });
});
