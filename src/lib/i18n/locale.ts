/*
 * How a language writes days, numbers and lists, as tables that are made at build (`locale-from-intl.ts`) and shipped
 * with the messages. Not `Intl` in the browser: Chromium has no Albanian and uses English instead, but the text of a
 * page must be the same before and after hydration.
 */

export type DayStyle = 'long' | 'weekday' | 'short' | 'month' | 'monthShort' | 'year';

/** A form of a word that a message may ask for, as `{day:genitive}`: "do 29. maja", "nga 24 shtatori". */
export type GrammaticalForm = 'genitive' | 'definite';

/** January first. `short`: of the styles `short` and `monthShort`. */
export type Months = { long: string[]; short: string[] };

export type Locale = {
  /** `{day}. {month} {year}.`; `{weekday}` where it is named. */
  days: Record<DayStyle, string>;
  months: Months;
  /** The months in other forms; a form that the language does not have is that of `months`. */
  forms: Partial<Record<GrammaticalForm, Months>>;
  /** Monday first. */
  weekdays: string[];
  decimal: string;
  group: string;
  /** From how many digits before the decimal sign they are grouped. */
  groupFrom: number;
  /** Separators between the items of a list, and before the last one. */
  list: { comma: string; and: string };
};

/** A day by its calendar parts: `month` 1 to 12, `weekday` 1 (Monday) to 7. */
export type DayParts = { year: number; month: number; dayOfMonth: number; weekday: number };

const monthsOf = ({ months, forms }: Locale, form?: GrammaticalForm) => (form && forms[form]) ?? months;

function filled(locale: Locale, pattern: string, parts: DayParts, months: string[]): string {
  const values: Record<string, string> = {
    day: String(parts.dayOfMonth),
    month: months[parts.month - 1]!,
    year: String(parts.year),
    weekday: locale.weekdays[parts.weekday - 1]!
  };
  return pattern.replace(/\{(\w+)\}/g, (_whole, part: string) => values[part]!);
}

export function dayText(locale: Locale, parts: DayParts, style: DayStyle, form?: GrammaticalForm): string {
  const { long, short } = monthsOf(locale, form);
  return filled(locale, locale.days[style], parts, style === 'short' || style === 'monthShort' ? short : long);
}

/**
 * The first day of a span, without the month and year that it shares with the last: "23" of "23 to 29 May 2023". Whole
 * in a language that does not write the day first.
 */
export function spanStartText(locale: Locale, from: DayParts, to: DayParts, form?: GrammaticalForm): string {
  const pattern = locale.days.long;
  const dayFirst = /^\{day\}\W+\{month\}\W+\{year\}/.test(pattern);
  if (!dayFirst || from.year !== to.year) return dayText(locale, from, 'long', form);
  const shared = from.month === to.month ? '{month}' : '{year}';
  return filled(locale, pattern.slice(0, pattern.indexOf(shared)).trimEnd(), from, monthsOf(locale, form).long);
}

/** `decimals`: exactly that many; without it at most three, and no more than the number has. */
export function numberText({ decimal, group, groupFrom }: Locale, value: number, decimals?: number): string {
  const [whole, fraction] = (
    decimals === undefined ? String(Math.round(value * 1000) / 1000) : value.toFixed(decimals)
  ).split('.') as [string, string?];
  const digits = whole.replace('-', '').length;
  const grouped = digits >= groupFrom ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return fraction ? grouped + decimal + fraction : grouped;
}

/** "a, b and c". */
export function listText({ list }: Locale, items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return items.slice(0, -1).join(list.comma) + list.and + last;
}
