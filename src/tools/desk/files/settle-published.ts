import type { AuthoredEvent, SiteFeature } from '../../../lib/server/geodata/authored.ts';
import type { Draft } from '../draft.ts';
import { valueAt, type Keys } from './json-edit.ts';

/** A field of a published thing that is not so any more once the draft’s claims are published. `value` undefined: it goes. */
export type Settled = { file: string; at: Keys; value: unknown; says: string };

/**
 * What the draft’s claims change in places and events that are published: a place where a claim stands is no mere context
 * (V47), and an article names it (V48), for an event with that claim too (V68).
 */
export function settledBy(files: ReadonlyMap<string, string>, { claims, joins, events: made }: Draft): Settled[] {
  const list = <Thing>(file: string, name: string) => (valueAt(files.get(file) ?? '{}', [name]) ?? []) as Thing[];
  const placesOf = new Map(claims.map(({ key, fields }) => [key, fields.places?.map(({ ref }) => ref) ?? []]));
  const named = new Set([...placesOf.values()].flat());
  const standing = new Set([...named, ...made.flatMap(({ places }) => places.map(({ ref }) => ref))]);
  const settled: Settled[] = [];

  const sites = list<SiteFeature>('sites.geojson', 'features');
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

  const events = list<AuthoredEvent>('events.json', 'events');
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
  return settled.filter(({ at }, index) => settled.findIndex((other) => `${other.at}` === `${at}`) === index);
}
