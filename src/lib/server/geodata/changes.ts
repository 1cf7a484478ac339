import { passage, soundText, type Texts } from './article-text.ts';
import type { ClaimEntry, Geodata } from './authored.ts';
import type { Problem } from './problems.ts';
import { sentencesOnArticles } from './sentences-on-articles.ts';
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

export type Sentence = { key: string; text: string };

/**
 * Texts that may have become false with a new article and were not changed with it: those that count articles, or say that
 * none has something, of the data set and of events which a claim of the article has joined.
 */
export function sentencesToReread(before: Geodata, now: Geodata): Sentence[] {
  const added = new Set(newArticles(before, now));
  if (added.size === 0) return [];
  const own = new Set(now.claims.filter(({ article }) => added.has(article.item.id)).map(({ item }) => item.id));
  const joined = now.events.filter(({ item }) => item.claims.some(({ id }) => own.has(id)));
  const touched = new Set(joined.map(({ item }) => item.id));
  const old = sources(before);
  const whole = sources(now);
  return sentencesOnArticles(now).flatMap(({ key, text, events }): Sentence[] => {
    if (old?.get(key) !== whole?.get(key)) return [];
    return events === null || events.some((id) => touched.has(id)) ? [{ key, text }] : [];
  });
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
