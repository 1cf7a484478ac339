import { describe, expect, test } from 'vitest';
import { WRITTEN, wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import {
  besideWord,
  dayWord,
  formatCounts,
  formatDate,
  formatDay,
  formatEventDate,
  formatList,
  formatNumber,
  formatRange,
  formatWindow,
  formatWithUnit,
  quote,
  spanWords
} from '../../../src/lib/i18n/format.ts';
import { LANGUAGES, type LanguageId } from '../../../src/lib/i18n/languages.ts';
import type { Language } from '../../../src/lib/i18n/language.ts';
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
    interval: '21 November – 8 December 2023',
    oneMonth: '20–21 November 2023',
    twoYears: '31 December 2022 – 2 January 2023',
    about: 'about May 2023',
    within: 'on an unstated day between 24 September and 27 November 2023',
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
    interval: '21 nëntor – 8 dhjetor 2023',
    oneMonth: '20–21 nëntor 2023',
    twoYears: '31 dhjetor 2022 – 2 janar 2023',
    about: 'maj 2023 (përafërsisht)',
    within: 'në një ditë të pacaktuar nga 24 shtatori deri më 27 nëntor 2023',
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
    interval: '21. novembar – 8. decembar 2023.',
    oneMonth: '20–21. novembar 2023.',
    twoYears: '31. decembar 2022. – 2. januar 2023.',
    about: 'oko maja 2023.',
    within: 'nenavedenog dana između 24. septembra i 27. novembra 2023.',
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
    interval: '21. новембар – 8. децембар 2023.',
    oneMonth: '20–21. новембар 2023.',
    twoYears: '31. децембар 2022. – 2. јануар 2023.',
    about: 'око маја 2023.',
    within: 'ненаведеног дана између 24. септембра и 27. новембра 2023.',
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
    oneMonth: formatDate(language, dateOf('2023-11-20/2023-11-21')!),
    twoYears: formatDate(language, dateOf('2022-12-31/2023-01-02')!),
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
    wholeLanguage(id).t('cite.accessed', { day: dayWord(wholeLanguage(id), parseDay('2023-05-29')!) });
  expect(published('en')).toBe('Accessed 29 May 2023.');
  expect(published('sr-Latn')).toMatch(/[^.]\.$/);
});

const day = (iso: string) => parseDay(iso)!;
const span = { from: day('2023-09-24'), to: day('2023-09-29') };

/** Every message that asks for a form of a date, as the program writes it. */
const ASKING: Record<string, { write: (language: Language) => string; sr?: string; sq?: string }> = {
  'date.by': {
    write: (language) => formatDate(language, dateOf('../2023-09-29')!),
    sr: 'najkasnije 29. septembra 2023.',
    sq: 'jo më vonë se 29 shtatori 2023'
  },
  'date.from': {
    write: (language) => formatDate(language, dateOf('2023-05/..')!),
    sr: 'od maja 2023.; kraj nije naveden',
    sq: 'nga maji 2023; fundi nuk thuhet'
  },
  'date.about': { write: (language) => formatDate(language, dateOf('2023-12-07~')!), sr: 'oko 7. decembra 2023.' },
  'date.within': {
    write: (language) => formatEventDate(language, dateOf('2023-09-24/2023-09-29')!, 'within'),
    sr: 'nenavedenog dana između 24. i 29. septembra 2023.',
    sq: 'në një ditë të pacaktuar nga 24 deri më 29 shtator 2023'
  },
  'date.in': {
    write: (language) => formatEventDate(language, dateOf('2023-04')!, 'within'),
    sr: 'nenavedenog dana aprila 2023.'
  },
  'list.window.all': {
    write: (language) => formatWindow(language, { from: day('2023-01-01'), to: day('2023-05-29') }, 'all'),
    sr: 'do 29. maja 2023.'
  },
  'list.asOf': {
    write: (language) => language.t('list.asOf', { day: dayWord(language, day('2023-05-30')) }),
    sr: 'prema izveštajima do 30. maja 2023.'
  },
  'detail.steps.show': {
    write: (language) => language.t('detail.steps.show', { day: dayWord(language, day('2023-05-30')) }),
    sr: 'Prikaži šta se znalo do 30. maja 2023.'
  },
  'exports.filter.window.day': {
    write: (language) => language.t('exports.filter.window.day', { to: dayWord(language, day('2023-03-08')) }),
    sr: 'Događaji koji sigurno ili možda padaju na dan 8. marta 2023.'
  },
  'exports.filter.window.span': {
    write: (language) => language.t('exports.filter.window.span', spanWords(language, span)),
    sr: 'Događaji koji sigurno ili možda padaju u razdoblje od 24. do 29. septembra 2023.',
    sq: 'Ngjarjet që bien sigurisht ose mundësisht nga 24 deri më 29 shtator 2023.'
  },
  'exports.filter.asOf.day': {
    write: (language) => language.t('exports.filter.asOf.day', { day: dayWord(language, day('2023-10-01')) }),
    sr: 'Računa se samo ono što je bilo, ili je možda bilo, objavljeno do 1. oktobra 2023.'
  },
  'exports.filter.troops': {
    write: (language) => language.t('exports.filter.troops', { day: dayWord(language, day('2023-08-15')) }),
    sr: 'Navodi o vojnicima: stanje na dan 15. avgusta 2023.'
  },
  'cite.accessed': {
    write: (language) => language.t('cite.accessed', { day: dayWord(language, day('2024-02-29')) }),
    sr: 'Pristupljeno 29. februara 2024.'
  },
  'time.counts.since': {
    write: (language) =>
      language.t('time.counts.since', {
        from: besideWord(language, day('2023-05-23'), day('2023-05-29')),
        counts: formatCounts(language, { certain: 3, possible: 0 })
      }),
    sr: 'od 23. maja: 3 događaja',
    sq: 'nga 23 maji: 3 ngjarje'
  },
  'time.window.from': {
    write: (language) =>
      language.t('time.window.from', { from: besideWord(language, day('2022-10-01'), day('2023-05-29')) }),
    sr: 'od 1. oktobra 2022.',
    sq: 'nga 1 tetori 2022'
  },
  'axis.events': {
    write: (language) =>
      language.t('axis.events', spanWords(language, { from: day('1823-05-02'), to: day('2022-12-31') })),
    sr: 'Događaji od 2. maja 1823. do 31. decembra 2022.',
    sq: 'Ngjarjet nga 2 maji 1823 deri më 31 dhjetor 2022'
  },
  'time.date.problem': {
    write: (language) =>
      language.t('time.date.problem', spanWords(language, { from: day('2023-01-01'), to: day('2023-12-31') })),
    sr: 'Izaberite dan od 1. januara do 31. decembra 2023.',
    sq: 'Zgjidhni një ditë nga 1 janari deri më 31 dhjetor 2023.'
  }
};

test.each(['sr', 'sq'] as const)('%s: a message that governs a case has the date in it', (language) => {
  const id = language === 'sr' ? 'sr-Latn' : language;
  const asking = Object.entries(WRITTEN[id]).filter(([, message]) => /\{\w+:\w+\}/.test(JSON.stringify(message)));
  const expected = Object.entries(ASKING).flatMap(([key, each]) => (each[language] ? [[key, each[language]]] : []));
  expect(asking.map(([key]) => key).sort()).toEqual(expected.map(([key]) => key).sort());
  expect(expected.map(([key]) => [key, ASKING[key!]!.write(wholeLanguage(id))])).toEqual(expected);
});

test('after a Serbian word that governs the genitive no date stands as in the dictionary', () => {
  const dates = ['to', 'from', 'day', 'date', 'published'];
  const governed = /(?:^|[^\p{L}])(?:od|do|oko|najkasnije|između|i|dan|dana|pre|posle|nakon|pristupljeno) \{(\w+)\}/giu;
  const left = Object.entries(WRITTEN['sr-Latn']).flatMap(([key, message]) => {
    // What is counted or named after them is no date.
    if (/^(range|events)/.test(key)) return [];
    return [...JSON.stringify(message).matchAll(governed)].flatMap(([, name]) => (dates.includes(name!) ? [key] : []));
  });
  expect(left).toEqual([]);
});

test('every month has its form', () => {
  const months = Array.from({ length: 12 }, (_, month) => day(`2023-${String(month + 1).padStart(2, '0')}-01`));
  const until = (id: LanguageId) =>
    months.map((each) => wholeLanguage(id).t('date.by', { to: dayWord(wholeLanguage(id), each, 'month') }));
  expect(until('sr-Latn').map((text) => text.split(' ')[1])).toEqual(
    'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'.split(' ')
  );
  expect(until('sr-Cyrl')[11]).toBe('најкасније децембра 2023.');
  expect(until('sq')[9]).toBe('jo më vonë se tetori 2023');
  expect(until('en')[4]).toBe('by May 2023');
});

test('a quotation has the marks of the language', () => {
  expect(quote(wholeLanguage('en'), 'four times')).toBe('“four times”');
  expect(quote(wholeLanguage('sr-Cyrl'), 'four times')).toBe('„four times“');
});

test('an ambiguous figure stands in the words of its source, never as a number that looks like a quotation', () => {
  const quantity = { bound: 'ambiguous', value: 4, unit: 'ambiguous' } as const;
  const english = wholeLanguage('en');
  expect(formatWithUnit(english, { ...quantity, expressedAs: 'four times' })).toBe(
    '“four times”, open to several readings'
  );
  expect(formatWithUnit(english, quantity)).toBe('4, open to several readings');
});

test('units agree with their number', () => {
  const hours = (id: LanguageId, value: number) =>
    formatWithUnit(wholeLanguage(id), { bound: 'exact', value, unit: 'hours' });
  expect([1, 5].map((value) => hours('en', value))).toEqual(['1 hour', '5 hours']);
  expect([1, 3, 5].map((value) => hours('sr-Latn', value))).toEqual(['1 sat', '3 sata', '5 sati']);
});
