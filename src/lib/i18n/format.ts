import { dayParts, parseDay, type Day } from '../model/day.ts';
import type { Emptiness } from '../model/emptiness.ts';
import { isRow, lineOf, type Claim, type Quantity } from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import type { Counts } from '../model/scene.ts';
import type { Support } from '../model/reports.ts';
import type { DayWindow, Extent, UncertainDate } from '../model/time.ts';
import type { WindowSize } from '../model/view.ts';
import type { MessageKey } from './catalogue.ts';
import type { Language } from './language.ts';
import { dayText, listText, numberText, spanStartText, type DayStyle, type GrammaticalForm } from './locale.ts';
import type { Inflected } from './message.ts';

/** `29 May 2023` (long), `Monday, 29 May 2023` (weekday), `29 May` (short), `May 2023` (month). */
export function formatDay(language: Language, day: Day, style: DayStyle = 'long', form?: GrammaticalForm): string {
  return dayText(language.locale, dayParts(day), style, form);
}

/** A day of the data, `2023-05-29`, in words. */
export function formatIsoDay(language: Language, iso: string): string {
  const day = parseDay(iso);
  return day === null ? iso : formatDay(language, day);
}

/** A day for a message, which may ask for a form of it: "do 29. maja 2023." */
export const dayWord =
  (language: Language, day: Day, style?: DayStyle): Inflected =>
  (form) =>
    formatDay(language, day, style, form);

/** A short day next to another one: "18 Sept", with the year only where it differs from the other's. */
export function besideWord(language: Language, day: Day, other: Day): Inflected {
  return dayWord(language, day, dayParts(day).year === dayParts(other).year ? 'short' : 'long');
}

/** Two days for a message, what both share only in the second: "between 24 and 29 September 2023". */
export function spanWords(language: Language, { from, to }: DayWindow): { from: Inflected; to: Inflected } {
  return {
    from: (form) => spanStartText(language.locale, dayParts(from), dayParts(to), form),
    to: dayWord(language, to)
  };
}

/** "23–29 May 2023", "21 November – 8 December 2023". */
function formatSpan(language: Language, window: DayWindow): string {
  const [from, to] = [dayParts(window.from), dayParts(window.to)];
  if (from.year !== to.year || from.month !== to.month) return language.t('date.between', spanWords(language, window));
  return language.t('date.days', { from: String(from.dayOfMonth), to: formatDay(language, window.to) });
}

/** The days of the window: "Monday, 29 May 2023", "23–29 May 2023", "up to 29 May 2023". */
export function formatWindow(language: Language, { from, to }: DayWindow, size: WindowSize): string {
  if (size === 'all') return language.t('list.window.all', { to: dayWord(language, to) });
  return from === to ? formatDay(language, to, 'weekday') : formatSpan(language, { from, to });
}

/** A date as precisely as it is known: a day, a month, "by 27 November 2023", "21 November – 8 December 2023". */
export function formatDate(language: Language, date: UncertainDate, form?: GrammaticalForm): string {
  const { t } = language;
  if (date.approximate && !date.edtf.includes('/'))
    return t('date.about', { date: (wanted) => plainDate(language, date, wanted) });
  const text = plainDate(language, date, form);
  return date.uncertain ? t('date.uncertain', { date: text }) : text;
}

function plainDate(language: Language, date: UncertainDate, form?: GrammaticalForm): string {
  const { t } = language;
  const { earliest, latest } = date;
  if (!date.edtf.includes('/'))
    return earliest === null ? t('date.unstated') : formatDay(language, earliest, styleOf(date.edtf), form);
  const [from = '..', to = '..'] = date.edtf.split('/');
  if (earliest === null && latest === null) return t('date.unstated');
  if (earliest === null) return t('date.by', { to: endpoint(language, to, latest!) });
  if (latest === null) return t('date.from', { from: endpoint(language, from, earliest) });
  if (isPlainDay(from) && isPlainDay(to)) return formatSpan(language, { from: earliest, to: latest });
  return t('date.between', { from: endpoint(language, from, earliest), to: endpoint(language, to, latest) });
}

/** The precision in which an EDTF date without an interval is written. */
function styleOf(edtf: string): DayStyle {
  const { length } = edtf.replace(/[~?%]/g, '');
  return length === 4 ? 'year' : length === 7 ? 'month' : 'long';
}

const isPlainDay = (edtf: string) => /^\d{4}-\d\d-\d\d$/.test(edtf);

function endpoint(language: Language, edtf: string, day: Day): Inflected {
  const date = dayWord(language, day, styleOf(edtf));
  return /[~%]/.test(edtf) ? () => language.t('date.about', { date }) : date;
}

/** As `formatDate`; for an unknown day within a span it says so. */
export function formatEventDate(language: Language, date: UncertainDate, extent: Extent): string {
  const { earliest, latest } = date;
  if (extent === 'throughout' || earliest === null || latest === null || earliest === latest)
    return formatDate(language, date);
  if (!date.edtf.includes('/')) return language.t('date.in', { date: (form) => formatDate(language, date, form) });
  return language.t('date.within', spanWords(language, { from: earliest, to: latest }));
}

/** A word of a source, in the quotation marks of the language. */
export const quote = ({ t }: Language, text: string) => t('quote', { text });

/** "4,500". `decimals`: exactly that many. */
export const formatNumber = (language: Language, value: number, decimals?: number) =>
  numberText(language.locale, value, decimals);

/** "a, b and c". */
export const formatList = (language: Language, items: readonly string[]) => listText(language.locale, items);

type Stated = Pick<Quantity, 'bound' | 'value' | 'expressedAs'> & Partial<Pick<Quantity, 'lower' | 'upper'>>;

/**
 * A figure with its bound in words: "more than 4,500", "number not stated", "12 (8 to 15)" of a best estimate. An ambiguous one is quoted, since the number
 * alone would decide how it is read. The caller adds the unit.
 */
export function formatQuantity(language: Language, { bound, value, lower, upper, expressedAs }: Stated): string {
  if (bound === 'estimate') {
    const best = { value: value ?? '', from: lower ?? '', to: upper ?? '' };
    return language.t(lower === upper ? 'bound.exact' : 'bound.estimate', best);
  }
  const stated = bound === 'ambiguous' && expressedAs !== undefined ? quote(language, expressedAs) : (value ?? '');
  return language.t(`bound.${bound}`, { value: stated });
}

// A map: units are words of the data, and every object has a `constructor`.
const UNITS: ReadonlyMap<string, MessageKey> = new Map([
  ['ratio', 'unit.ratio'],
  ['percent', 'unit.percent'],
  ['hours', 'unit.hours'],
  ['months', 'unit.months'],
  ['years', 'unit.years']
]);

/** As `formatQuantity`, with the unit where the measure's label does not already say it: "about 5 hours". */
export function formatWithUnit(language: Language, quantity: Stated & Pick<Quantity, 'unit'>): string {
  const text = formatQuantity(language, quantity);
  const unit = UNITS.get(quantity.unit);
  return unit && quantity.value !== null ? language.t(unit, { value: text, n: quantity.value }) : text;
}

/** "30", "30 to 93", "at least 2", or "number not stated"; "about 30" where an end is only roughly so. */
export function formatRange(
  language: Language,
  lower: number | null,
  upper: number | null,
  about = { lower: false, upper: false }
): string {
  const { t } = language;
  const end = (value: number, roughly: boolean) => t(roughly ? 'bound.approximately' : 'bound.exact', { value });
  if (lower === null) return upper === null ? t('bound.unspecified') : t('bound.at_most', { value: upper });
  if (upper === null) return t('range.atLeast', { from: lower });
  if (lower === upper) return end(lower, about.lower && about.upper);
  return t('range.between', { from: end(lower, about.lower), to: end(upper, about.upper) });
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

/** Where a claim stands: "BlazeTrends, line 5", "UCDP GED, row 17". */
export function formatClaimPlace({ t }: Language, index: DatasetIndex, { article, locator }: Claim): string {
  const publisher = index.articles.get(article)?.publisher ?? '';
  return t(isRow(locator) ? 'claim.where.row' : 'claim.where', { publisher, n: lineOf(locator) });
}
