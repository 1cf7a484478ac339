import { expect, test } from 'vitest';
import { foreignLang, placeName } from '../../../src/lib/i18n/names.ts';

const names = { en: 'Banjska', sq: 'Banjskë', 'sr-Latn': 'Banjska', 'sr-Cyrl': 'Бањска' };

test('a name comes with its language, and each other form once with its own', () => {
  expect(placeName(names, 'en')).toEqual({
    main: 'Banjska',
    lang: 'en',
    others: [
      { name: 'Banjskë', lang: 'sq' },
      { name: 'Бањска', lang: 'sr-Cyrl' }
    ]
  });
});

test('a form that a place does not have is the English one, and in English', () => {
  expect(placeName({ en: 'Oslo' }, 'sr-Cyrl')).toEqual({ main: 'Oslo', lang: 'en', others: [] });
});

test('only words in another language than the page’s are marked', () => {
  expect(foreignLang({ id: 'sq' }, 'sr-Cyrl')).toBe('sr-Cyrl');
  expect(foreignLang({ id: 'sq' }, 'sq')).toBeUndefined();
});
