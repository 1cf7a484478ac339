import { describe, expect, test } from 'vitest';
import { isoDay, parseDay, type Day } from '../../../../src/lib/model/day.ts';
import { dateOf, parseEdtf } from '../../../../src/lib/server/geodata/edtf.ts';

const iso = (day: Day | null | undefined): string => (day === null || day === undefined ? '..' : isoDay(day));

/** `hard earliest, hard latest, soft earliest, soft latest`. */
function bounds(text: string): string {
  const date = dateOf(text);
  if (date === null) return 'no date';
  return [date.earliest, date.latest, date.softEarliest, date.softLatest].map(iso).join(' ');
}

describe('dates of the profile', () => {
  test.each([
    ['2023-05-29', '2023-05-29 2023-05-29 2023-05-29 2023-05-29'],
    ['2023-05', '2023-05-01 2023-05-31 2023-05-01 2023-05-31'],
    ['2024-02', '2024-02-01 2024-02-29 2024-02-01 2024-02-29'],
    ['2008', '2008-01-01 2008-12-31 2008-01-01 2008-12-31'],
    ['2023-09-24/2023-11-27', '2023-09-24 2023-11-27 2023-09-24 2023-11-27'],
    ['2023-05/2023-06-03', '2023-05-01 2023-06-03 2023-05-01 2023-06-03'],
    ['../2023-11-27', '.. 2023-11-27 .. 2023-11-27'],
    ['1999/..', '1999-01-01 .. 1999-01-01 ..']
  ])('%s', (text, expected) => expect(bounds(text)).toBe(expected));
});

describe('~ widens by one unit of its own precision, at its own end', () => {
  test.each([
    ['2023-12-07~', '2023-12-07 2023-12-07 2023-12-06 2023-12-08'],
    ['2023-05~', '2023-05-01 2023-05-31 2023-04-01 2023-06-30'],
    ['2023-01~', '2023-01-01 2023-01-31 2022-12-01 2023-02-28'],
    ['2023~', '2023-01-01 2023-12-31 2022-01-01 2024-12-31'],
    ['2023-10~/2023-12-08', '2023-10-01 2023-12-08 2023-09-01 2023-12-08'],
    ['2023-10-01/2023-12-08%', '2023-10-01 2023-12-08 2023-10-01 2023-12-09'],
    ['2023-12-07?', '2023-12-07 2023-12-07 2023-12-07 2023-12-07']
  ])('%s', (text, expected) => expect(bounds(text)).toBe(expected));

  test('~ means approximate, ? uncertain, % both', () => {
    const flags = ['2023-05~', '2023-05?', '2023-05%', '2023-05'].map((text) => dateOf(text));
    expect(flags.map((date) => [date?.approximate, date?.uncertain])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [false, false]
    ]);
  });
});

describe('what is refused says what it is and what to write', () => {
  test.each([
    ['2023-05-32', 'V07', '"2023-05-32" is not a calendar date', '(EDTF, e.g. 2023-05-29 or 2023-05)'],
    ['2023-02-29', 'V07', 'is not a calendar date', 'EDTF'],
    ['2023-13', 'V07', 'is not a calendar date', 'EDTF'],
    ['2023-00', 'V07', 'is not a calendar date', 'EDTF'],
    ['29/05/2023', 'V07', 'has more than two ends', '2023-05-29/2023-06-02'],
    ['', 'V07', '"" is empty', 'EDTF'],
    ['May 2023', 'V07', 'is not a date', 'EDTF'],
    ['[2023-05-29..2023-12-08]', 'V07', 'is an EDTF set', 'use an interval'],
    ['2023-05-29T12:00', 'V07', 'has a time of day', 'give the day alone'],
    ['2023-11-2X', 'V07', 'has unspecified digits', 'month or year alone'],
    ['2023-21', 'V07', 'has a season', 'interval of months'],
    ['2023~-05', 'V07', 'has a qualifier inside', 'at the end'],
    ['2023-05-30/', 'V07', 'has an unknown end', '2023-05-30/..'],
    ['../..', 'V07', 'is open at both ends', 'EDTF'],
    ['2023-05/2023-06-31', 'V07', '"2023-06-31" in "2023-05/2023-06-31" is not a calendar date', 'EDTF'],
    ['0099-12-31', 'V07', 'has a year', '0100 to 9999'],
    ['2023-01/-0100', 'V07', 'has a year', '0100 to 9999'],
    ['20230529', 'V07', 'is not a date', 'did you mean 2023-05-29?'],
    ['2023-9-24', 'V07', '"2023-9-24" is not a date', 'did you mean 2023-09-24?'],
    ['2023-9', 'V07', 'is not a date', 'did you mean 2023-09?'],
    ['2023/9/24', 'V07', 'is not a date', 'did you mean 2023-09-24?'],
    ['24.9.2023', 'V07', 'is not a date', 'did you mean 2023-09-24?'],
    ['24 August 2023', 'V07', 'is not a date', 'did you mean 2023-08-24?'],
    ['September 24, 2023', 'V07', 'is not a date', 'did you mean 2023-09-24?'],
    ['2023-9-24/2023-11-27', 'V07', 'is not a date', 'did you mean 2023-09-24/2023-11-27?'],
    ['2023-2-30', 'V07', 'is not a date', 'EDTF'],
    ['2023-06/2023-05', 'V08', 'ends before it starts', '2023-05/2023-06']
  ])('%s', (text, rule, found, advice) => {
    const result = parseEdtf(text);
    expect(result).toMatchObject({ ok: false, rule });
    expect(result.ok ? '' : result.found).toContain(found);
    expect(result.ok ? '' : result.advice).toContain(advice);
  });
});

/** A small generator with a seed, so that a failure comes back. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

function endpoint(next: () => number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = String(1895 + Math.floor(next() * 210));
  // Months to 13 and days to 32: refusals are compared as well.
  const month = next() < 0.75 ? `-${two(Math.floor(next() * 14))}` : '';
  const day = month && next() < 0.7 ? `-${two(Math.floor(next() * 33))}` : '';
  return year + month + day + ['', '', '', '~', '?', '%'][Math.floor(next() * 6)];
}

type Span = { first: Day; last: Day };

/** Every year, month and day of two centuries, with the first and the last day whose text begins so. */
function spansByText(): Map<string, Span> {
  const spans = new Map<string, Span>();
  const last = parseDay('2109-12-31')!;
  for (let day = parseDay('1890-01-01')!; day <= last; day++) {
    const text = isoDay(day);
    for (const begun of [text.slice(0, 4), text.slice(0, 7), text]) {
      spans.set(begun, { first: spans.get(begun)?.first ?? day, last: day });
    }
  }
  return spans;
}

test('2,000 generated dates mean the days whose text begins so, and are refused where there is none', () => {
  const spans = spansByText();
  const beside = (length: number, day: number): Span => spans.get(isoDay(day as Day).slice(0, length))!;
  /** Hard and soft bounds of one end. */
  const boundsOf = (text: string): { hard: Span; soft: Span } | null => {
    const plain = text.replace(/[~?%]$/, '');
    const hard = spans.get(plain);
    if (!hard) return null;
    const { length } = plain;
    const wide = { first: beside(length, hard.first - 1).first, last: beside(length, hard.last + 1).last };
    return { hard, soft: /[~%]$/.test(text) ? wide : hard };
  };
  const next = random(2023);
  let accepted = 0;
  for (let i = 0; i < 2_000; i++) {
    const [a, b] = [endpoint(next), endpoint(next)];
    const [start, end] = [boundsOf(a), boundsOf(b)];
    const [text, sound, ...expected] = [
      [a, start, start?.hard.first, start?.hard.last, start?.soft.first, start?.soft.last],
      [
        `${a}/${b}`,
        start && end && start.hard.first <= end.hard.last,
        start?.hard.first,
        end?.hard.last,
        start?.soft.first,
        end?.soft.last
      ],
      [`../${b}`, end, null, end?.hard.last, null, end?.soft.last],
      [`${a}/..`, start, start?.hard.first, null, start?.soft.first, null]
    ][i % 4] as [string, unknown, ...(Day | null)[]];
    expect(`${text}: ${bounds(text)}`).toBe(`${text}: ${sound ? expected.map(iso).join(' ') : 'no date'}`);
    if (sound) accepted++;
  }
  expect(accepted).toBeGreaterThan(500);
});
