import type { Quantity } from '../../../model/dataset.ts';
import { mayOverlap } from '../../../model/time.ts';
import type { ClaimEntry, Geodata } from '../authored.ts';
import { dateOf } from '../edtf.ts';
import { isExternal } from './claim-refs.ts';
import type { Finding } from './rule.ts';
import { groupBy, isAbout, unknownRef } from './rule.ts';

/** The relation type that says: the same figure, revised. */
const CONTRADICTION = 'contradicts_over_time';

/** V24: relations name claims that exist, no claim on both sides, and contradict only on the same measure and party. */
export function* relationsHold(data: Geodata): Iterable<Finding> {
  const claims = new Map(data.claims.map((claim) => [claim.item.id, claim]));
  for (const { item, ...at } of data.relations) {
    for (const list of ['claims', 'with'] as const) {
      for (const [index, id] of item[list].entries()) {
        if (!isExternal(data, id)) {
          yield* unknownRef(data, 'claim', id, at, `${list}[${index}]`, 'claim');
        }
      }
    }
    if (item.claims.length === 0)
      yield { at, below: 'claims', found: 'the relation has no claim', advice: 'name at least one' };
    for (const id of item.claims.filter((id) => item.with.includes(id))) {
      yield { at, below: 'with', found: `"${id}" stands on both sides`, advice: 'take it off one side' };
    }
    if (item.type !== CONTRADICTION) continue;
    for (const [one, other] of pairs(item.claims, item.with)) {
      const [a, b] = [claims.get(one), claims.get(other)];
      if (!a || !b || sharesSubject(a, b)) continue;
      const found = `${one} (${subjects(a)}) and ${other} (${subjects(b)}) count different things`;
      yield { at, below: 'type', found, advice: 'choose claims of the same measure and party, or another type' };
    }
  }
}

function sharesSubject(a: ClaimEntry, b: ClaimEntry): boolean {
  const own = new Set(a.item.quantities.map(({ measure, party }) => `${measure} ${party ?? ''}`));
  return b.item.quantities.some(({ measure, party }) => own.has(`${measure} ${party ?? ''}`));
}

function subjects({ item }: ClaimEntry): string {
  return (
    item.quantities.map(({ measure, party }) => (party === undefined ? measure : `${measure}, ${party}`)).join('; ') ||
    'no figure'
  );
}

/**
 * V25: two figures for the same thing that differ are tied by a relation that holds both claims. The same thing is what one
 * event is, where claims state events, and otherwise what is at the same time and place.
 */
export function* conflictsAreDeclared(data: Geodata): Iterable<Finding> {
  const tied = claimsTied(data);
  const events = eventsStatedBy(data);
  const sites = new Set(data.sites.map(({ item }) => item.properties.id));
  const isSite = (ref: string) => sites.has(ref);
  const figures = data.claims.flatMap((claim) => claim.item.quantities.map((quantity) => ({ claim, quantity })));
  for (const same of groupBy(figures, ({ quantity }) => subject(quantity)).values()) {
    for (const [one, other] of pairsToCompare(same, ({ claim }) => events.get(claim.item.id))) {
      if (!differ(one.quantity, other.quantity) || !sameTime(one.claim, other.claim)) continue;
      const [a, b] = [one.claim.item.id, other.claim.item.id];
      // The figures of one claim are told apart by its own words.
      if (a === b || tied(a, b) || !mayBeSamePlace(one.claim, other.claim, events, isSite)) continue;
      const { measure, party } = one.quantity;
      const what = party === undefined ? measure : `${measure}, ${party}`;
      const found = `${b} = ${other.quantity.value} and ${a} = ${one.quantity.value} (${what}) differ, and no relation holds both`;
      const at = { file: other.claim.file, path: other.claim.path };
      const advice = 'declare in relations.json how they bear on each other; one relation may hold several claims';
      yield { at, below: 'quantities', found, advice };
    }
  }
}

/** The events that each claim states; a claim that states none is not in it. */
function eventsStatedBy(data: Geodata): Map<string, ReadonlySet<string>> {
  const events = new Map<string, Set<string>>();
  for (const { item } of data.events) {
    for (const { id } of item.claims.filter(isAbout)) events.set(id, (events.get(id) ?? new Set()).add(item.id));
  }
  return events;
}

/** Each pair once, in order, but for those of which each states events and none in common: thousands do. */
function* pairsToCompare<T>(
  items: readonly T[],
  eventsOf: (item: T) => ReadonlySet<string> | undefined
): Iterable<[T, T]> {
  const free: number[] = [];
  const byEvent = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const events = eventsOf(item);
    if (events === undefined) free.push(index);
    else for (const event of events) byEvent.set(event, [...(byEvent.get(event) ?? []), index]);
  }
  for (const [index, item] of items.entries()) {
    const events = eventsOf(item);
    const others =
      events === undefined
        ? items.map((_, other) => other)
        : new Set([...free, ...[...events].flatMap((event) => byEvent.get(event)!)]);
    for (const other of [...others].filter((other) => other > index).sort((a, b) => a - b)) yield [item, items[other]!];
  }
}

/**
 * Claims of one event speak of one thing wherever it was; others unless they are at points that differ. An area may hold
 * any place.
 */
function mayBeSamePlace(
  a: ClaimEntry,
  b: ClaimEntry,
  events: ReadonlyMap<string, ReadonlySet<string>>,
  isSite: (ref: string) => boolean
): boolean {
  if (events.has(a.item.id) && events.has(b.item.id)) return true;
  const [own, others] = [a, b].map(({ item }) => item.places.map(({ ref }) => ref)) as [string[], string[]];
  if (own.length === 0 || others.length === 0 || ![...own, ...others].every(isSite)) return true;
  return own.some((ref) => others.includes(ref));
}

/**
 * Whether two claims stand in one relation, or in one flow, which says that they speak of one reinforcement. Relations
 * are not followed further: that A bears on B and B on C says nothing about A and C.
 */
function claimsTied(data: Geodata): (a: string, b: string) => boolean {
  const relations = data.relations.map(({ item }) => [...item.claims, ...item.with]);
  const flows = (data.troops?.item.flows ?? []).map(({ claims }) => claims);
  const groups = new Map<string, Set<string>[]>();
  for (const ids of [...relations, ...flows].map((list) => new Set(list)))
    for (const id of ids) groups.set(id, [...(groups.get(id) ?? []), ids]);
  return (a, b) => groups.get(a)?.some((ids) => ids.has(b)) ?? false;
}

function subject({ measure, unit, party, severity, component }: Quantity): string {
  return [measure, unit, party, severity, component].join('\n');
}

function differ(a: Quantity, b: Quantity): boolean {
  return a.value !== null && b.value !== null && a.value !== b.value;
}

function sameTime(a: ClaimEntry, b: ClaimEntry): boolean {
  const [x, y] = [dateOf(a.item.date.edtf), dateOf(b.item.date.edtf)];
  return x !== null && y !== null && mayOverlap(x, y);
}

function pairs(a: readonly string[], b: readonly string[]): [string, string][] {
  return a.flatMap((one) => b.map((other): [string, string] => [one, other]));
}
