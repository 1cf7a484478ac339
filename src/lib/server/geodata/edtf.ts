import edtf, { parse, type ExtDate } from 'edtf';
import type { Day } from '../../model/day.ts';
import type { UncertainDate } from '../../model/time.ts';
import { MONTHS } from './english-dates.ts';

/** Why a text is no date of the profile: which rule it breaks, what was found, what to write instead. */
export type EdtfFailure = { ok: false; rule: 'V07' | 'V08'; found: string; advice: string };
export type EdtfResult = { ok: true; date: UncertainDate } | EdtfFailure;

const MS_PER_DAY = 86_400_000;
const ENDPOINT = /^\d{4}(-\d{2}){0,2}[~?%]?$/;
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
  [/(^|\/)(-|Y|00)/, 'has a year that the profile does not hold', 'use years from 0100 to 9999'],
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
  const result = results.get(text) ?? readEdtf(text);
  results.set(text, result);
  return result;
}

/** The dates read so far: the rules and the join ask for the same ones again and again. */
const results = new Map<string, EdtfResult>();

function readEdtf(text: string): EdtfResult {
  const result = parseProfile(text);
  const meant = result.ok ? null : meantDate(text);
  return meant === null ? result : failure('V07', `${quote(text)} is not a date`, `did you mean ${meant}?`);
}

function parseProfile(text: string): EdtfResult {
  const outside = OUTSIDE.find(([form]) => form.test(text));
  if (outside) return failure('V07', `${quote(text)} ${outside[1]}`, outside[2]);
  const ends = text.split('/');
  if (ends.length > 2) return failure('V07', `${quote(text)} has more than two ends`, INTERVAL_EXAMPLE);
  if (ends.length === 1) {
    const point = endpointOf(text);
    if (typeof point === 'string') return failure('V07', `${quote(text)} ${point}`, EXAMPLE);
    return { ok: true, date: combine(text, point, point) };
  }
  const [first = '', last = ''] = ends;
  if (first === '..' && last === '..') return failure('V07', `${quote(text)} is open at both ends`, INTERVAL_EXAMPLE);
  const start = first === '..' ? null : endpointOf(first);
  const end = last === '..' ? null : endpointOf(last);
  if (typeof start === 'string') return failure('V07', `${quote(first)} in ${quote(text)} ${start}`, INTERVAL_EXAMPLE);
  if (typeof end === 'string') return failure('V07', `${quote(last)} in ${quote(text)} ${end}`, INTERVAL_EXAMPLE);
  if (start && end && start.earliest > end.latest) {
    return failure('V08', `${quote(text)} ends before it starts`, `write the earlier date first: ${last}/${first}`);
  }
  return { ok: true, date: combine(text, start, end) };
}

/** Ways of writing a day that are not EDTF and yet plain: year, month and day are the named groups. */
const OTHER_WAYS = [
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<y>\d{4})[./](?<m>\d{1,2})[./](?<d>\d{1,2})\.?$/,
  // With dots the day comes first everywhere; with slashes it does not.
  /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})\.?$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<d>\d{1,2}) (?<m>[a-z]{3,9})\.? (?<y>\d{4})$/i,
  /^(?<m>[a-z]{3,9})\.? (?<d>\d{1,2}),? (?<y>\d{4})$/i,
  /^(?<y>\d{4})-(?<m>\d)$/
];

/** The date that a text written in another way stands for; `null` where it is EDTF already, or no day can be told. */
function meantDate(text: string): string | null {
  const whole = meantDay(text);
  if (whole !== null) return whole === text ? null : whole;
  const ends = text.split('/');
  if (ends.length !== 2) return null;
  const days = ends.map((end) => meantDay(end) ?? end);
  return days.join('/') === text || days.some((day) => !ENDPOINT.test(day) && day !== '..') ? null : days.join('/');
}

function meantDay(text: string): string | null {
  const parts = OTHER_WAYS.map((way) => way.exec(text.trim())?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return null;
  const { y = '', m = '', d } = parts;
  const begins = m.slice(0, 3).toLowerCase();
  const month = /^\d/.test(m) ? Number(m) : MONTHS.findIndex((name) => name.toLowerCase().startsWith(begins)) + 1;
  const meant = [y, month, ...(d === undefined ? [] : [Number(d)])]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return typeof endpointOf(meant) === 'string' ? null : meant;
}

/** The date, where the text is one; `null` where it is not (rule V07 or V08 has then reported it). */
export function dateOf(text: string): UncertainDate | null {
  const result = parseEdtf(text);
  return result.ok ? result.date : null;
}

/** One end of a date: its days, and those that it may as well be where it is approximate. */
type Endpoint = {
  earliest: Day;
  latest: Day;
  softEarliest: Day;
  softLatest: Day;
  approximate: boolean;
  uncertain: boolean;
};

/** The ends read so far: the package takes 0.15 ms for one, and as long for what it means. */
const endpoints = new Map<string, Endpoint | string>();

/** The end, or what is wrong with it. */
function endpointOf(text: string): Endpoint | string {
  const endpoint = endpoints.get(text) ?? parseEndpoint(text);
  endpoints.set(text, endpoint);
  return endpoint;
}

function parseEndpoint(text: string): Endpoint | string {
  if (text === '') return 'is empty';
  const notADate = ENDPOINT.test(text) ? 'is not a calendar date' : 'is not a date';
  try {
    const date = edtf(parse(text, { level: 1, types: ['Date'] }));
    // The package reads 29 February of any year, and makes it 1 March where there is none.
    return date.edtf === text ? endpoint(date) : notADate;
  } catch {
    // What the package says is which sign its grammar did not expect: no help to who wrote a date.
    return notADate;
  }
}

function endpoint(date: ExtDate): Endpoint {
  const approximate = date.approximate.value > 0;
  return {
    earliest: firstDay(date),
    latest: lastDay(date),
    softEarliest: firstDay(approximate ? date.next(-1) : date),
    softLatest: lastDay(approximate ? date.next(1) : date),
    approximate,
    uncertain: date.uncertain.value > 0
  };
}

function combine(text: string, start: Endpoint | null, end: Endpoint | null): UncertainDate {
  const ends = [start, end].filter((date) => date !== null);
  return {
    edtf: text,
    earliest: start && start.earliest,
    latest: end && end.latest,
    softEarliest: start && start.softEarliest,
    softLatest: end && end.softLatest,
    approximate: ends.some(({ approximate }) => approximate),
    uncertain: ends.some(({ uncertain }) => uncertain)
  };
}

const firstDay = ({ min }: ExtDate): Day => Math.floor(min / MS_PER_DAY) as Day;
const lastDay = ({ max }: ExtDate): Day => Math.floor(max / MS_PER_DAY) as Day;

function quote(text: string): string {
  return JSON.stringify(text);
}

function failure(rule: 'V07' | 'V08', found: string, advice: string): EdtfFailure {
  return { ok: false, rule, found, advice };
}
