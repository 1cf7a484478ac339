import { describe, expect, test } from 'vitest';
import { wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import {
  formatCounts,
  formatDate,
  formatDay,
  formatEventDate,
  formatList,
  formatNumber,
  formatRange
} from '../../../src/lib/i18n/format.ts';
import { LANGUAGES, type LanguageId } from '../../../src/lib/i18n/languages.ts';
import type { DayStyle } from '../../../src/lib/i18n/locale.ts';
import { intlDay } from '../../../src/lib/i18n/locale-from-intl.ts';
import { parseDay, type Day } from '../../../src/lib/model/day.ts';
import { dateOf } from '../../../src/lib/server/geodata/edtf.ts';

const IDS = Object.keys(LANGUAGES) as LanguageId[];
const MS_PER_DAY = 86_400_000;

describe.each(IDS)('%s', (id) => {
  const language = wholeLanguage(id);
  const { tag, plurals } = LANGUAGES[id];

  test('writes every day of three years as Intl does', () => {
    const first = parseDay('2022-01-01')!;
    for (const style of ['long', 'weekday', 'short', 'month', 'monthShort', 'year'] as DayStyle[]) {
      const intl = intlDay(tag, style);
      for (let day = first; day < first + 3 * 365; day++)
        expect(formatDay(language, day as Day, style)).toBe(intl.format(day * MS_PER_DAY));
    }
  });

  test('writes numbers as Intl does, whole and with decimals', () => {
    const numbers = [
      0,
      1,
      7,
      10,
      999,
      1000,
      1234,
      4500,
      9999,
      10_000,
      12_345,
      123_456,
      1_234_567,
      0.5,
      1.25,
      20.8533,
      0.1 + 0.2,
      1234.5,
      -3,
      -12_345.6
    ];
    const exactly = new Intl.NumberFormat(tag, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
    for (const number of numbers) {
      expect(formatNumber(language, number)).toBe(new Intl.NumberFormat(tag).format(number).replace('−', '-'));
      expect(formatNumber(language, number, 4)).toBe(exactly.format(number).replace('−', '-'));
    }
  });

  test('writes lists as Intl does', () => {
    const intl = new Intl.ListFormat(tag, { type: 'conjunction' });
    for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']])
      expect(formatList(language, items)).toBe(intl.format(items));
  });

  test('takes its plural forms from a language that has the same rule', () => {
    const [own, borrowed] = [new Intl.PluralRules(tag), new Intl.PluralRules(plurals)];
    for (let n = 0; n <= 1200; n++) expect(borrowed.select(n)).toBe(own.select(n));
  });
});

// Read by people: what stands on the page.
const GOLDEN: Record<LanguageId, Record<string, string>> = {
  en: {
    day: '29 May 2023',
    weekday: 'Monday, 29 May 2023',
    short: '29 May',
    interval: '21 November 2023 to 8 December 2023',
    about: 'about May 2023',
    within: 'on a day from 24 September 2023 to 27 November 2023',
    range: '30 to 93',
    number: '12,345',
    small: '4,500',
    list: 'a, b and c',
    one: '1 event',
    three: '3 events',
    five: '5 events',
    twentyOne: '21 events',
    possible: '4 to 6 events'
  },
  sq: {
    day: '29 maj 2023',
    weekday: 'e hënë, 29 maj 2023',
    short: '29 maj',
    interval: '21 nëntor 2023 – 8 dhjetor 2023',
    about: 'maj 2023 (përafërsisht)',
    within: 'në një ditë nga data 24 shtator 2023 deri më 27 nëntor 2023',
    range: '30 deri në 93',
    number: '12\u00a0345',
    small: '4500',
    list: 'a, b dhe c',
    one: '1 ngjarje',
    three: '3 ngjarje',
    five: '5 ngjarje',
    twentyOne: '21 ngjarje',
    possible: '4 deri në 6 ngjarje'
  },
  'sr-Latn': {
    day: '29. maj 2023.',
    weekday: 'ponedeljak, 29. maj 2023.',
    short: '29. maj',
    interval: '21. novembar 2023. – 8. decembar 2023.',
    about: 'približno maj 2023.',
    within: 'jednog dana u razdoblju 24. septembar 2023. – 27. novembar 2023.',
    range: 'od 30 do 93',
    number: '12.345',
    small: '4.500',
    list: 'a, b i c',
    one: '1 događaj',
    three: '3 događaja',
    five: '5 događaja',
    twentyOne: '21 događaj',
    possible: 'od 4 do 6 događaja'
  },
  'sr-Cyrl': {
    day: '29. мај 2023.',
    weekday: 'понедељак, 29. мај 2023.',
    short: '29. мај',
    interval: '21. новембар 2023. – 8. децембар 2023.',
    about: 'приближно мај 2023.',
    within: 'једног дана у раздобљу 24. септембар 2023. – 27. новембар 2023.',
    range: 'од 30 до 93',
    number: '12.345',
    small: '4.500',
    list: 'a, b и c',
    one: '1 догађај',
    three: '3 догађаја',
    five: '5 догађаја',
    twentyOne: '21 догађај',
    possible: 'од 4 до 6 догађаја'
  }
};

test.each(IDS)('what stands on the page in %s', (id) => {
  const language = wholeLanguage(id);
  const day = parseDay('2023-05-29')!;
  const count = (certain: number, possible = 0) => formatCounts(language, { certain, possible });
  const written: Record<string, string> = {
    day: formatDay(language, day),
    weekday: formatDay(language, day, 'weekday'),
    short: formatDay(language, day, 'short'),
    interval: formatDate(language, dateOf('2023-11-21/2023-12-08')!),
    about: formatDate(language, dateOf('2023-05~')!),
    within: formatEventDate(language, dateOf('2023-09-24/2023-11-27')!, 'within'),
    range: formatRange(language, 30, 93),
    number: formatNumber(language, 12_345),
    small: formatNumber(language, 4500),
    list: formatList(language, ['a', 'b', 'c']),
    one: count(1),
    three: count(3),
    five: count(5),
    twentyOne: count(21),
    possible: count(4, 2)
  };
  expect(written).toEqual(GOLDEN[id]);
});

test('a date that ends with a full stop ends its sentence too', () => {
  const published = (id: LanguageId) =>
    wholeLanguage(id).t('cite.accessed', { day: formatDay(wholeLanguage(id), parseDay('2023-05-29')!) });
  expect(published('en')).toBe('Accessed 29 May 2023.');
  expect(published('sr-Latn')).toMatch(/[^.]\.$/);
});
