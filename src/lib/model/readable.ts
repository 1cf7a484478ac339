import type { Relation } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
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
