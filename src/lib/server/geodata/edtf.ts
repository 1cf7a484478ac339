import { addDays, dayOf, type Day } from '../../model/day.ts';
import type { UncertainDate } from '../../model/time.ts';

/** Why a text is no date of the profile: which rule it breaks, what was found, what to write instead. */
export type EdtfFailure = { ok: false; rule: 'V07' | 'V08'; found: string; advice: string };
export type EdtfResult = { ok: true; date: UncertainDate } | EdtfFailure;

type Endpoint = { earliest: Day; latest: Day; soft: { earliest: Day | null; latest: Day | null }; qualifier: string };

const ENDPOINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;
const EXAMPLE = '(EDTF, e.g. 2023-05-29 or 2023-05)';
const INTERVAL_EXAMPLE = '(EDTF, e.g. 2023-05-29/2023-06-02, or .. for an open end)';

/** Forms of EDTF that the profile leaves out, each with the name a curator will look for. */
const OUTSIDE: [RegExp, string, string][] = [
  [/[[\]{}]/, 'is an EDTF set', 'use an interval, e.g. 2023-05-29/2023-12-08'],
  [/T|:/, 'has a time of day', 'give the day alone, e.g. 2023-05-29'],
  [/[Xxu]/, 'has unspecified digits', 'give the month or year alone, e.g. 2023-11'],
  [
    /^\d{4}-(2[1-9]|3\d|4[01])[~?%]?(\/|$)/,
    'has a season or quarter',
    'use an interval of months, e.g. 2023-03/2023-05'
  ],
  [/[~?%](\d|-)/, 'has a qualifier inside the date', 'put ~, ? or % at the end, e.g. 2023-05~'],
  [/^\/|\/$/, 'has an unknown end', 'write .. for an open end, e.g. 2023-05-30/..']
];

/**
 * Reads one date of the profile: year, month or day; an interval of two of these, `..` for an open end; each end may
 * carry `~` (approximate), `?` (uncertain) or `%` (both). No sets, seasons, times or unspecified digits: each has one
 * clear equivalent, and a set read by other tools loses its end.
 * `~` widens the soft bounds at its own end by one unit of that end's precision; `?` widens nothing.
 * Never throws; years 0100 to 9999.
 */
export function parseEdtf(text: string): EdtfResult {
  const outside = OUTSIDE.find(([form]) => form.test(text));
  if (outside) return failure('V07', `${quote(text)} ${outside[1]}`, outside[2]);
  const ends = text.split('/');
  if (ends.length > 2) return failure('V07', `${quote(text)} has more than two ends`, INTERVAL_EXAMPLE);
  if (ends.length === 1) {
    const point = parseEndpoint(text);
    if (typeof point === 'string') return failure('V07', `${quote(text)} ${point}`, EXAMPLE);
    return { ok: true, date: combine(text, point, point) };
  }
  const [first = '', last = ''] = ends;
  if (first === '..' && last === '..') return failure('V07', `${quote(text)} is open at both ends`, INTERVAL_EXAMPLE);
  const start = first === '..' ? null : parseEndpoint(first);
  const end = last === '..' ? null : parseEndpoint(last);
  if (typeof start === 'string') return failure('V07', `${quote(first)} in ${quote(text)} ${start}`, INTERVAL_EXAMPLE);
  if (typeof end === 'string') return failure('V07', `${quote(last)} in ${quote(text)} ${end}`, INTERVAL_EXAMPLE);
  if (start && end && start.earliest > end.latest) {
    return failure('V08', `${quote(text)} ends before it starts`, `write the earlier date first: ${last}/${first}`);
  }
  return { ok: true, date: combine(text, start, end) };
}

/** The date, where the text is one; `null` where it is not (rule V07 or V08 has then reported it). */
export function dateOf(text: string): UncertainDate | null {
  const result = parseEdtf(text);
  return result.ok ? result.date : null;
}

/** The end, or what is wrong with it. */
function parseEndpoint(text: string): Endpoint | string {
  const match = ENDPOINT.exec(text);
  if (!match) return text === '' ? 'is empty' : 'is not a date';
  const [, yearText, monthText, dayText, qualifier = ''] = match;
  const year = Number(yearText);
  const wide = qualifier === '~' || qualifier === '%' ? 1 : 0;
  if (dayText !== undefined) {
    const day = dayOf(year, Number(monthText), Number(dayText));
    if (day === null) return 'is not a calendar date';
    return {
      earliest: day,
      latest: day,
      soft: { earliest: addDays(day, -wide), latest: addDays(day, wide) },
      qualifier
    };
  }
  const months = monthText === undefined ? 12 : 1;
  const first = monthText === undefined ? year * 12 : year * 12 + Number(monthText) - 1;
  const earliest = monthText === '00' || Number(monthText) > 12 ? null : firstOfMonth(first);
  if (earliest === null) return 'is not a calendar date';
  return {
    earliest,
    latest: beforeMonth(first + months) as Day,
    soft: { earliest: firstOfMonth(first - wide * months), latest: beforeMonth(first + months + wide * months) },
    qualifier
  };
}

/** `months` counts from January of year 0. */
function firstOfMonth(months: number): Day | null {
  return dayOf(Math.floor(months / 12), (months % 12) + 1, 1);
}

function beforeMonth(months: number): Day | null {
  const next = firstOfMonth(months);
  return next === null ? null : addDays(next, -1);
}

function combine(edtf: string, start: Endpoint | null, end: Endpoint | null): UncertainDate {
  const qualifiers = (start?.qualifier ?? '') + (end?.qualifier ?? '');
  return {
    edtf,
    earliest: start?.earliest ?? null,
    latest: end?.latest ?? null,
    softEarliest: start?.soft.earliest ?? null,
    softLatest: end?.soft.latest ?? null,
    approximate: /[~%]/.test(qualifiers),
    uncertain: /[?%]/.test(qualifiers)
  };
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function failure(rule: 'V07' | 'V08', found: string, advice: string): EdtfFailure {
  return { ok: false, rule, found, advice };
}
