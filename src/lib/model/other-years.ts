import { readQuery, SELECTION_TYPES } from './url.ts';

/** Keys of an address that other years of the data do not have, or that mean something else there. */
const OF_THESE_YEARS = ['day', 'window', 'chapter', 'asof', ...SELECTION_TYPES, 'without', 'axis', 'v'];

/** “1990”, or “1990–1994”: the years of days, `YYYY-MM-DD`. */
export function yearsOf({ from, to }: { from: string; to: string }): string {
  return [...new Set([from, to].map((day) => day.replace(/-\d\d-\d\d$/, '')))].join('–');
}

/**
 * The query of an address as it holds for other years of the data too: kinds that are hidden, the form of names, and how an
 * embed is shown. `search`: with or without its `?`.
 */
export function queryForOtherYears(search: string): string {
  const query = readQuery(search);
  for (const key of OF_THESE_YEARS) query.delete(key);
  return query.toString();
}
