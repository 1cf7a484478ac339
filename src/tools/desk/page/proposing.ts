// stub
import type { DraftArticle, DraftClaim, DraftEvent, DraftRelation, FieldPath, Passage } from '../draft.ts';
import type { Known } from '../proposals/known.ts';
import { linesOf, snapped } from './text-lines.ts';
import type { Hint } from '../proposals/hint.ts';
export function hintsIn(_text: string, _known: Known): Hint[] {
  return [];
}
export function passageAt(text: string, start: number, end: number): Passage | null {
  const lines = linesOf(text);
  const range = snapped(lines, start, end);
  if (!range) return null;
  const part = (a: number, b: number) => lines.characters.slice(Math.max(0, a), b).join('');
  return {
    charStart: range.start,
    charEnd: range.end,
    exact: part(range.start, range.end),
    prefix: part(range.start - 32, range.start),
    suffix: part(range.end, range.end + 32)
  };
}
export function proposeClaim(
  _text: string,
  _passage: Passage,
  _article: DraftArticle,
  _known: Known
): { fields: DraftClaim['fields']; why: Record<FieldPath, string> } {
  return { fields: { quantities: [], places: [], actors: [], attribution: [] }, why: {} };
}
export type Nearby = { event: string; line: string; why: string };
export function nearbyEvents(_fields: DraftClaim['fields'], known: Known): Nearby[] {
  return known.events.slice(0, 5).map((event) => ({ event: event.id, line: event.title, why: '' }));
}
export function eventFrom(claim: DraftClaim): DraftEvent {
  return {
    id: 'new',
    kind: 'statement',
    title: claim.fields.what ?? '',
    date: claim.fields.date!,
    extent: 'within',
    places: [],
    labels: []
  };
}
export type Conflict = { line: string; choices: { label: string; relation: DraftRelation }[] };
export function conflictsOf(_claim: DraftClaim, _known: Known): Conflict[] {
  return [];
}
