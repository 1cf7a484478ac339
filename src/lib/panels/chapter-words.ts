import { dayWord, formatDay } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { addDays, dayParts } from '../model/day.ts';
import type { Chapter } from '../model/dataset.ts';
import type { DayWindow } from '../model/time.ts';
import { windowOf } from '../model/view.ts';

/** The days of a chapter, in little room: "29 May", "April 2023", "24–29 Sept", or the year where all are shown. */
export function chapterDays(language: Language, chapter: Chapter, domain: DayWindow): string {
  const { from, to } = windowOf(chapter, domain);
  const [first, last, after] = [dayParts(from), dayParts(to), dayParts(addDays(to, 1))];
  if (from === to) return formatDay(language, to, 'short');
  if (chapter.window === 'all') return formatDay(language, to, 'year');
  if (first.year !== last.year || first.month !== last.month)
    return language.t('date.between', { from: dayWord(language, from, 'short'), to: dayWord(language, to, 'short') });
  if (first.dayOfMonth === 1 && after.dayOfMonth === 1) return formatDay(language, to, 'month');
  return language.t('date.days', { from: String(first.dayOfMonth), to: formatDay(language, to, 'short') });
}

/** The articles of a chapter’s claims in the order of its claims, each with the places of its claims in that order. */
export function chapterSources(claims: readonly { id: string; article: string }[]): Map<string, number[]> {
  const sources = new Map<string, number[]>();
  for (const [position, { article }] of claims.entries())
    sources.set(article, [...(sources.get(article) ?? []), position]);
  return sources;
}
