import type { Chapter } from '../../../model/dataset.ts';
import { dayParts, parseDay, type Day } from '../../../model/day.ts';
import { presenceIn, type DayWindow } from '../../../model/time.ts';
import { parseWindow, WINDOW_PRESETS, windowOf } from '../../../model/view.ts';
import type { AuthoredChapter, ClaimEntry, Geodata } from '../authored.ts';
import { boundBefore } from '../bound-words.ts';
import { figuresOf, numbersInNames, type Figure } from '../claim-figures.ts';
import { dateOf } from '../edtf.ts';
import { MONTHS, YEAR } from '../english-dates.ts';
import { numbersIn, type WrittenNumber } from '../numbers-in-text.ts';
import { didYouMean, pathText } from '../problems.ts';
import type { Finding } from './rule.ts';
import { domainOf } from './dates.ts';
import { boxProblem } from './info.ts';

/** Fields of a chapter that readers read. */
const TEXTS = ['title', 'text'] as const;

/** V72: a chapter shows days of the time line, what exists, and a place on Earth. */
export function* chaptersShowWhatExists(data: Geodata): Iterable<Finding> {
  const domain = domainOf(data);
  for (const { item, ...at } of data.story) {
    const { day, window, selection, bounds } = item;
    const last = parseDay(day);
    if (domain && last !== null && (last < domain.from || last > domain.to)) {
      yield { at, below: 'day', found: `${quote(day)} lies outside the time line`, advice: 'choose a day in it' };
    }
    const size = parseWindow(window);
    if (size === null)
      yield {
        at,
        below: 'window',
        found: `${quote(window)} is no window`,
        advice: `write ${WINDOW_PRESETS.join(', ')}, or the first day of a range`
      };
    else if (
      typeof size === 'number' &&
      (size >= (last ?? Infinity) || (domain && (size <= domain.from || size > domain.to)))
    )
      yield {
        at,
        below: 'window',
        found: `no range of the time line starts on ${window} and ends on ${day}`,
        advice:
          'write a day between its first and that of the chapter; “day” for one day, “all” for the whole time line'
      };
    const ids = selection ? idsOf(data, selection.type) : null;
    if (selection && ids && !ids.has(selection.id)) {
      const found = `no ${selection.type} ${quote(selection.id)}`;
      yield { at, below: 'selection.id', found, advice: didYouMean(selection.id, ids) };
    }
    const wrong = bounds ? boxProblem(bounds) : null;
    if (wrong !== null) yield { at, below: 'bounds', ...wrong };
  }
}

/** Ids of a kind; `null` where a file could not be read: an unknown id then proves nothing. */
function idsOf(data: Geodata, type: NonNullable<Chapter['selection']>['type']): ReadonlySet<string> | null {
  if (type === 'article') return data.whole ? new Set(data.articles.map(({ item }) => item.id)) : null;
  if (type === 'site' || type === 'area') {
    const features = type === 'site' ? data.sites : data.areas;
    return data.whole ? new Set(features.map(({ item }) => item.properties.id)) : null;
  }
  const { ids, complete } = data.known[type];
  return complete ? ids : null;
}

/** V73: an event that a chapter opens is in its window, and the caption leads to one of its claims. */
export function* chaptersShowTheirEvents(data: Geodata): Iterable<Finding> {
  const events = new Map(data.events.map(({ item }) => [item.id, item]));
  for (const { item, ...at } of data.story) {
    const event = item.selection?.type === 'event' ? events.get(item.selection.id) : undefined;
    const shown = shownBy(data, item);
    const date = event && dateOf(event.date.edtf);
    if (!event || !date || !shown) continue;
    const below = 'selection.id';
    if (presenceIn(date, event.extent, shown) === 'absent')
      yield {
        at,
        below,
        found: `${quote(event.id)} (${date.edtf}) is not in the days that the chapter shows`,
        advice: 'correct day or window'
      };
    if (!event.claims.some(({ id }) => item.claims.includes(id)))
      yield {
        at,
        below,
        found: `no claim of ${quote(event.id)} is named`,
        advice: 'name one in claims, or open another'
      };
  }
}

const MOST_WORDS = 40;

/** V74: captions say something, in 40 words at most, in every language. */
export function* captionsAreShort(data: Geodata): Iterable<Finding> {
  const captions = [
    ...data.story.flatMap(({ item, ...at }) => TEXTS.map((field) => ({ at, below: field, text: item[field] }))),
    ...data.texts.flatMap(({ item, ...at }) =>
      Object.entries(item)
        .filter(([key]) => /^story\/[^/]+\/text$/.test(key))
        .map(([key, { text }]) => ({ at, below: `${pathText([key])}.text`, text }))
    )
  ];
  for (const { at, below, text } of captions) {
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (words === 0) yield { at, below, found: 'it is empty', advice: 'say what the moment is' };
    if (words <= MOST_WORDS) continue;
    yield { at, below, found: `it has ${words} words`, advice: `say it in ${MOST_WORDS} at most` };
  }
}

/** `29 May`, `27–28 November 2023`. */
const DATE = new RegExp(`(?<!\\d)(\\d{1,2})(?:[–-](\\d{1,2}))? (${MONTHS.join('|')})\\b(?: (\\d{4}))?`, 'g');

/** V75: a number in a chapter is a figure of a claim that it names, with the same bound. */
export function* captionNumbersAreFigures(data: Geodata): Iterable<Finding> {
  const named = numbersInNames(data);
  for (const { chapter, claims, at, below, text } of chapterTexts(data)) {
    const figures = claims.flatMap(({ item }) => [
      ...figuresOf(item),
      ...named(item).map((value): Figure => ({ value, bound: 'exact' }))
    ]);
    const years = new Set(daysOf(data, chapter, claims).map((day) => dayParts(day).year));
    // A date is no figure (V76).
    const plain = text.replace(DATE, (date) => '·'.repeat(date.length));
    for (const number of numbersIn(plain)) {
      if (!number.inWords && YEAR.test(number.written) && years.has(number.value)) continue;
      const same = figures.filter(({ value }) => value === number.value);
      const said: readonly string[] = boundBefore(plain.slice(0, number.at))?.bounds ?? ['exact'];
      if (same.some(({ bound }) => said.includes(bound))) continue;
      yield { at, below, ...wrongNumber(number, figures, same[0]) };
    }
  }
}

function wrongNumber({ written }: WrittenNumber, figures: readonly Figure[], same: Figure | undefined) {
  const known = [...new Set(figures.map(({ value }) => value))].sort((a, b) => a - b).join(', ');
  if (same) {
    const bound = same.bound.replaceAll('_', ' ');
    return {
      found: `“${written}” stands there without its bound`,
      advice: `the claim says ${bound}: say so before it`
    };
  }
  return {
    found: `“${written}” is no figure of the claims that it names`,
    advice:
      known === '' ? 'name the claim that has it' : `correct it, or name the claim that has it; there are ${known}`
  };
}

/** V76: a day in a chapter is its own, or one on which a claim that it names ends, begins, was said or was printed. */
export function* captionDatesAreOfClaims(data: Geodata): Iterable<Finding> {
  for (const { chapter, claims, at, below, text } of chapterTexts(data)) {
    const known = daysOf(data, chapter, claims).map(dayParts);
    for (const [written, first, last, month, year] of text.matchAll(DATE)) {
      const isKnown = (dayOfMonth: string) =>
        known.some(
          (day) =>
            day.dayOfMonth === Number(dayOfMonth) &&
            day.month === MONTHS.indexOf(month!) + 1 &&
            (year === undefined || day.year === Number(year))
        );
      if ([first!, ...(last ? [last] : [])].every(isKnown)) continue;
      const found = `“${written}” is no date of the claims that it names`;
      yield { at, below, found, advice: 'correct it, or name the claim of that day' };
    }
  }
}

/** Days that a chapter may name: its own, and the bounds of its claims’ dates, of when they were said and printed. */
function daysOf(data: Geodata, chapter: AuthoredChapter, claims: readonly ClaimEntry[]): Day[] {
  const dates = claims.flatMap(({ item, article }) => [
    dateOf(item.date.edtf),
    dateOf(item.saidOn),
    dateOf(article.item.published.edtf)
  ]);
  const shown = shownBy(data, chapter);
  const days = [...dates.flatMap((date) => [date?.earliest, date?.latest]), shown?.from, shown?.to];
  return days.filter((day): day is Day => day !== null && day !== undefined);
}

/** Titles and captions with the claims they rest on; none where one is missing or set aside: it may have the number. */
function* chapterTexts(data: Geodata) {
  const byId = new Map(data.claims.map((claim) => [claim.item.id, claim]));
  for (const { item: chapter, ...at } of data.story) {
    const claims = chapter.claims.map((id) => byId.get(id)).filter((claim) => claim !== undefined);
    if (claims.length < chapter.claims.length) continue;
    for (const below of TEXTS) yield { chapter, claims, at, below, text: chapter[below] };
  }
}

/** The days that a chapter shows; `null` where day, window or time line are not sound. */
function shownBy(data: Geodata, chapter: AuthoredChapter): DayWindow | null {
  const day = parseDay(chapter.day);
  const window = parseWindow(chapter.window);
  const domain = domainOf(data);
  return day === null || window === null || domain === null ? null : windowOf({ day, window }, domain);
}

const quote = (text: string) => JSON.stringify(text);
