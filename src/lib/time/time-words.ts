import { formatDay, formatEventDate, formatList, formatQuantity } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Codes } from '../model/dataset.ts';
import { dayParts, type Day } from '../model/day.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import type { StoryEvent } from '../model/scene.ts';
import type { DayWindow } from '../model/time.ts';
import type { WindowPreset } from '../model/view.ts';
import type { TroopState } from '../model/troops.ts';

/** Two days; the year of the first only if it differs: "31 May and 1 September 2023". */
function bothDays(language: Language, before: Day, after: Day): string {
  const sameYear = dayParts(before).year === dayParts(after).year;
  return language.t('time.coverage.both', {
    before: formatDay(language, before, sameYear ? 'short' : 'long'),
    after: formatDay(language, after)
  });
}

/** The size of the window in words: `all` is "the year so far" where the data are about one year. */
export function windowLabel({ t }: Language, domain: DayWindow, size: WindowPreset): string {
  const oneYear = dayParts(domain.from).year === dayParts(domain.to).year;
  return t(size === 'all' && oneYear ? 'time.window.year' : `time.window.${size}`);
}

/** More are no line to read. */
const MOST_PUBLISHERS = 12;

/** Which articles describe the window, or that none does, with the nearest days that one reports on. */
export function coverageLine(language: Language, index: DatasetIndex, coverage: Coverage, window: DayWindow): string {
  const { t } = language;
  const oneDay = window.from === window.to;
  if (coverage.articles.length > 0) {
    // Of thousands of articles most have a publisher in common.
    const publishers = [...new Set(coverage.articles.map((id) => index.articles.get(id)?.publisher ?? id))];
    const named =
      publishers.length > MOST_PUBLISHERS
        ? t('support.articles', { n: coverage.articles.length })
        : formatList(language, publishers);
    return t(oneDay ? 'time.coverage.day' : 'time.coverage.days', { publishers: named });
  }
  const none = t(oneDay ? 'time.coverage.noneDay' : 'time.coverage.noneDays');
  const { before, after } = coverage;
  if (before === null && after === null) return t('time.coverage.none', { none });
  const days =
    before !== null && after !== null ? bothDays(language, before, after) : formatDay(language, (before ?? after)!);
  return t('time.coverage.nearest', { none, days });
}

/** The accessible name of an event's mark: title, date, kind, presence, and whether it was only planned. */
export function eventName(language: Language, codes: Codes, { event, presence }: StoryEvent): string {
  const { t } = language;
  const params = {
    title: event.title,
    date: formatEventDate(language, event.date, event.extent),
    kind: labelOf(codes, 'kinds', event.kind)
  };
  const name = t('time.event.name', { ...params, presence: t(`presence.${presence}`) });
  return event.planned ? t('time.event.planned', { name, planned: t('badge.planned') }) : name;
}

/** The total on a day in one phrase: stated on it, stated earlier, or not stated so far. */
export function stockLine(language: Language, troops: TroopState | null): string {
  const { t } = language;
  if (!troops?.stock) return t('time.stock.none');
  const { statement, ageDays } = troops.stock;
  const total = formatQuantity(language, statement.quantity);
  return ageDays === 0 ? t('time.stock.today', { total }) : t('time.stock.ago', { n: ageDays, total });
}
