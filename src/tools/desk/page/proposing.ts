import type { DraftArticle, DraftClaim, FieldPath, Passage } from '../draft.ts';
import type { Known } from '../proposals/known.ts';
import { proposeClaim as propose, type Proposal } from '../proposals/propose-claim.ts';

/** What is offered beside the first: most passages hold more than one claim. */
export type Others = Pick<Proposal, 'otherDates' | 'otherTopics'>;

/** What the form of a new claim opens with: proposals, and lists that are empty where the text has nothing for them. */
export function proposeClaim(
  text: string,
  passage: Passage,
  article: DraftArticle,
  known: Known
): { fields: DraftClaim['fields']; why: Record<FieldPath, string>; others: Others } {
  const { fields, why, otherDates, otherTopics } = propose(text, passage, article, known);
  const none = { quantities: 'no figure found', places: 'no place found', actors: 'nobody found' };
  const left = Object.entries(none).filter(([key]) => !(key in fields));
  return {
    fields: { ...Object.fromEntries(left.map(([key]) => [key, []])), ...fields },
    why: { ...Object.fromEntries(left), ...why },
    others: { otherDates, otherTopics }
  };
}
