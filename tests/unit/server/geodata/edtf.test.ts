import oracle from 'edtf';
import { describe, expect, test } from 'vitest';
import { isoDay, type Day } from '../../../../src/lib/model/day.ts';
import { dateOf, parseEdtf } from '../../../../src/lib/server/geodata/edtf.ts';

const MS_PER_DAY = 86_400_000;
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
  const year = String(1000 + Math.floor(next() * 1500));
  // Months to 13 and days to 32: refusals are compared as well.
  const month = next() < 0.75 ? `-${two(Math.floor(next() * 14))}` : '';
  const day = month && next() < 0.7 ? `-${two(Math.floor(next() * 33))}` : '';
  return year + month + day + ['', '', '', '~', '?', '%'][Math.floor(next() * 6)];
}

test('the hard bounds of 4,000 generated dates are those of the edtf package, and so are the refusals', () => {
  const next = random(2023);
  let accepted = 0;
  for (let i = 0; i < 4_000; i++) {
    const text = [
      endpoint(next),
      `${endpoint(next)}/${endpoint(next)}`,
      `../${endpoint(next)}`,
      `${endpoint(next)}/..`
    ][i % 4] as string;
    const own = dateOf(text);
    const theirs = parsed(text);
    if (own === null) {
      // The package takes 29 February of any year for a day and lets an interval end before it starts; the profile
      // does neither.
      if (theirs !== null) expect(`${text}: ${/-02-29/.test(text) || isReversed(text)}`).toBe(`${text}: true`);
      continue;
    }
    accepted++;
    const days = { text, min: own.earliest ?? -Infinity, max: own.latest ?? Infinity };
    expect(days).toEqual({
      text,
      min: theirs && theirs.min / MS_PER_DAY,
      max: theirs && Math.floor(theirs.max / MS_PER_DAY)
    });
  }
  expect(accepted).toBeGreaterThan(1_000);
}, 30_000);

function parsed(text: string): { min: number; max: number } | null {
  try {
    const { min, max } = oracle(text);
    return { min, max };
  } catch {
    return null;
  }
}

function isReversed(text: string): boolean {
  const [start, end] = text.split('/').map(parsed);
  return Boolean(start && end && start.min > end.max);
}
