import { expect, test } from 'vitest';
import { matchLanguage } from '../../../src/lib/model/match-language.ts';

const LANGUAGES = ['en', 'sq', 'sr-Latn', 'sr-Cyrl'];

test.each([
  ['sr', 'sr-Latn'],
  ['SR-LATN', 'sr-Latn'],
  ['sr_Cyrl', 'sr-Cyrl'],
  ['sr-Cyrl-RS', 'sr-Cyrl'],
  ['sr-RS', 'sr-Latn'],
  ['sq-AL', 'sq'],
  [' en_GB.UTF-8', 'en']
])('%s means %s', (asked, meant) => expect(matchLanguage(asked, LANGUAGES)).toBe(meant));

test.each(['', '-', 'de', 's', 'srp', 'Latn', '__proto__'])('%s means none', (asked) =>
  expect(matchLanguage(asked, LANGUAGES)).toBeNull()
);
