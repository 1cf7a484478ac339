import { describe, expect, test } from 'vitest';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import { formatIsoDay, formatQuantity } from '../../../src/lib/i18n/format.ts';
import { placeName } from '../../../src/lib/i18n/names.ts';

describe('figures in words', () => {
  test('an ambiguous figure is quoted in the words of the article, never as a number that stands nowhere', () => {
    expect(formatQuantity(english, { bound: 'ambiguous', value: 4, expressedAs: 'four times' })).toContain(
      '“four times”'
    );
  });

  test('a best estimate stands with the low and the high one, unless all three agree', () => {
    const estimate = { bound: 'estimate', value: 12, lower: 8, upper: 15 } as const;
    expect(formatQuantity(english, estimate)).toBe('12 (8 to 15)');
    expect(formatQuantity(english, { ...estimate, lower: 12, upper: 12 })).toBe('12');
  });

  test('any other figure is the number, also where the article has words for it', () => {
    expect(formatQuantity(english, { bound: 'exact', value: 1, expressedAs: 'another battalion' })).toBe('1');
  });
});

test('a day of the data is written in words', () => {
  expect(formatIsoDay(english, '2024-12-22')).toBe('22 December 2024');
});

describe('place names', () => {
  const names = { en: 'Hill', sq: 'Kodër', 'sr-Latn': 'Brdo', 'sr-Cyrl': 'Брдо' };

  test('every name says which language it is in', () => {
    expect(placeName(names, 'sq')).toEqual({
      main: 'Kodër',
      lang: 'sq',
      others: [
        { name: 'Brdo', lang: 'sr-Latn' },
        { name: 'Брдо', lang: 'sr-Cyrl' }
      ]
    });
  });

  test('a form that is missing falls back to English, and says so', () => {
    expect(placeName({ en: 'Hill', sq: 'Hill' }, 'sr-Latn')).toEqual({ main: 'Hill', lang: 'en', others: [] });
  });
});
