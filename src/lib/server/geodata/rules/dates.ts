import { isoDay, parseDay } from '../../../model/day.ts';
import { softBounds, type DayWindow } from '../../../model/time.ts';
import type { Geodata } from '../authored.ts';
import { dateOf, parseEdtf } from '../edtf.ts';
import type { Finding } from './rule.ts';

type Field = { at: Finding['at']; below: string; text: string };

/** V07 and V08: dates are EDTF of the profile, days are calendar days, and no interval ends before it starts. */
export function* datesParse(data: Geodata, rule: 'V07' | 'V08'): Iterable<Finding> {
  for (const { at, below, text } of edtfFields(data)) {
    const result = parseEdtf(text);
    if (!result.ok && result.rule === rule) yield { at, below, found: result.found, advice: result.advice };
  }
  if (rule === 'V08') return;
  for (const { at, below, text } of dayFields(data)) {
    if (parseDay(text) === null)
      yield { at, below, found: `${quote(text)} is not a calendar day`, advice: '(e.g. 2023-05-29)' };
  }
}

function* edtfFields(data: Geodata): Iterable<Field> {
  for (const { item, ...at } of data.articles) {
    yield { at, below: 'reported.edtf', text: item.reported.edtf };
    yield { at, below: 'published.edtf', text: item.published.edtf };
  }
  for (const { item, ...at } of data.claims) {
    yield { at, below: 'date.edtf', text: item.date.edtf };
    yield { at, below: 'saidOn', text: item.saidOn };
  }
  for (const { item, ...at } of data.events) yield { at, below: 'date.edtf', text: item.date.edtf };
  for (const { item, ...at } of data.external) if (item.date !== null) yield { at, below: 'date', text: item.date };
}

function* dayFields(data: Geodata): Iterable<Field> {
  if (data.info !== null) {
    const { item, ...at } = data.info;
    yield { at, below: 'domain.from', text: item.domain.from };
    yield { at, below: 'domain.to', text: item.domain.to };
    yield { at, below: 'firstView.day', text: item.firstView.day };
    for (const [index, { from, to }] of (item.parts ?? []).entries()) {
      yield { at, below: `parts[${index}].from`, text: from };
      yield { at, below: `parts[${index}].to`, text: to };
    }
  }
  for (const { item, ...at } of data.articles)
    if (item.crawled !== null) yield { at, below: 'crawled', text: item.crawled };
  for (const { item, ...at } of data.story) yield { at, below: 'day', text: item.day };
  if (data.troops === null) return;
  const { item, ...at } = data.troops;
  for (const [index, { notBefore }] of item.flows.entries()) {
    if (notBefore !== null) yield { at, below: `flows[${index}].notBefore.day`, text: notBefore.day };
  }
}

/** Kinds of statement that may speak of what is still to come. */
const AHEAD = new Set(['planned', 'under_consideration', 'conditional']);

/** V09: nothing is reported as done that began after the article was published. */
export function* claimsPrecedePublication(data: Geodata): Iterable<Finding> {
  for (const { item, article, ...at } of data.claims) {
    const date = dateOf(item.date.edtf);
    const published = dateOf(article.item.published.edtf);
    if (date === null || published === null || AHEAD.has(item.modality)) continue;
    if (softBounds(date).earliest <= softBounds(published).latest) continue;
    const found = `${quote(item.date.edtf)} is after publication (${article.item.published.edtf}) but the modality is ${quote(item.modality)}`;
    yield { at, below: 'date.edtf', found, advice: 'correct the date, or mark the claim as "planned"' };
  }
}

/** V10: nothing was said after the article was published. */
export function* saidBeforePublication(data: Geodata): Iterable<Finding> {
  for (const { item, article, ...at } of data.claims) {
    const said = dateOf(item.saidOn);
    const published = dateOf(article.item.published.edtf);
    if (said === null || published === null) continue;
    if ((said.latest ?? Infinity) <= softBounds(published).latest) continue;
    const found = `said ${item.saidOn}, which may be after publication (${article.item.published.edtf})`;
    yield { at, below: 'saidOn', found, advice: 'end it no later than the publication' };
  }
}

/** Days between what an article reports and its publication; more is probably a slip of the month or year. */
const MOST_DAYS_BETWEEN = 31;

/** V67 (warning): what an article reports was current within a month of its publication. */
export function* reportedNearPublication(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.articles) {
    const [reported, published] = [dateOf(item.reported.edtf), dateOf(item.published.edtf)];
    if (reported === null || published === null) continue;
    const [a, b] = [softBounds(reported), softBounds(published)];
    if (Math.max(a.earliest - b.latest, b.earliest - a.latest) <= MOST_DAYS_BETWEEN) continue;
    const found = `reported ${item.reported.edtf}, more than a month from publication (${item.published.edtf})`;
    yield { at, below: 'reported.edtf', found, advice: 'correct one of the two', warning: true };
  }
}

/** V11: every date says what it rests on. */
export function* datesHaveBasis(data: Geodata): Iterable<Finding> {
  const dated = [
    ...data.claims.map(({ item, ...at }) => ({ at, below: 'date.basis', basis: item.date.basis })),
    ...data.events.map(({ item, ...at }) => ({ at, below: 'date.basis', basis: item.date.basis })),
    ...data.articles.map(({ item, ...at }) => ({ at, below: 'published.basis', basis: item.published.basis }))
  ];
  for (const { at, below, basis } of dated) {
    if (basis.trim() !== '') continue;
    yield {
      at,
      below,
      found: 'the basis is empty',
      advice: 'say what the date rests on; a relative date names its anchor'
    };
  }
}

/** V12: the day a copy was stored is no date of anything it reports. */
export function* crawlDateIsNoDate(data: Geodata): Iterable<Finding> {
  for (const { item: article, ...at } of data.articles) {
    if (article.crawled === null) continue;
    const own: Field[] = [
      { at, below: 'reported.edtf', text: article.reported.edtf },
      { at, below: 'published.edtf', text: article.published.edtf }
    ];
    const claims = data.claims.filter((claim) => claim.article.item === article);
    const fields = claims.flatMap(({ item, ...claimAt }): Field[] => [
      { at: claimAt, below: 'date.edtf', text: item.date.edtf },
      { at: claimAt, below: 'saidOn', text: item.saidOn }
    ]);
    for (const field of [...own, ...fields]) {
      if (!field.text.includes(article.crawled)) continue;
      const found = `${quote(field.text)} is the day the copy of ${article.id} was stored`;
      yield { at: field.at, below: field.below, found, advice: 'date it from the content of the article' };
    }
  }
}

/** The days of the time line; `null` where they are not sound: V38 reports one that ends before it starts. */
export function domainOf(data: Geodata): DayWindow | null {
  const from = parseDay(data.info?.item.domain.from ?? '');
  const to = parseDay(data.info?.item.domain.to ?? '');
  return from === null || to === null || from > to ? null : { from, to };
}

/** V37: an event touches the time line; one that nobody can ever see is a slip of the year. */
export function* eventsAreInDomain(data: Geodata): Iterable<Finding> {
  const domain = domainOf(data);
  if (domain === null) return;
  for (const { item, ...at } of data.events) {
    const date = dateOf(item.date.edtf);
    if (date === null) continue;
    const { earliest, latest } = softBounds(date);
    if (earliest <= domain.to && latest >= domain.from) continue;
    const days = `${isoDay(domain.from)} to ${isoDay(domain.to)}`;
    yield {
      at,
      below: 'date.edtf',
      found: `${quote(item.date.edtf)} lies outside the time line, ${days}`,
      advice: 'correct the year, or the domain in dataset.json'
    };
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}
