import type { Draft, DraftClaim } from '../draft.ts';
import { findPassage } from './passages.ts';
import { sha256 } from './sha256.ts';

/**
 * A draft on its text as that is now: each passage where its words stand. `notes`: in words, what became of them; claims
 * are named by their numbers. A passage that is lost stays as it was, and the check says so (D03).
 */
export function onText(draft: Draft, text: string): { draft: Draft; notes: string[] } {
  const lookAt: number[] = [];
  const lost: number[] = [];
  let moved = 0;
  const claims = draft.claims.map((claim, index): DraftClaim => {
    const found = findPassage(text, claim.passage);
    if (found.how === 'moved') moved += 1;
    if (found.how === 'changed') lookAt.push(index + 1);
    if (found.how !== 'lost') return { ...claim, passage: found.passage };
    lost.push(index + 1);
    return claim;
  });
  const same = claims.length - moved - lookAt.length - lost.length;
  const notes = ['the text is another than before; look whether the same lines are still no part of the article'];
  if (same + moved > 0) notes.push(`passages whose words were found again: ${same + moved}`);
  if (lookAt.length > 0) notes.push(`the words of claim ${lookAt.join(', ')} have changed: look at the new passage`);
  if (lost.length > 0) notes.push(`the words of claim ${lost.join(', ')} are gone: select the passage anew`);
  const { file, excluded } = draft.text;
  const ofText = { file, sha256: sha256(text), bytes: Buffer.byteLength(text), excluded };
  return { draft: { ...draft, claims, text: ofText }, notes };
}

/**
 * The draft with the words of its passages taken from earlier drafts of the same text: those of a text that has changed
 * since cannot be read from it. `null` where the words of one are in none of them.
 */
export function withWordsOf(draft: Draft, earlier: readonly Draft[]): Draft | null {
  const known = earlier.filter(({ text }) => text.sha256 === draft.text.sha256).flatMap(({ claims }) => claims);
  const claims = draft.claims.flatMap((claim) => {
    const { charStart, charEnd } = claim.passage;
    const same = known.find(({ passage }) => passage.charStart === charStart && passage.charEnd === charEnd);
    return same ? [{ ...claim, passage: same.passage }] : [];
  });
  return claims.length === draft.claims.length ? { ...draft, claims } : null;
}
