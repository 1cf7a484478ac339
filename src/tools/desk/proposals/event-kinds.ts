import type { DraftClaim } from '../draft.ts';
import type { Known } from './known.ts';
import { GENERIC } from './vocabulary.ts';
import { stemOf, wordsIn } from './words.ts';

/**
 * The kinds of event that a claim may be about, the likeliest first: those of events whose claims have its measure, status
 * or topic, then those whose name or description shares a word with its sentence.
 */
export function kindsOf(fields: DraftClaim['fields'], known: Known): string[] {
  const counts = new Map<string, number>();
  const add = (kind: string, by: number): void => void counts.set(kind, (counts.get(kind) ?? 0) + by);
  const claims = new Map(known.claims.map((claim) => [claim.id, claim]));
  for (const event of known.events) {
    for (const { id, role = 'about' } of event.claims) {
      const claim = claims.get(id);
      if (role !== 'about' || claim === undefined) continue;
      const isAlike = fields.quantities?.some(({ measure, status }) =>
        claim.quantities?.some((other) => other.measure === measure && other.status === status)
      );
      if (isAlike) add(event.kind, 2);
      if (fields.topic !== undefined && claim.topic === fields.topic) add(event.kind, 1);
    }
  }
  const own = new Set(wordsIn(fields.what ?? '').map(({ folded }) => stemOf(folded)));
  for (const { id, label, description = '' } of known.codes.kinds) {
    const words = wordsIn(`${label} ${description}`).filter(({ folded }) => folded.length > 3 && !GENERIC.test(folded));
    const shared = words.filter(({ folded }) => own.has(stemOf(folded))).length;
    if (shared > 0) add(id, 3 * shared);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([kind]) => kind);
}
