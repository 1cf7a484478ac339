import { mayOverlap } from '../../../model/time.ts';
import type { AuthoredClaim, AuthoredEvent, ClaimEntry, Geodata } from '../authored.ts';
import { dateOf } from '../edtf.ts';
import type { Finding } from './rule.ts';
import { claimsById, groupBy, isAbout } from './rule.ts';

/** Fewer claims make no habit. */
const ENOUGH = 2;

/** V64 (warning): a claim has no topic that otherwise belongs to another event, of other days. */
export function* topicsFitEvents(data: Geodata): Iterable<Finding> {
  const stated = eventsAbout(data);
  const stating = statingIn(data);
  const homesOf = new Map(
    [...groupBy(data.claims, ({ item }) => item.topic)].map(([topic, claims]) => [topic, homesIn(claims, stated)])
  );
  for (const { item, ...at } of data.claims) {
    const [own, ...more] = stated.get(item.id) ?? [];
    if (own === undefined || more.length > 0) continue;
    const homes = homesOf.get(item.topic)!;
    // All others belong to one event: it and this claim’s own are all there are, and this claim alone has its own.
    if (homes.size !== 2 || homes.get(own) !== 1) continue;
    const home = [...homes.keys()].find((event) => event !== own);
    if (!home || sameDays(home, own)) continue;
    const rest = stating(own, item.id);
    if (homes.get(home)! < ENOUGH || rest.length < ENOUGH || rest.some(({ topic }) => topic === item.topic)) continue;
    const topics = [...new Set(rest.map(({ topic }) => topic))].join(', ');
    yield {
      at,
      below: 'topic',
      found: `"${item.topic}" is otherwise the topic of "${home.id}" alone, and this claim is about "${own.id}"`,
      advice: `correct it; the topics there are ${topics}`,
      warning: true
    };
  }
}

/** How many of the claims each event has; `null` stands for those that state none, or several. */
function homesIn(
  claims: readonly ClaimEntry[],
  stated: ReadonlyMap<string, AuthoredEvent[]>
): Map<AuthoredEvent | null, number> {
  const homes = new Map<AuthoredEvent | null, number>();
  for (const { item } of claims) {
    const [event = null, ...more] = stated.get(item.id) ?? [];
    const home = more.length > 0 ? null : event;
    homes.set(home, (homes.get(home) ?? 0) + 1);
  }
  return homes;
}

/** The events that each claim states. */
function eventsAbout(data: Geodata): Map<string, AuthoredEvent[]> {
  const events = new Map<string, AuthoredEvent[]>();
  for (const { item: event } of data.events)
    for (const { id } of event.claims.filter(isAbout)) events.set(id, [...(events.get(id) ?? []), event]);
  return events;
}

/** The claims that state an event, without the one that is looked at. */
function statingIn(data: Geodata): (event: AuthoredEvent, except: string) => AuthoredClaim[] {
  const claims = claimsById(data);
  return (event, except) =>
    event.claims.filter((claim) => isAbout(claim) && claim.id !== except).flatMap(({ id }) => claims.get(id) ?? []);
}

/**
 * V65 (warning): a claim shares a topic, a measure or a place with the event that it is about, where it shares one with
 * another event of the same days.
 */
export function* claimsFitEvents(data: Geodata): Iterable<Finding> {
  const claims = claimsById(data);
  const stating = statingIn(data);
  for (const { item: event, ...at } of data.events) {
    for (const [index, link] of event.claims.entries()) {
      const claim = claims.get(link.id);
      // A tie by inference says why itself.
      if (claim === undefined || !isAbout(link) || link.basis === 'inferred') continue;
      const rest = stating(event, link.id);
      if (rest.length === 0 || standsAt(claim, event) || rest.some((other) => isAlike(claim, other))) continue;
      const nearer = data.events.find(
        ({ item: other }) =>
          other.id !== event.id &&
          sameDays(event, other) &&
          stating(other, link.id).some((one) => hasSubject(claim, one))
      );
      if (nearer === undefined) continue;
      const found = `${link.id} has neither topic, measure nor place of "${event.id}", yet a topic or measure of "${nearer.item.id}", of the same days`;
      yield {
        at,
        below: `claims[${index}]`,
        found,
        advice: 'move it to that event, or write the role "context"',
        warning: true
      };
    }
  }
}

const standsAt = (claim: AuthoredClaim, event: AuthoredEvent): boolean =>
  claim.places.some(({ ref }) => event.places.some((place) => place.ref === ref));

/** Whether two claims have a topic or a measure in common. */
const hasSubject = (a: AuthoredClaim, b: AuthoredClaim): boolean =>
  a.topic === b.topic || a.quantities.some(({ measure }) => b.quantities.some((other) => other.measure === measure));

const isAlike = (a: AuthoredClaim, b: AuthoredClaim): boolean =>
  hasSubject(a, b) || a.places.some(({ ref }) => b.places.some((place) => place.ref === ref));

function sameDays(a: AuthoredEvent, b: AuthoredEvent): boolean {
  const [x, y] = [dateOf(a.date.edtf), dateOf(b.date.edtf)];
  return x !== null && y !== null && mayOverlap(x, y);
}
