import { addDays, dayOf, dayParts, isoDay, type Day } from '../../../lib/model/day.ts';
import { dateOf } from '../../../lib/server/geodata/edtf.ts';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../../../lib/server/geodata/english-dates.ts';
import { numbersIn } from '../../../lib/server/geodata/numbers-in-text.ts';

/** A time that a text names, in UTF-16 units, and the date it stands for; `null` where the text does not say which. */
export type DatedWords = {
  at: number;
  end: number;
  written: string;
  edtf: string | null;
  basis: string;
  /** Reckoned back by weeks, months or years: a day that the text gives elsewhere may be meant. */
  isVague: boolean;
  /** A length of time, which is a figure as well: “in less than three years”. */
  isSpan: boolean;
};

/** The days on which what is reported was current: “Monday” counts from them. */
export type Anchor = { first: Day; last: Day };

/** `null`: a date, and the text does not say which. `undefined`: none at all. */
type Reading = { edtf: string; basis: string; isVague?: true; isSpan?: true } | null | undefined;
type Pattern = { form: RegExp; read: (match: Match, anchor: Anchor | null) => Reading };
type Match = { words: string; groups: Record<string, string | undefined>; before: string };

const MONTH = `(?<month>${MONTHS.join('|')}|Sept|(?:${SHORT_MONTHS.filter((name) => name !== 'May').join('|')})\\.?)`;
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
const YEAR = '(?<year>1[5-9]\\d\\d|20\\d\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const TO_DAY = '(?<to>\\d{1,2})(?:st|nd|rd|th)?';
const OF_DAY = `(?:(?:${WEEKDAYS.join('|')}),? (?:the )?)?`;
const COUNT = '(?<count>\\d{1,3}|[a-z]+(?:-[a-z]+)?|an?)';
const UNIT = '(?<unit>day|week|month|year)s?';
const PART = '(?<part>early|mid|late|(?:the )?(?:beginning|start|middle|end) of)';
const TO = '(?:\\s?[–-]\\s?| (?:to|and|until|through) )';
const MONTHS_AHEAD = 62;

/** What follows a month may be how many: “in May 700 soldiers”, “in May 30,000”. */
const NO_COUNT = '(?![\\d]|[.,]\\d)';

/** The longest and most exact forms first: each takes its words from those after it. */
const PATTERNS: Pattern[] = [
  pattern(`${YEAR}-(?<m>\\d\\d)-(?<day>\\d\\d)(?!\\d)`, ({ groups: { year, m, day } }) =>
    dayReading(Number(year), Number(m), Number(day), 'The text states the date.')
  ),
  pattern(`(?:between )?${OF_DAY}${DAY}${TO}${OF_DAY}${TO_DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`, dayRange),
  pattern(`(?:between )?${OF_DAY}${MONTH} ${DAY}${TO}${TO_DAY}${NO_COUNT}(?:,? ${YEAR})?`, dayRange),
  pattern(`${OF_DAY}${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`, oneDay),
  pattern(`${OF_DAY}${MONTH} ${DAY}${NO_COUNT}(?:,? ${YEAR})?`, oneDay),
  pattern(`${PART}[ -]${MONTH}(?:,? (?:of )?(?:${YEAR}|(?<which>this|last) year))?`, partOfMonth),
  pattern(`${MONTH}(?:,? of|,)? (?:${YEAR}|(?<which>this|last) year)`, oneMonth),
  pattern(`(?<which>last|past|this|next|coming) ${MONTH}`, oneMonth),
  pattern(`(?<=\\b(?:in|since|until|till|by|of|during|from|throughout|for) )${MONTH}`, oneMonth),
  pattern(`${MONTH}(?=[’']s\\b)`, oneMonth),
  pattern(`(?:(?<which>last|past|this|next|coming) )?${WEEKDAY}`, weekday),
  pattern(
    '(?:earlier |later )?(?<near>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)',
    nearDay
  ),
  pattern(`(?<which>last|this|next) (?<span>week|month|year)(?:end)?`, nearSpan),
  pattern(`${COUNT} ${UNIT} (?:ago|earlier)`, ago),
  pattern(`(?:in|over|during) (?:the )?(?:last|past|recent) (?:few |several |couple of )?${UNIT}`, lastFew),
  pattern(
    `(?:in|over|during|for|within) (?:the )?(?:(?<within>less than|under|more than|over|almost|nearly|about|around) |(?:last|past) |(?:last|past) )?${COUNT} ${UNIT}`,
    lastCount
  ),
  pattern('on the eve of', eve),
  pattern(
    `${YEAR}(?!\\d|,\\d|\\.\\d|-(?:strong|year)|[ \\u00a0](?:\\p{L}+ )?(?:people|troops|soldiers|persons))`,
    ({ groups: { year } }) => ({
      edtf: year!,
      basis: 'The text states the year.'
    })
  )
];

function pattern(form: string, read: Pattern['read']): Pattern {
  return { form: new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,]|[$€£])${form}(?![\\p{L}\\p{N}])`, 'giu'), read };
}

/** Every time that a text names, in its order. Without an anchor nothing is said of words that count from the report. */
export function datesIn(text: string, reported: string | null): DatedWords[] {
  const anchor = anchorOf(reported);
  const found: DatedWords[] = [];
  for (const { form, read } of PATTERNS) {
    for (const { 0: words, index, groups: written = {} } of text.matchAll(form)) {
      const groups = lowered(written);
      const [at, end] = [index, index + words.length];
      if (found.some((other) => other.at < end && at < other.end)) continue;
      const before = text.slice(Math.max(0, at - 80), at);
      // “may” is a verb, “May” a month.
      if (/^\p{Ll}/u.test(groups.month ?? groups.weekday ?? '')) continue;
      const reading = read({ words, groups, before }, anchor);
      if (reading === undefined) continue;
      found.push(
        withBeginning(text, {
          at,
          end,
          written: words,
          ...(reading ?? { edtf: null, basis: '' }),
          isVague: reading?.isVague ?? false,
          isSpan: reading?.isSpan ?? false
        })
      );
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

export function anchorOf(reported: string | null): Anchor | null {
  const date = reported === null ? null : dateOf(reported);
  return date?.earliest == null || date.latest === null ? null : { first: date.earliest, last: date.latest };
}

/** Months and weekdays keep their capital, which tells them from verbs. */
function lowered(groups: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(groups).map(([key, text]) => [
      key,
      key === 'month' || key === 'weekday' ? text : text?.toLowerCase()
    ])
  );
}

/** “Since 1999” goes on; “until May” has no beginning. */
function withBeginning(text: string, date: DatedWords): DatedWords {
  const [words, side] = /\b(since|until|till)(?: at least)? $/i.exec(text.slice(0, date.at)) ?? [];
  if (words === undefined || date.edtf === null || date.edtf.includes('/')) return date;
  const isStart = side!.toLowerCase() === 'since';
  const edtf = isStart ? `${date.edtf}/..` : `../${date.edtf}`;
  const basis = `${date.basis} ${isStart ? 'No end is stated.' : 'No beginning is stated.'}`;
  return { ...date, at: date.at - words.length, written: words + date.written, edtf, basis };
}

function dayReading(year: number, month: number, day: number, basis: string): Reading {
  const found = dayOf(year, month, day);
  return found === null ? null : { edtf: isoDay(found), basis };
}

const monthNumber = (name: string): number => SHORT_MONTHS.indexOf(capital(name).slice(0, 3)) + 1;

/** `May` of `MAY`. */
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1).toLowerCase();

/**
 * The year that a month or day without one is of: that of the last such day, or of one that comes within two months, as
 * visits are announced.
 */
function yearOf(month: number, day: number, { last }: Anchor): number {
  const { year } = dayParts(last);
  const years = [year + 1, year, year - 1];
  return years.find((each) => (dayOf(each, month, day) ?? Infinity) <= last + MONTHS_AHEAD) ?? year - 1;
}

const NO_YEAR = 'the year is that of the report.';

function oneDay({ groups: { day, month, year } }: Match, anchor: Anchor | null): Reading {
  const [d, m] = [Number(day), monthNumber(month!)];
  if (year !== undefined) return dayReading(Number(year), m, d, 'The text states the date.');
  return anchor && dayReading(yearOf(m, d, anchor), m, d, `The text states day and month; ${NO_YEAR}`);
}

function dayRange({ groups: { day, to, month, year } }: Match, anchor: Anchor | null): Reading {
  const m = monthNumber(month!);
  const y = year !== undefined ? Number(year) : anchor && yearOf(m, Number(day), anchor);
  if (y === null) return null;
  const [first, last] = [dayOf(y, m, Number(day)), dayOf(y, m, Number(to))];
  if (first === null || last === null || first >= last) return null;
  const basis =
    year === undefined ? `The text states the days and the month; ${NO_YEAR}` : 'The text states the dates.';
  return { edtf: `${isoDay(first)}/${isoDay(last)}`, basis };
}

/** `2023-05`. */
const monthText = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

function oneMonth({ words, groups: { month, year, which } }: Match, anchor: Anchor | null): Reading {
  const m = monthNumber(month!);
  if (year !== undefined) return { edtf: monthText(Number(year), m), basis: 'The text states month and year.' };
  if (anchor === null) return null;
  const now = dayParts(anchor.last);
  const basis = `The text says “${words}” in a report of ${longDate(anchor)}.`;
  if (/this year$/i.test(words)) return { edtf: monthText(now.year, m), basis };
  if (/last year$/i.test(words)) return { edtf: monthText(now.year - 1, m), basis };
  if (which === 'this') return { edtf: monthText(now.year, m), basis };
  if (which === 'last' || which === 'past')
    return { edtf: monthText(m < now.month ? now.year : now.year - 1, m), basis };
  if (which !== undefined) return { edtf: monthText(m > now.month ? now.year : now.year + 1, m), basis };
  return { edtf: monthText(yearOf(m, 1, anchor), m), basis: `The text gives only the month; ${NO_YEAR}` };
}

/** Thirds of a month, each with a soft edge to the next. */
function partOfMonth({ words, groups: { part, month, year, which } }: Match, anchor: Anchor | null): Reading {
  const m = monthNumber(month!);
  const base =
    year !== undefined
      ? Number(year)
      : anchor && (which ? dayParts(anchor.last).year - (which === 'last' ? 1 : 0) : yearOf(m, 1, anchor));
  if (base === null) return null;
  const text = monthText(base, m);
  const lastDay = dayParts(addDays(dayOf(m === 12 ? base + 1 : base, m === 12 ? 1 : m + 1, 1)!, -1)).dayOfMonth;
  const [from, to, third] = /early|beginning|start/.test(part!)
    ? ['01', '10~', 'first']
    : /mid/.test(part!)
      ? ['11~', '20~', 'middle']
      : ['21~', String(lastDay), 'last'];
  const basis = `The text says “${words}”: the ${third} third of the month, roughly${year ? '' : `; ${NO_YEAR.replace(/\.$/, '')}`}.`;
  return { edtf: `${text}-${from}/${text}-${to}`, basis };
}

/** Announced for later: the next such day is meant, not the last. */
const AHEAD = /\b(?:will|due|scheduled|expected|planned|is to|are to)\b[^.;]*$/i;

function weekday({ words, groups: { weekday: name, which }, before }: Match, anchor: Anchor | null): Reading {
  if (anchor === null || anchor.last - anchor.first > 6) return null;
  const number = WEEKDAYS.indexOf(capital(name!)) + 1;
  const isAhead = which === 'next' || which === 'coming' || (which === undefined && AHEAD.test(before));
  const days = [anchor.first, anchor.last].map((day) => nearestWeekday(day, number, isAhead, which !== undefined));
  if (days[0] !== days[1]) return null;
  const day = days[0]!;
  const by = day - anchor.last;
  const report = `the report of ${longDate(anchor)}`;
  const how =
    by === 0
      ? ` in ${report}`
      : by === -1
        ? `, the day before ${report}`
        : by === 1
          ? `, the day after ${report}`
          : `, counted from ${report}`;
  return { edtf: isoDay(day), basis: `The text says “${words}”${how}.` };
}

/** “Monday” in the report of a Monday is that day; “last Monday” and “next Monday” are another. */
function nearestWeekday(from: Day, weekdayNumber: number, isAhead: boolean, isOther: boolean): Day {
  const step = isAhead ? 1 : -1;
  const by = ((weekdayNumber - dayParts(from).weekday) * step + 7) % 7;
  return addDays(from, step * (by === 0 && isOther ? 7 : by));
}

function nearDay({ words, groups: { near } }: Match, anchor: Anchor | null): Reading {
  if (anchor === null) return null;
  const by = near === 'yesterday' || near === 'last night' ? -1 : near === 'tomorrow' ? 1 : 0;
  const [first, last] = [addDays(anchor.first, by), addDays(anchor.last, by)];
  const edtf = first === last ? isoDay(first) : `${isoDay(first)}/${isoDay(last)}`;
  return { edtf, basis: `The text says “${words}” in a report of ${longDate(anchor)}.` };
}

function nearSpan({ words, groups: { which, span } }: Match, anchor: Anchor | null): Reading {
  if (anchor === null) return null;
  const by = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const { year, weekday: number } = dayParts(anchor.last);
  const basis = `The text says “${words}” in a report of ${longDate(anchor)}.`;
  if (span === 'year') return { edtf: String(year + by), basis };
  if (span === 'month') return { edtf: monthBack(anchor.last, -by), basis };
  if (/weekend/.test(words)) {
    const saturday = addDays(anchor.last, 6 - number + 7 * by);
    return { edtf: `${isoDay(saturday)}/${isoDay(addDays(saturday, 1))}`, basis };
  }
  const monday = addDays(anchor.last, 1 - number + 7 * by);
  return { edtf: `${isoDay(monday)}/${isoDay(addDays(monday, 6))}`, basis };
}

/** The month so many months before that of a day. */
function monthBack(day: Day, count: number): string {
  const { year, month } = dayParts(day);
  const months = year * 12 + (month - 1) - count;
  return monthText(Math.floor(months / 12), (months % 12) + 1);
}

function countOf(text: string): number | null {
  if (/^an?$/i.test(text)) return 1;
  const [number] = numbersIn(text);
  return number !== undefined && number.written.length === text.length ? number.value : null;
}

/** A time so long before a day: days to the day, weeks to the week, months and years to the month and year. */
function before(day: Day, count: number, unit: string): string {
  if (unit === 'day') return isoDay(addDays(day, -count));
  if (unit === 'week') return `${isoDay(addDays(day, -7 * count))}~`;
  if (unit === 'month') return `${monthBack(day, count)}~`;
  return `${dayParts(day).year - count}~`;
}

function ago({ words, groups: { count, unit } }: Match, anchor: Anchor | null): Reading {
  const number = countOf(count!);
  if (number === null) return undefined;
  if (anchor === null) return null;
  const edtf = before(anchor.last, number, unit!);
  const basis = `The text says “${words}”, counted from ${longDate(anchor)}.`;
  return unit === 'day' ? { edtf, basis } : { edtf, basis, isVague: true };
}

function lastCount({ words, groups: { count, unit, within } }: Match, anchor: Anchor | null): Reading {
  const number = countOf(count!);
  // “For 18 months” may lie anywhere; “in two weeks” is to come.
  if (number === null || (within === undefined && !/\b(?:last|past)\b/i.test(words))) return undefined;
  if (anchor === null) return null;
  const { year, month, dayOfMonth } = dayParts(anchor.last);
  // A year before 29 February is 28 February.
  const yearsBack = dayOf(year - number, month, dayOfMonth) ?? dayOf(year - number, month, dayOfMonth - 1);
  const start = unit === 'year' && yearsBack !== null ? `${isoDay(yearsBack)}~` : before(anchor.last, number, unit!);
  const basis = `The text says “${words}”, counted back from ${longDate(anchor)}.`;
  return { edtf: `${start}/${isoDay(anchor.last)}`, basis, isSpan: true };
}

/** “The last few weeks”: six of them, roughly. Nobody means ten by a few. */
const A_FEW = 6;

function lastFew({ words, groups: { unit } }: Match, anchor: Anchor | null): Reading {
  if (anchor === null) return null;
  const start =
    unit === 'week'
      ? `${monthBack(addDays(anchor.first, -7 * A_FEW), 0)}~`
      : `${before(anchor.first, A_FEW, unit!).replace('~', '')}~`;
  return {
    edtf: `${start}/${isoDay(anchor.last)}`,
    basis: `The text says “${words}”, counted back from ${longDate(anchor)}.`
  };
}

/** Something due the day after what was said. */
function eve({ words }: Match, anchor: Anchor | null): Reading {
  if (anchor === null) return null;
  const edtf = [anchor.first, anchor.last].map((day) => isoDay(addDays(day, 1)));
  const basis = `The text says “${words}”: the day after ${longDate(anchor)}.`;
  return { edtf: edtf[0] === edtf[1] ? edtf[0]! : edtf.join('/'), basis };
}

/** `30 May 2023`, or both ends. */
export function longDate({ first, last }: Anchor): string {
  return first === last ? longDay(last) : `${longDay(first)} to ${longDay(last)}`;
}

function longDay(day: Day): string {
  const { year, month, dayOfMonth } = dayParts(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}
