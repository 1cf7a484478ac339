import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/lib/i18n/catalogues.ts';
import type { Catalogue } from '../../../src/lib/i18n/catalogue.ts';
import { catalogueProblems } from '../../../src/lib/server/messages/catalogue-problems.ts';
import { messagesIn, unusedMessages } from '../../../src/lib/server/messages/message-use.ts';

test('every language has every message, with its placeholders and plural forms', () => {
  expect(catalogueProblems(CATALOGUES)).toEqual([]);
});

test('every message is used', () => {
  expect(unusedMessages(Object.keys(CATALOGUES.en))).toEqual([]);
});

test('a message is used where it is named whole or by its beginning', () => {
  const keys = ['date.by', 'date.from', 'bound.some', 'close'];
  expect(messagesIn("t('date.by', { to })", keys)).toEqual(['date.by']);
  expect(messagesIn('t(`bound.${kind}`)', keys)).toEqual(['bound.some']);
  expect(messagesIn("'date.by2' close", keys)).toEqual([]);
});

describe('a catalogue is refused that', () => {
  const changed = (change: Partial<Catalogue>) =>
    catalogueProblems({ ...CATALOGUES, 'sr-Latn': { ...CATALOGUES['sr-Latn'], ...change } });
  const cases: [string, Partial<Record<string, unknown>>, RegExp][] = [
    ['lacks a message', { close: undefined }, /^sr-Latn close: missing/],
    ['has one that no other has', { 'close.door': 'Zatvori' }, /^sr-Latn close\.door: no such message/],
    ['has an empty one', { close: ' ' }, /^sr-Latn close: empty/],
    ['lacks a placeholder', { 'date.by': 'najkasnije' }, /^sr-Latn date\.by: its placeholders are none; en has to/],
    ['has another placeholder', { 'date.by': 'najkasnije {until}' }, /its placeholders are until/],
    [
      'lacks a plural form that its language has',
      { 'events.count': { one: '{n} događaj', other: '{n} događaja' } },
      /its plural forms are one, other; the language has few, one, other/
    ],
    [
      'has a plural form that its language has not',
      { 'events.count': { one: '{n}', few: '{n}', many: '{n}', other: '{n}' } },
      /few, many, one, other/
    ],
    ['has no plural forms where there must be', { 'events.count': '{n} događaja' }, /it has no plural forms/],
    [
      'lacks a placeholder in one of its forms',
      { 'time.stock.ago': { one: 'pre {n} dan', few: '{total}, pre {n} dana', other: '{total}, pre {n} dana' } },
      /a plural form lacks a placeholder/
    ],
    [
      'asks for a form that its language does not have',
      { 'date.by': 'najkasnije {to:definite}' },
      /^sr-Latn date\.by: \{to:definite\}: the forms of the language are genitive/
    ]
  ];
  test.each(cases)('%s', (_what, change, problem) => {
    expect(changed(change as Partial<Catalogue>)).toEqual([expect.stringMatching(problem)]);
  });
});
