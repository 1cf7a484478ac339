import { hardBounds, mayOverlap, softBounds } from '../../../lib/model/time.ts';
import { dateOf } from '../../../lib/server/geodata/edtf.ts';
import type { DraftClaim } from '../draft.ts';
import { kindsOf } from './event-kinds.ts';
import type { Known, KnownEvent } from './known.ts';

/** An event that a claim may belong to, in one line, and what the two have in common. */
export type NearbyEvent = { event: string; line: string; why: string };

/** How near in time an event is still offered. */
const DAYS_NEAR = 7;

/**
 * Events near a claim in time, place, kind and party, the nearest first. One that shares neither its time nor a place or
 * party at a near time is left out. A date that spans months says little: it counts less than a day.
 */
export function nearbyEvents(fields: DraftClaim['fields'], known: Known): NearbyEvent[] {
  const rated = known.events.flatMap((event) => {
    const reasons = reasonsFor(fields, event, known);
    const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
    return reasons.some(({ isTime }) => isTime) && score >= LEAST ? [{ event, reasons, score }] : [];
  });
  return rated
    .sort((a, b) => b.score - a.score || a.event.id.localeCompare(b.event.id))
    .map(({ event, reasons }) => ({
      event: event.id,
      line: lineOf(event, known),
      why: reasons.map(({ why }) => why).join(', ')
    }));
}

const LEAST = 3;

type Reason = { weight: number; why: string; isTime?: true };

function reasonsFor(fields: DraftClaim['fields'], event: KnownEvent, known: Known): Reason[] {
  const claims = event.claims.flatMap(({ id }) => known.claims.filter((claim) => claim.id === id));
  const time = timeReason(fields, event);
  const own = new Set((fields.places ?? []).map(({ ref }) => ref));
  const places = event.places.filter(({ ref }) => own.has(ref)).map(({ ref }) => nameOf(ref, known));
  const figures = (fields.quantities ?? []).filter(({ measure, party }) =>
    claims.some(({ quantities = [] }) => quantities.some((other) => other.measure === measure && other.party === party))
  );
  const actors = (fields.actors ?? []).filter((actor) => claims.some((claim) => claim.actors?.includes(actor)));
  const topic = fields.topic !== undefined && claims.some((claim) => claim.topic === fields.topic);
  const kind = kindsOf(fields, known).includes(event.kind);
  return [
    ...(time ? [time] : []),
    ...(places.length > 0 ? [{ weight: 3, why: `at ${places.join(' and ')}` }] : []),
    ...(figures.length > 0
      ? [
          {
            weight: 3,
            why: `the same is counted: ${[...new Set(figures.map((each) => subjectOf(each, known)))].join(', ')}`
          }
        ]
      : []),
    ...(topic ? [{ weight: 2, why: 'the same topic' }] : []),
    ...(kind ? [{ weight: 1, why: 'of this kind' }] : []),
    ...(actors.length > 0 ? [{ weight: 1, why: `with ${actors.map((id) => agentName(id, known)).join(' and ')}` }] : [])
  ];
}

function timeReason({ date, saidOn }: DraftClaim['fields'], event: KnownEvent): Reason | null {
  const there = dateOf(event.date.edtf);
  const [own, said] = [date, saidOn === undefined ? undefined : { edtf: saidOn }].map((each) =>
    each ? dateOf(each.edtf) : null
  );
  if (there === null) return null;
  if (own && mayOverlap(own, there)) {
    const span = (bounds: { earliest: number; latest: number }): number => bounds.latest - bounds.earliest;
    const isShort = span(hardBounds(own)) <= 31 && span(hardBounds(there)) <= 31;
    return {
      weight: isShort ? 4 : 1,
      why: own.edtf === there.edtf ? 'on the same day' : 'at a time that may be the same',
      isTime: true
    };
  }
  if (said && mayOverlap(said, there)) return { weight: 2, why: 'said on that day', isTime: true };
  if (own) {
    const [a, b] = [softBounds(own), softBounds(there)];
    const apart = Math.max(a.earliest - b.latest, b.earliest - a.latest);
    if (apart <= DAYS_NEAR) return { weight: 1, why: `${apart} day${apart === 1 ? '' : 's'} apart`, isTime: true };
  }
  return null;
}

/** `2031-05-12, Quay Hall: Clash on the quay`. */
function lineOf({ date, places, title, planned }: KnownEvent, known: Known): string {
  const where = places.map(({ ref }) => nameOf(ref, known)).join(' and ');
  return [date.edtf, where].filter(Boolean).join(', ') + `: ${title}${planned ? ' (announced)' : ''}`;
}

const nameOf = (id: string, { places }: Known): string => places.find((place) => place.id === id)?.names.en ?? id;
const agentName = (id: string, { agents }: Known): string => agents.find((agent) => agent.id === id)?.name ?? id;

/** `injured, Harbour Guard`. */
export function subjectOf({ measure, party }: { measure: string; party?: string }, { codes }: Known): string {
  const label = codes.measures.find(({ id }) => id === measure)?.label ?? measure;
  return party === undefined ? label : `${label}, ${codes.parties.find(({ id }) => id === party)?.label ?? party}`;
}
