import type { Relation } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { hasManyArticles } from './many-articles.ts';
import type { Selection } from './view.ts';

/**
 * Whether the details of a selection can be shown: a claim’s and an article’s once all texts are there, an event’s once those
 * of the claims that its own are related to are. A place’s always: its list says what is yet to come. Read as the view is.
 */
export function isReadable(
  { texts, events, claims, relationsOfClaim }: DatasetIndex,
  { type, id }: Selection
): boolean {
  if (texts.whole || type === 'site' || type === 'area') return true;
  const event = type === 'event' ? events.get(id) : undefined;
  const areThere = (relation: Relation) => [...relation.claims, ...relation.with].every((claim) => claims.has(claim));
  return event?.claims.every((claim) => (relationsOfClaim.get(claim.id) ?? []).every(areThere)) ?? false;
}

/** Resolves once the texts are there that tell whether there is what a query names; rejects where they cannot be had. `null`: they are. */
export function textsNamedBy(
  { texts, dataset, events }: DatasetIndex,
  query: URLSearchParams
): Promise<unknown> | null {
  if (texts.whole) return null;
  const needsAll = ['claim', 'article', ...(hasManyArticles(dataset) ? ['without'] : [])];
  if (needsAll.some((key) => query.has(key))) return texts.all();
  // As the address is read: as it stands, or else in lower case.
  const ids = query.getAll('event').flatMap((id) => [id, id.toLowerCase()]);
  const unknown = [...new Set(ids)].filter((id) => !events.has(id));
  return unknown.length > 0 ? Promise.all(unknown.map((id) => texts.named(id))) : null;
}
