// Dates as they stand in English, the language that the data is written in.

/** January first. */
export const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December']
];

/** `Jan`, `Feb` … */
export const SHORT_MONTHS: readonly string[] = MONTHS.map((name) => name.slice(0, 3));

/** A number in digits that may be a year. */
export const YEAR = /^(?:1\d|20)\d\d$/;

/** Monday first, as `dayParts` counts them. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday'
];
