import { expect, test } from 'vitest';
import { pageStep, shortcutOf, typedDay, type KeyPress } from '../../../../src/lib/time/controls/keys.ts';
import { day, YEAR } from '../fixture.ts';

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held
});

test('PageUp and PageDown move by 30 days and stop at the ends', () => {
  expect(pageStep('PageUp', day('2023-05-01'), YEAR)).toBe(day('2023-05-31'));
  expect(pageStep('PageDown', day('2023-05-31'), YEAR)).toBe(day('2023-05-01'));
  expect(pageStep('PageUp', day('2023-12-20'), YEAR)).toBe(YEAR.to);
  expect(pageStep('PageDown', day('2023-01-05'), YEAR)).toBe(YEAR.from);
});

test('every other key is left to the browser', () => {
  for (const key of ['ArrowLeft', 'Home', 'End', 'a']) expect(pageStep(key, day('2023-05-01'), YEAR)).toBeNull();
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
