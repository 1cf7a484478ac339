import type { Quantity } from '../../../model/dataset.ts';
import { mayOverlap } from '../../../model/time.ts';
import type { ClaimEntry, Geodata } from '../authored.ts';
import { dateOf } from '../edtf.ts';
import { isExternal } from './claim-refs.ts';
import type { Finding } from './rule.ts';
import { groupBy, unknownRef } from './rule.ts';

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

/** V25: two figures for the same thing at the same time that differ are tied by a relation that holds both claims. */
export function* conflictsAreDeclared(data: Geodata): Iterable<Finding> {
  const tied = claimsTied(data);
  const figures = data.claims.flatMap((claim) => claim.item.quantities.map((quantity) => ({ claim, quantity })));
  for (const same of groupBy(figures, ({ quantity }) => subject(quantity)).values()) {
    for (const [index, one] of same.entries()) {
      for (const other of same.slice(index + 1)) {
        if (!differ(one.quantity, other.quantity) || !sameTime(one.claim, other.claim)) continue;
        const [a, b] = [one.claim.item.id, other.claim.item.id];
        // The figures of one claim are told apart by its own words.
        if (a === b || tied(a, b)) continue;
        const { measure, party } = one.quantity;
        const what = party === undefined ? measure : `${measure}, ${party}`;
        const found = `${b} = ${other.quantity.value} and ${a} = ${one.quantity.value} (${what}) differ, and no relation holds both`;
        const at = { file: other.claim.file, path: other.claim.path };
        const advice = 'declare in relations.json how they bear on each other; one relation may hold several claims';
        yield { at, below: 'quantities', found, advice };
      }
    }
  }
}

/**
 * Whether two claims stand in one relation, or in one flow, which says that they speak of one reinforcement. Relations
 * are not followed further: that A bears on B and B on C says nothing about A and C.
 */
function claimsTied(data: Geodata): (a: string, b: string) => boolean {
  const relations = data.relations.map(({ item }) => [...item.claims, ...item.with]);
  const flows = (data.troops?.item.flows ?? []).map(({ claims }) => claims);
  const groups = [...relations, ...flows].map((ids) => new Set(ids));
  return (a, b) => groups.some((ids) => ids.has(a) && ids.has(b));
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
