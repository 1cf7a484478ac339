import type { AuthoredArticle } from '../../../lib/server/geodata/authored.ts';
import { freeId } from '../../data-folder/slug.ts';
import { isObject, valueAt } from './json-edit.ts';
import type { Draft, DraftClaim } from '../draft.ts';

/** The id of an article: its publisher, without the ending of an address, and its day (2031-05-13). */
export function articleId(publisher: string, day: string, taken: Iterable<string>): string {
  const name = publisher.replace(/^(?:www|en)\.|\.[a-z]{2,6}$/gi, '').replace(/^the /i, '');
  return freeId(`${name} ${day}`, taken);
}

/** The next of numbered ids: `r28` after `r27`. */
export function nextNumbered(prefix: string, taken: Iterable<string>): string {
  const numbers = [...taken].flatMap((id) =>
    id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length)) ? [Number(id.slice(prefix.length))] : []
  );
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/**
 * The ids of the draft’s claims, by their keys: a published claim keeps its own; new ones are numbered on in the order of
 * the text, after all that any article of the same word has.
 */
export function claimIds(files: ReadonlyMap<string, string>, draft: Draft): Map<string, string> {
  const published = new Map(
    [...files]
      .filter(([name]) => name.startsWith('articles/'))
      .map(([name, text]) => [name, claimsOf(text).map(({ id }) => id)])
  );
  const own = new Set(published.get(articleFile(draft.id)));
  const prefix = `${draft.id.replace(/-\d{4}(?:-\d{2}){0,2}(?:-\d+)?$/, '')}-`;
  const taken = [...published.values()].flat();
  const ids = new Map<string, string>();
  for (const { key } of inTextOrder(draft.claims)) {
    const id = own.has(key) ? key : nextNumbered(prefix, taken);
    if (!own.has(key)) taken.push(id);
    ids.set(key, id);
  }
  return ids;
}

/** The ids of the draft’s relations, in their order: the next that are free. */
export function relationIds(files: ReadonlyMap<string, string>, { relations }: Draft): string[] {
  const there = valueAt(files.get('relations.json') ?? '{}', ['relations']);
  const taken = Array.isArray(there) ? there.flatMap((each) => (isObject(each) ? [`${each.id}`] : [])) : [];
  return relations.map(() => {
    const id = nextNumbered('r', taken);
    taken.push(id);
    return id;
  });
}

export const articleFile = (id: string) => `articles/${id}.json`;

/** Claims as they stand in the text; those of one passage as they were written down. */
export function inTextOrder(claims: readonly DraftClaim[]): DraftClaim[] {
  return [...claims].sort((a, b) => a.passage.charStart - b.passage.charStart || a.passage.charEnd - b.passage.charEnd);
}

export function claimsOf(articleText: string): AuthoredArticle['claims'] {
  const claims = valueAt(articleText, ['claims']);
  return Array.isArray(claims) ? (claims as AuthoredArticle['claims']) : [];
}
