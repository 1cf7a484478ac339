import { dayParts, type Day } from '../../../model/day.ts';
import { softBounds } from '../../../model/time.ts';
import type { Geodata } from '../authored.ts';
import { dateOf } from '../edtf.ts';
import { SHORT_MONTHS, WEEKDAYS } from '../english-dates.ts';
import type { Finding } from './rule.ts';

const MS_PER_DAY = 86_400_000;

const WEEKDAY = new RegExp(`\\b(${WEEKDAYS.join('|')})\\b`, 'g');
const DATED = new RegExp(
  `\\b(${WEEKDAYS.join('|')}),? (\\d{1,2}) (${SHORT_MONTHS.join('|')})[a-z]*\\.?(?: (\\d{4}))?`,
  'g'
);

/**
 * V66 (warning): a weekday in a basis is that of the date. A weekday with a date (“Sunday 24 September 2023”) is that of
 * its own date; of the others, one is a day of the date that the basis is about.
 */
export function* weekdaysFitDates(data: Geodata): Iterable<Finding> {
  for (const { at, below, edtf, basis } of bases(data)) {
    const date = dateOf(edtf);
    if (date === null) continue;
    const { earliest, latest } = softBounds(date);
    const year = Number.isFinite(latest) ? dayParts(latest as Day).year : null;
    const warning = (found: string, advice: string): Finding => ({ at, below, found, advice, warning: true });
    for (const [written, name, day, month, ofYear] of basis.matchAll(DATED)) {
      const given = ofYear === undefined ? year : Number(ofYear);
      if (given === null) continue;
      const is = weekdayOf(Date.UTC(given, SHORT_MONTHS.indexOf(month!), Number(day)) / MS_PER_DAY);
      if (is !== name) yield warning(`“${written}” is a ${is}`, 'correct the weekday or the date');
    }
    const named = [...new Set(basis.replace(DATED, '').match(WEEKDAY) ?? [])];
    if (named.length === 0 || latest - earliest >= 6) continue;
    const days = Array.from({ length: latest - earliest + 1 }, (_, i) => weekdayOf(earliest + i));
    if (named.some((name) => days.includes(name))) continue;
    yield warning(`no ${named.join(' or ')} is ${edtf}, a ${days.join(' or ')}`, 'correct the date or the basis');
  }
}

const weekdayOf = (day: number): string => WEEKDAYS[dayParts(day as Day).weekday - 1] as string;

function* bases(data: Geodata): Iterable<{ at: Finding['at']; below: string; edtf: string; basis: string }> {
  for (const { item, ...at } of [...data.claims, ...data.events])
    yield { at, below: 'date.basis', edtf: item.date.edtf, basis: item.date.basis };
  for (const { item, ...at } of data.articles)
    yield { at, below: 'published.basis', edtf: item.published.edtf, basis: item.published.basis };
}
