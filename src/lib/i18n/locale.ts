/*
 * How a language writes days, numbers and lists, as tables that are made at build (`locale-from-intl.ts`) and shipped
 * with the messages. Not `Intl` in the browser: Chromium has no Albanian and uses English instead, but the text of a
 * page must be the same before and after hydration.
 */

export type DayStyle = 'long' | 'weekday' | 'short' | 'month' | 'monthShort' | 'year';

export type Locale = {
  /** `{day}. {month} {year}.`; `{weekday}` where it is named. */
  days: Record<DayStyle, string>;
  /** January first. `short`: of the styles `short` and `monthShort`. */
  months: { long: string[]; short: string[] };
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

export function dayText(locale: Locale, { year, month, dayOfMonth, weekday }: DayParts, style: DayStyle): string {
  const months = style === 'short' || style === 'monthShort' ? locale.months.short : locale.months.long;
  const values: Record<string, string> = {
    day: String(dayOfMonth),
    month: months[month - 1]!,
    year: String(year),
    weekday: locale.weekdays[weekday - 1]!
  };
  return locale.days[style].replace(/\{(\w+)\}/g, (_whole, part: string) => values[part]!);
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
