import type { PlacePrecision } from '../../../model/dataset.ts';
import { hardBounds, mayOverlap } from '../../../model/time.ts';
import type { AuthoredClaim, AuthoredEvent, Geodata } from '../authored.ts';
import { didYouMean } from '../problems.ts';
import { dateOf } from '../edtf.ts';
import type { Finding } from './rule.ts';
import { claimsById, isAbout, unknownRef } from './rule.ts';

/** Precisions from finest to coarsest; those alike share a rank. */
const RANK: Record<PlacePrecision, number> = {
  named_building: 0,
  named_point: 0,
  village: 1,
  town: 1,
  city_offmap: 1,
  admin2_set: 2,
  region: 3,
  country: 4,
  supranational: 5
};

/** V21: a place on the basis of an article is one where a claim of the event stands, no finer than the claim has it. */
export function* placesHaveSupport(data: Geodata): Iterable<Finding> {
  const claims = claimsById(data);
  for (const { item, ...at } of data.events) {
    const own = item.claims.map(({ id }) => claims.get(id));
    // A claim that was set aside may be the one that gives the place.
    if (own.includes(undefined)) continue;
    for (const [index, { ref, basis, precision }] of item.places.entries()) {
      if (basis !== 'article') continue;
      const given = own.flatMap((claim) => claim?.places.filter((place) => place.ref === ref) ?? []);
      const below = `places[${index}]`;
      if (given.length === 0) {
        const found = `basis "article", but no claim of "${item.id}" is placed at "${ref}"`;
        yield {
          at,
          below: `${below}.basis`,
          found,
          advice: 'write "inferred" or "external", or add the claim that says so'
        };
      } else if (given.every((place) => RANK[place.precision] > RANK[precision])) {
        const said = [...new Set(given.map((place) => place.precision))].join(', ');
        const found = `"${precision}", but the claims give only ${said}`;
        yield { at, below: `${below}.precision`, found, advice: 'write the precision of the claims' };
      }
    }
  }
}

/** V68: a place of an event where one of its claims stands is not called external: an article names it. */
export function* namedPlacesAreNotExternal(data: Geodata): Iterable<Finding> {
  const claims = claimsById(data);
  for (const { item, ...at } of data.events) {
    for (const [index, { ref, basis }] of item.places.entries()) {
      if (basis !== 'external') continue;
      const claim = item.claims.find(({ id }) => claims.get(id)?.places.some((place) => place.ref === ref));
      if (claim === undefined) continue;
      const found = `"external", yet the claim ${claim.id} of the event stands at "${ref}"`;
      yield {
        at,
        below: `places[${index}].basis`,
        found,
        advice: 'write "article", without external facts, or take the place off the claim'
      };
    }
  }
}

/** V22: an event rests on a claim that states it or was said at it, and their dates can mean a common day. */
export function* claimDatesMeetEvent(data: Geodata): Iterable<Finding> {
  const claims = claimsById(data);
  for (const { item, ...at } of data.events) {
    if (!item.claims.some(({ role }) => role !== 'context')) {
      const found = item.claims.length === 0 ? 'the event has no claim' : 'the event has only claims that are context';
      yield { at, below: 'claims', found, advice: 'add a claim that states it or was said at it, or remove the event' };
    }
    const date = dateOf(item.date.edtf);
    for (const [index, link] of item.claims.entries()) {
      const claim = claims.get(link.id);
      if (claim === undefined || link.role === 'context') continue;
      const said = link.role === 'said';
      const text = said ? claim.saidOn : claim.date.edtf;
      const other = dateOf(text);
      if (date === null || other === null || mayOverlap(date, other)) continue;
      const found = `${link.id} ${said ? 'was said' : 'is dated'} ${text}, which does not overlap ${item.date.edtf}`;
      const advice = said ? 'correct a date or the event' : 'correct a date, or write the role "said" or "context"';
      yield { at, below: `claims[${index}]`, found, advice };
    }
  }
}

/** V35: a label is the word of a claim of the event, three words at most. */
export function* labelsAreShort(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.events) {
    const own = item.claims.map(({ id }) => id);
    for (const [index, { claim, term }] of item.labels.entries()) {
      const below = `labels[${index}]`;
      const words = term.trim().split(/\s+/).filter(Boolean).length;
      if (words === 0 || words > 3) {
        yield {
          at,
          below: `${below}.term`,
          found: `${JSON.stringify(term)} has ${words} words`,
          advice: 'quote one to three words'
        };
      }
      if (!own.includes(claim)) {
        yield {
          at,
          below: `${below}.claim`,
          found: `"${claim}" is no claim of "${item.id}"`,
          advice: didYouMean(claim, own)
        };
      }
    }
  }
}

/**
 * V36: what no article says carries its evidence: outside facts or a note for a place, a reason for a tie. Where an
 * article names a place, outside facts may say where that is; a note then says what they add.
 */
export function* evidenceIsNamed(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.events) {
    for (const [index, place] of item.places.entries()) {
      const below = `places[${index}]`;
      const facts = place.external ?? [];
      if (place.basis === 'external' && facts.length === 0 && !place.note?.trim()) {
        yield {
          at,
          below,
          found: `"${place.ref}" is placed on external evidence that is not named`,
          advice: 'list external facts, or say in a note what it rests on'
        };
      }
      if (place.basis === 'article' && facts.length > 0 && !place.note?.trim()) {
        yield {
          at,
          below: `${below}.external`,
          found: 'basis "article" beside external facts, without a note',
          advice: 'say in a note what they add, write "external", or leave them out'
        };
      }
      for (const [fact, id] of facts.entries()) {
        yield* unknownRef(data, 'external', id, at, `${below}.external[${fact}]`, 'external fact');
      }
    }
    for (const [index, { id, basis, why }] of item.claims.entries()) {
      if (basis !== 'inferred' || why?.trim()) continue;
      yield {
        at,
        below: `claims[${index}].why`,
        found: `"${id}" is tied to the event by inference, without a reason`,
        advice: 'say why'
      };
    }
  }
}

/** V39: an event that was only announced is marked as planned, and only such an event. */
export function* plannedIsMarked(data: Geodata): Iterable<Finding> {
  const claims = claimsById(data);
  for (const { item, ...at } of data.events) {
    const ahead = announcedOnly(item, claims);
    if (ahead === null || ahead === (item.planned ?? false)) continue;
    yield ahead
      ? {
          at,
          below: 'planned',
          found: `every claim that states "${item.id}" was made before it`,
          advice: 'write "planned": true: no article reports that it took place'
        }
      : {
          at,
          below: 'planned',
          found: `"${item.id}" is planned, yet a claim that states it was made on or after its date`,
          advice: 'leave "planned" out, or correct a date'
        };
  }
}

/** Whether all claims that state the event were made before it could begin; `null` where that cannot be told. */
function announcedOnly(event: AuthoredEvent, claims: Map<string, AuthoredClaim>): boolean | null {
  const date = dateOf(event.date.edtf);
  const stating = event.claims.filter(isAbout).map(({ id }) => claims.get(id));
  if (date === null || stating.length === 0) return null;
  const ahead = stating.map((claim) => {
    const said = claim === undefined ? null : dateOf(claim.saidOn);
    return said === null ? null : hardBounds(said).latest < hardBounds(date).earliest;
  });
  return ahead.includes(null) ? null : !ahead.includes(false);
}
