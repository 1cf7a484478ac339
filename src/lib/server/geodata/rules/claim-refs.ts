import type { Geodata } from '../authored.ts';
import type { Finding } from './rule.ts';
import { isAbout, unknownRef } from './rule.ts';

/** V23: outside facts are a layer of their own and support nothing. */
export function* externalSupportsNothing(data: Geodata): Iterable<Finding> {
  for (const { at, below, id } of claimRefs(data)) {
    if (!isExternal(data, id)) continue;
    yield {
      at,
      below,
      found: `"${id}" is external and cannot stand for a claim`,
      advice: 'name a claim of an article, or leave it out'
    };
  }
}

/** V34: claims that events, chapters and flows name exist. */
export function* claimRefsExist(data: Geodata): Iterable<Finding> {
  for (const { at, below, id, relation } of claimRefs(data)) {
    // Relations answer to V24, outside facts to V23.
    if (!relation && !isExternal(data, id)) yield* unknownRef(data, 'claim', id, at, below, 'claim');
  }
}

type ClaimRef = { at: Finding['at']; below: string; id: string; relation: boolean };

function* claimRefs(data: Geodata): Iterable<ClaimRef> {
  for (const { item, ...at } of data.events) {
    for (const [index, { id }] of item.claims.entries())
      yield { at, below: `claims[${index}].id`, id, relation: false };
  }
  for (const { item, ...at } of data.relations) {
    for (const list of ['claims', 'with'] as const) {
      for (const [index, id] of item[list].entries()) yield { at, below: `${list}[${index}]`, id, relation: true };
    }
  }
  for (const { item, ...at } of data.story) {
    for (const [index, id] of item.claims.entries()) yield { at, below: `claims[${index}]`, id, relation: false };
  }
  const { troops } = data;
  if (troops === null) return;
  for (const [flow, { claims }] of troops.item.flows.entries()) {
    for (const [index, id] of claims.entries())
      yield { at: troops, below: `flows[${flow}].claims[${index}]`, id, relation: false };
  }
}

/** Whether an id is that of an outside fact, defined or not. */
export function isExternal(data: Geodata, id: string): boolean {
  return data.known.external.ids.has(id) || /^x\d{2,}$/.test(id);
}

/** V26: every claim is used by an event or a troop track, or marked as background; what states an event is none. */
export function* noClaimIsOrphaned(data: Geodata): Iterable<Finding> {
  const inEvents = data.events.flatMap(({ item }) => item.claims.map(({ id }) => id));
  const inFlows = data.troops?.item.flows.flatMap(({ claims }) => claims) ?? [];
  const used = new Set([...inEvents, ...inFlows]);
  const measures = data.troops?.item.measures;
  const tracks = new Set(
    measures
      ? [
          measures.total,
          measures.contributors,
          measures.increment,
          measures.alert,
          ...measures.equipment,
          ...measures.notes
        ]
      : []
  );
  for (const { item, ...at } of data.claims) {
    if (used.has(item.id) || item.background === true || item.quantities.some(({ measure }) => tracks.has(measure)))
      continue;
    const advice = 'add it to an event, or write "background": true';
    yield { at, below: '', found: `"${item.id}" is in no event and no troop track`, advice };
  }
  for (const { item, ...at } of data.claims.filter(({ item }) => item.background === true)) {
    const event = data.events.find(({ item: { claims } }) =>
      claims.some((claim) => claim.id === item.id && isAbout(claim))
    );
    if (event === undefined) continue;
    yield {
      at,
      below: 'background',
      found: `background, yet the event "${event.item.id}" rests on the claim`,
      advice: 'leave "background" out, or give the claim the role "context" there'
    };
  }
}
