import { formatDay } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { dayOf } from '../model/day.ts';
import type { RecordPage } from '../model/record-pages.ts';

/** What a page of the record is about: "2014", "March 2014", "March 2014, part 2". */
export function periodWords(language: Language, { period, part }: Pick<RecordPage, 'period' | 'part'>): string {
  const words = period === null ? language.t('record.undated') : wordsOf(language, period);
  return part === null ? words : language.t('record.part', { period: words, n: String(part) });
}

function wordsOf(language: Language, { year, month }: NonNullable<RecordPage['period']>): string {
  return month === null ? String(year) : formatDay(language, dayOf(year, month, 1)!, 'month');
}
