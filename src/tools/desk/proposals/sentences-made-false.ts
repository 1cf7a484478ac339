import type { DraftJoin } from '../draft.ts';
import type { Known, KnownSentence } from './known.ts';

/** Sentences that count articles, or say that none has something, and that joins of a claim may have made false. */
export function sentencesMadeFalse(
  joins: readonly Pick<DraftJoin, 'event'>[],
  known: Known
): Omit<KnownSentence, 'events'>[] {
  const joined = new Set(joins.map(({ event }) => event));
  if (joined.size === 0) return [];
  return known.sentences
    .filter(({ events }) => events === null || events.some((id) => joined.has(id)))
    .map(({ key, text }) => ({ key, text }));
}
