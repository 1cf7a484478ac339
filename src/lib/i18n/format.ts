import { dayParts, parseDay, type Day } from '../model/day.ts';
import type { Emptiness } from '../model/emptiness.ts';
import type { Quantity } from '../model/dataset.ts';
import type { Counts } from '../model/scene.ts';
import type { Support } from '../model/reports.ts';
import type { DayWindow, Extent, UncertainDate } from '../model/time.ts';
import type { WindowSize } from '../model/view.ts';
import type { Language } from './language.ts';
import { dayText, listText, numberText, type DayStyle } from './locale.ts';

/** `29 May 2023` (long), `Monday, 29 May 2023` (weekday), `29 May` (short), `May 2023` (month). */
export function formatDay(language: Language, day: Day, style: DayStyle = 'long'): string {
  return dayText(language.locale, dayParts(day), style);
}

/** A day of the data, `2023-05-29`, in words. */
export function formatIsoDay(language: Language, iso: string): string {
  const day = parseDay(iso);
  return day === null ? iso : formatDay(language, day);
}

/** A short day next to another one: "18 Sept", with the year only where it differs from the other's. */
export function formatBeside(language: Language, day: Day, other: Day): string {
  return formatDay(language, day, dayParts(day).year === dayParts(other).year ? 'short' : 'long');
}

/** The days of the window: "Monday, 29 May 2023", "23 May 2023 to 29 May 2023", "up to 29 May 2023". */
export function formatWindow(language: Language, { from, to }: DayWindow, size: WindowSize): string {
  if (size === 'all') return language.t('list.window.all', { to: formatDay(language, to) });
  if (from === to) return formatDay(language, to, 'weekday');
  return language.t('list.window.span', { from: formatDay(language, from), to: formatDay(language, to) });
}

/** A date as precisely as it is known: a day, a month, "by 27 November 2023", "21 November to 8 December 2023". */
export function formatDate(language: Language, date: UncertainDate): string {
  const text = plainDate(language, date);
  const { t } = language;
  if (date.approximate && !date.edtf.includes('/')) return t('date.about', { date: text });
  return date.uncertain ? t('date.uncertain', { date: text }) : text;
}

function plainDate(language: Language, date: UncertainDate): string {
  const { t } = language;
  const bare = date.edtf.replace(/[~?%]/g, '');
  if (!bare.includes('/')) {
    if (date.earliest === null) return t('date.unstated');
    const style: DayStyle = bare.length === 4 ? 'year' : bare.length === 7 ? 'month' : 'long';
    return formatDay(language, date.earliest, style);
  }
  const [from = '..', to = '..'] = date.edtf.split('/');
  if (date.earliest === null && date.latest === null) return t('date.unstated');
  if (date.earliest === null) return t('date.by', { to: endpoint(language, to, date.latest!) });
  if (date.latest === null) return t('date.from', { from: endpoint(language, from, date.earliest) });
  return t('date.between', {
    from: endpoint(language, from, date.earliest),
    to: endpoint(language, to, date.latest)
  });
}

function endpoint(language: Language, edtf: string, day: Day): string {
  const bare = edtf.replace(/[~?%]/g, '');
  const style: DayStyle = bare.length === 4 ? 'year' : bare.length === 7 ? 'month' : 'long';
  const text = formatDay(language, day, style);
  return /[~%]/.test(edtf) ? language.t('date.about', { date: text }) : text;
}

/** As `formatDate`; for an unknown day within a span it says so. */
export function formatEventDate(language: Language, date: UncertainDate, extent: Extent): string {
  const { earliest, latest } = date;
  if (extent === 'throughout' || earliest === null || latest === null || earliest === latest)
    return formatDate(language, date);
  if (!date.edtf.includes('/')) return language.t('date.in', { date: formatDate(language, date) });
  return language.t('date.within', { from: formatDay(language, earliest), to: formatDay(language, latest) });
}

/** "4,500". `decimals`: exactly that many. */
export const formatNumber = (language: Language, value: number, decimals?: number) =>
  numberText(language.locale, value, decimals);

/** "a, b and c". */
export const formatList = (language: Language, items: readonly string[]) => listText(language.locale, items);

/**
 * A figure with its bound in words: "more than 4,500", "number not stated". The caller adds the unit. An ambiguous one is
 * quoted, so it stands in the words of the article.
 */
export function formatQuantity(
  language: Language,
  { bound, value, expressedAs }: Pick<Quantity, 'bound' | 'value' | 'expressedAs'>
): string {
  const quoted = bound === 'ambiguous' ? expressedAs : undefined;
  return language.t(`bound.${bound}`, { value: quoted ?? value ?? '' });
}

const UNITS = {
  ratio: 'unit.ratio',
  percent: 'unit.percent',
  hours: 'unit.hours',
  months: 'unit.months',
  years: 'unit.years'
} as const;

/** As `formatQuantity`, with the unit where the measure's label does not already say it: "more than 4 times". */
export function formatWithUnit(
  language: Language,
  quantity: Pick<Quantity, 'bound' | 'value' | 'unit' | 'expressedAs'>
): string {
  const text = formatQuantity(language, quantity);
  const unit = UNITS[quantity.unit as keyof typeof UNITS];
  return unit && quantity.value !== null ? language.t(unit, { value: text }) : text;
}

/** "30", "30 to 93", "at least 2", or "number not stated". */
export function formatRange(language: Language, lower: number | null, upper: number | null): string {
  const { t } = language;
  if (lower === null) return upper === null ? t('bound.unspecified') : t('bound.at_most', { value: upper });
  if (upper === null) return t('range.atLeast', { from: lower });
  return lower === upper ? formatNumber(language, lower) : t('range.between', { from: lower, to: upper });
}

/** "4 events", "4 to 6 events", "no events". */
export function formatCounts(language: Language, { certain, possible }: Counts): string {
  const { t } = language;
  if (possible > 0) return t('events.range', { from: certain, to: certain + possible });
  return certain === 0 ? t('events.none') : t('events.count', { n: certain });
}

/** "9 claims in 3 articles, traced to 4 sources". */
export function formatSupport({ t }: Language, { claims, articles, origins }: Support): string {
  return t('support.line', {
    claims: t('support.claims', { n: claims }),
    articles: t('support.articles', { n: articles }),
    origins: t('support.origins', { n: origins })
  });
}

/** Why no event is shown. */
export function formatEmptiness({ t }: Language, empty: Emptiness, { from, to }: DayWindow): string {
  if (empty.reason !== 'unreported') return t(`list.${empty.reason}`, { n: empty.events });
  return t(from === to ? 'list.unreported.day' : 'list.unreported.span');
}
