import type { Relation } from '../../../lib/model/dataset.ts';
import type { AuthoredEvent } from '../../../lib/server/geodata/authored.ts';
import type { Draft, EventChange, RelationChange } from '../draft.ts';
import { CannotApply } from './cannot-apply.ts';
import { articleFile, claimsOf } from './ids.ts';
import { isSame, remove, update, valueAt, type Keys } from './json-edit.ts';
import { inOrder } from './key-order.ts';

/**
 * The files with the draft’s changes of published events and relations in them: only what differs is touched. `ids`: those
 * of the draft’s claims, by their keys. Throws `CannotApply` where a file no longer has what was opened.
 */
export function withChanges(
  files: ReadonlyMap<string, string>,
  { changedEvents, changedRelations }: Draft,
  ids: ReadonlyMap<string, string>
): Map<string, string> {
  const all = new Map(files);
  const idOf = (key: string) => ids.get(key) ?? key;
  const edit = (file: string, at: Keys, value: object | null) =>
    all.set(file, value === null ? remove(all.get(file)!, at) : update(all.get(file)!, at, value));

  for (const { was, now } of changedEvents.filter(isChange)) {
    const { at, entry } = found<AuthoredEvent>(all, 'events', was.id);
    if (entry === undefined) throw isOther('event', was.id, 'is no more there');
    const { claims, ...event } = entry;
    const next = { ...now, id: was.id, labels: now.labels?.map((label) => ({ ...label, claim: idOf(label.claim) })) };
    if (isSame(event, next)) continue;
    if (!isSame(event, was)) throw isOther('event', was.id, 'has changed since it was opened here');
    edit('events.json', at, inOrder('event', { ...next, claims }));
  }
  for (const { was, now } of changedRelations.filter(isChange)) {
    const { at, entry } = found<Relation>(all, 'relations', was.id);
    const next = now && { ...now, id: was.id, claims: now.claims?.map(idOf), with: now.with?.map(idOf) };
    // Somebody has done the same already.
    if (next === null ? entry === undefined : isSame(entry, next)) continue;
    if (entry === undefined) throw isOther('relation', was.id, 'is no more there');
    if (!isSame(entry, was)) throw isOther('relation', was.id, 'has changed since it was opened here');
    edit('relations.json', at, next && inOrder('relation', next));
  }
  return all;
}

const isChange = ({ was, now }: EventChange | RelationChange): boolean => !isSame(was, now && { id: was.id, ...now });

const isOther = (what: string, id: string, how: string) =>
  new CannotApply(`the ${what} ${JSON.stringify(id)} ${how}: take your changes of it back, and make them again`);

function found<Entry extends { id: string }>(
  files: ReadonlyMap<string, string>,
  list: 'events' | 'relations',
  id: string
) {
  const entries = (valueAt(files.get(`${list}.json`) ?? '{}', [list]) ?? []) as Entry[];
  const index = entries.findIndex((entry) => entry.id === id);
  return { at: [list, index], entry: entries[index] };
}

/** Which articles, besides the draft’s, rest on an event that it changes: in words, one for each such event. */
export function sharedWithOthers(files: ReadonlyMap<string, string>, { id: own, changedEvents }: Draft): string[] {
  const articles = [...files].filter(([name]) => name.startsWith('articles/') && name !== articleFile(own));
  return changedEvents.filter(isChange).flatMap(({ was }) => {
    const joined = new Set(found<AuthoredEvent>(files, 'events', was.id).entry?.claims.map(({ id }) => id));
    const others = articles.flatMap(([name, text]) => {
      const claims = claimsOf(text).filter(({ id }) => joined.has(id));
      return claims.length === 0 ? [] : [`${claims.map(({ id }) => id).join(', ')} of ${name.slice(9, -5)}`];
    });
    return others.length === 0 ? [] : [`“${was.title}” rests on claims of other articles too: ${others.join('; ')}`];
  });
}
