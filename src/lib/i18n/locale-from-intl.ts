import type { DayStyle, Locale } from './locale.ts';
import { MONTH_FORMS } from './month-forms.ts';

const STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short' },
  year: { year: 'numeric' }
} as const satisfies Record<DayStyle, Intl.DateTimeFormatOptions>;

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1));
/** 29 May 2023 was a Monday. */
const WEEK = Array.from({ length: 7 }, (_, at) => Date.UTC(2023, 4, 29 + at));

/** Day format, always in UTC: a day is a label, and local time would move 1 May to 30 April west of Greenwich. */
export const intlDay = (tag: string, style: DayStyle) =>
  new Intl.DateTimeFormat(tag, { ...STYLES[style], timeZone: 'UTC' });

/**
 * The formatting tables of a language, from `Intl` at build. Throws where `Intl` has no data of the language and would
 * use another language instead.
 */
export function localeFromIntl(tag: string): Locale {
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0)
    throw new Error(`this Node has no data of the language ${tag}: build with one that has full ICU data`);
  const part = (style: DayStyle, type: Intl.DateTimeFormatPartTypes, ms: number) =>
    intlDay(tag, style)
      .formatToParts(ms)
      .find((each) => each.type === type)!.value;
  const pattern = (style: DayStyle) =>
    intlDay(tag, style)
      .formatToParts(WEEK[0])
      .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
      .join('');
  const number = (value: number) => new Intl.NumberFormat(tag).formatToParts(value);
  const sign = (type: Intl.NumberFormatPartTypes) => number(12345.5).find((each) => each.type === type)?.value ?? '';
  const [, comma, , and] = new Intl.ListFormat(tag, { type: 'conjunction' })
    .formatToParts(['a', 'b', 'c'])
    .map(({ value }) => value);
  return {
    days: Object.fromEntries(
      (Object.keys(STYLES) as DayStyle[]).map((style) => [style, pattern(style)])
    ) as Locale['days'],
    months: {
      long: MONTHS.map((ms) => part('long', 'month', ms)),
      short: MONTHS.map((ms) => part('short', 'month', ms))
    },
    forms: MONTH_FORMS[tag] ?? {},
    weekdays: WEEK.map((ms) => part('weekday', 'weekday', ms)),
    decimal: sign('decimal'),
    group: sign('group'),
    groupFrom: number(1234).some(({ type }) => type === 'group') ? 4 : 5,
    list: { comma: comma!, and: and! }
  };
}
