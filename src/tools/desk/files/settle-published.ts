import type { Relation } from '../../../lib/model/dataset.ts';
import type { AuthoredEvent, SiteFeature } from '../../../lib/server/geodata/authored.ts';
import type { Draft, DraftJoin } from '../draft.ts';
import { articleFile, claimsOf } from './ids.ts';
import { valueAt, type Keys } from './json-edit.ts';

/** A field of a published thing that is not so any more once the draft’s claims are published. `value` undefined: it goes. */
export type Settled = { file: string; at: Keys; value: unknown; says: string };

/**
 * What the draft’s claims change in places, events and relations that are published: a place where a claim stands is no
 * mere context (V47), and an article names it (V48), for an event with that claim too (V68); what rests on a claim that is
 * taken out goes with it. In an order in which they can be made one after the other.
 */
export function settledBy(files: ReadonlyMap<string, string>, draft: Draft): Settled[] {
  const settled = [...placesNamed(files, draft), ...goneWithClaims(files, draft)];
  return settled.filter(({ at }, index) => settled.findIndex((other) => `${other.at}` === `${at}`) === index);
}

const listOf = <Thing>(files: ReadonlyMap<string, string>, file: string, name: string) =>
  (valueAt(files.get(file) ?? '{}', [name]) ?? []) as Thing[];

function placesNamed(files: ReadonlyMap<string, string>, { claims, joins, events: made }: Draft): Settled[] {
  const placesOf = new Map(claims.map(({ key, fields }) => [key, fields.places?.map(({ ref }) => ref) ?? []]));
  const named = new Set([...placesOf.values()].flat());
  const standing = new Set([...named, ...made.flatMap(({ places }) => places.map(({ ref }) => ref))]);
  const settled: Settled[] = [];

  const sites = listOf<SiteFeature>(files, 'sites.geojson', 'features');
  for (const [index, { properties }] of sites.entries()) {
    if (!standing.has(properties.id)) continue;
    const add = (field: string, value: unknown, says: string) => {
      const at = ['features', index, 'properties', field];
      settled.push({ file: 'sites.geojson', at, value, says: `${properties.names.en} ${says}` });
    };
    if (properties.context) add('context', false, 'is no mere context any more: something happened there');
    if (properties.nameBasis === 'external' && named.has(properties.id))
      add('nameBasis', 'article', 'is named by an article now');
  }

  const events = listOf<AuthoredEvent>(files, 'events.json', 'events');
  for (const { event, claim } of joins) {
    const index = events.findIndex(({ id }) => id === event);
    const refs = placesOf.get(claim) ?? [];
    for (const [number, place] of (events[index]?.places ?? []).entries()) {
      if (place.basis !== 'external' || !refs.includes(place.ref)) continue;
      const at = ['events', index, 'places', number];
      const says = `the place of “${events[index]!.title}” is named by an article now: reread the note on it`;
      settled.push({ file: 'events.json', at: [...at, 'basis'], value: 'article', says });
      // Facts beside an article’s word need a note on what they add.
      if (place.external && !place.note?.trim())
        settled.push({ file: 'events.json', at: [...at, 'external'], value: undefined, says });
    }
  }
  return settled;
}

/** Of an article that was opened: words on the map, events and relations that rest on claims or joins that are gone. */
function goneWithClaims(files: ReadonlyMap<string, string>, { id, opened, claims, joins }: Draft): Settled[] {
  if (opened === undefined) return [];
  const own = new Set(claimsOf(files.get(articleFile(id)) ?? '{}').map((claim) => claim.id));
  const isGone = (claim: string) => own.has(claim) && !claims.some(({ key }) => key === claim);
  const changed: Settled[] = [];
  // What goes from a list goes last one first: the places of the others stay true.
  const gone: Settled[] = [];

  for (const [index, event] of listOf<AuthoredEvent>(files, 'events.json', 'events').entries()) {
    const left = opened.joins
      .filter((old) => old.event === event.id && !isJoined(joins, old))
      .map(({ claim }) => claim);
    const at = ['events', index];
    if (
      left.length > 0 &&
      !joins.some((join) => join.event === event.id) &&
      event.claims.every(({ id }) => left.includes(id))
    ) {
      const says = `“${event.title}” goes: no claim is joined to it any more`;
      gone.unshift({ file: 'events.json', at, value: undefined, says });
      continue;
    }
    const labels = event.labels.filter(({ claim }) => !left.includes(claim));
    if (labels.length === event.labels.length) continue;
    const says = `a word on the map goes from “${event.title}”: its claim is not joined any more`;
    changed.push({ file: 'events.json', at: [...at, 'labels'], value: labels, says });
  }
  for (const [index, relation] of listOf<Relation>(files, 'relations.json', 'relations').entries()) {
    const at = ['relations', index];
    const sides = (['claims', 'with'] as const).map((side) => ({
      side,
      left: relation[side].filter((one) => !isGone(one))
    }));
    const says = (what: string) => `the relation “${relation.show}” ${what}: a claim that it names is taken out`;
    // A side may be empty from the start: “the place is stated nowhere”.
    if (sides.some(({ side, left }) => left.length === 0 && relation[side].length > 0))
      gone.unshift({ file: 'relations.json', at, value: undefined, says: says('goes') });
    else
      for (const { side, left } of sides.filter((each) => each.left.length < relation[each.side].length))
        changed.push({ file: 'relations.json', at: [...at, side], value: left, says: says('stays without it') });
  }
  return [...changed, ...gone];
}

const isJoined = (joins: readonly DraftJoin[], { event, claim }: DraftJoin) =>
  joins.some((join) => join.event === event && join.claim === claim);
