import { passage, soundText, type Texts } from './article-text.ts';
import type { ClaimEntry, Geodata } from './authored.ts';
import type { Problem } from './problems.ts';
import { sources } from './translation-gaps.ts';

// What an editor should look at because of what has changed since the last commit. All of it is about two folders of data.

/** Changed data has a version of its own: citations carry it. */
export function versionIsRaised(before: Geodata, now: Geodata): Problem[] {
  const [old, today] = [before.info?.item.version, now.info?.item.version];
  if (old === undefined || today === undefined || !now.info || isLater(today, old)) return [];
  if (today === old && contentOf(before) === contentOf(now)) return [];
  const found =
    today === old
      ? `the data has changed since the last commit, which has the version ${old} too`
      : `${today} is before ${old}`;
  const place = { rule: 'G01', file: now.info.file, path: 'version' };
  return [{ ...place, found, advice: 'raise the version', severity: 'warning' }];
}

function isLater(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

function contentOf(data: Geodata): string {
  return JSON.stringify(data.files.map(({ item }) => item));
}

/** Articles that the data did not have, by id. */
export function newArticles(before: Geodata, now: Geodata): string[] {
  const old = new Set(before.articles.map(({ item }) => item.id));
  return now.articles.map(({ item }) => item.id).filter((id) => !old.has(id));
}

/** A sentence counts articles, or says that none or only some have something. */
const COUNTS =
  'no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|both|only|single|another|others?|further';
const COUNTS_ARTICLES = new RegExp(
  `\\b(?:${COUNTS})(?: [\\p{L}’-]+){0,2} (?:articles?|sources?)\\b|\\barticles?(?: \\p{L}+){0,2} (?:only|alone|nothing|nowhere)\\b`,
  'iu'
);

export type Sentence = { key: string; text: string };

/**
 * Texts that may have become false with a new article and were not changed with it: those that count articles, or say that
 * none has something, of the data set and of events which a claim of the article has joined.
 */
export function sentencesToReread(before: Geodata, now: Geodata): Sentence[] {
  const added = new Set(newArticles(before, now));
  if (added.size === 0) return [];
  const isTouched = touchedBy(now, added);
  const old = sources(before);
  return [...(sources(now) ?? [])].flatMap(([key, text]): Sentence[] => {
    const [kind, id] = key.split('/') as [string, string];
    if (old?.get(key) !== text || !isTouched(kind, id)) return [];
    const sentences = text.split(/(?<=[.;])\s+/).filter((each) => COUNTS_ARTICLES.test(each));
    return sentences.map((sentence) => ({ key, text: sentence }));
  });
}

/** Whether a thing speaks of the whole data set, or of an event that one of the articles has joined. */
function touchedBy(data: Geodata, articles: ReadonlySet<string>): (kind: string, id: string) => boolean {
  const own = new Set(data.claims.filter(({ article }) => articles.has(article.item.id)).map(({ item }) => item.id));
  const events = data.events.map(({ item }) => item).filter(({ claims }) => claims.some(({ id }) => own.has(id)));
  const claims = new Set(events.flatMap((event) => event.claims.map(({ id }) => id)));
  const relations = data.relations.map(({ item }) => item);
  const places = events.flatMap((event) => event.places.map(({ ref }) => ref));
  const touched: Record<string, Set<string>> = {
    events: new Set(events.map(({ id }) => id)),
    relations: new Set(
      relations.filter((one) => [...one.claims, ...one.with].some((id) => claims.has(id))).map(({ id }) => id)
    ),
    sites: new Set(places),
    areas: new Set(places)
  };
  return (kind, id) => kind === 'info' || (touched[kind]?.has(id) ?? false);
}

/** Claims that are new, or whose words or locator have changed, each with its passage. */
export function changedPassages(before: Geodata, now: Geodata, texts: Texts): { claim: ClaimEntry; passage: string }[] {
  const essence = ({ item }: ClaimEntry): string => JSON.stringify([item.what, item.locator]);
  const old = new Map(before.claims.map((claim) => [claim.item.id, essence(claim)]));
  return now.claims.flatMap((claim) => {
    const text = soundText(texts, claim.article.item.id);
    if (text === undefined || old.get(claim.item.id) === essence(claim)) return [];
    return [{ claim, passage: passage(claim, text) }];
  });
}
