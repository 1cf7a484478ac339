import type { Quantity } from '../../../model/dataset.ts';
import { mayOverlap } from '../../../model/time.ts';
import type { ClaimEntry, Geodata } from '../authored.ts';
import { dateOf } from '../edtf.ts';
import { isExternal } from './claim-refs.ts';
import type { Finding } from './rule.ts';
import { unknownRef } from './rule.ts';

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

/** V25: two figures for the same thing at the same time that differ are tied by a relation. */
export function* conflictsAreDeclared(data: Geodata): Iterable<Finding> {
  const groups = new Groups();
  for (const { item } of data.relations) groups.join([...item.claims, ...item.with]);
  // Claims of one flow are declared to speak of one reinforcement.
  for (const { claims } of data.troops?.item.flows ?? []) groups.join(claims);
  const figures = data.claims.flatMap((claim) => claim.item.quantities.map((quantity) => ({ claim, quantity })));
  for (const same of groupBy(figures, ({ quantity }) => subject(quantity)).values()) {
    for (const [index, one] of same.entries()) {
      for (const other of same.slice(index + 1)) {
        if (!differ(one.quantity, other.quantity) || !sameTime(one.claim, other.claim)) continue;
        if (groups.together(one.claim.item.id, other.claim.item.id)) continue;
        const { measure, party } = one.quantity;
        const what = party === undefined ? measure : `${measure}, ${party}`;
        const found = `${other.claim.item.id} = ${other.quantity.value} and ${one.claim.item.id} = ${one.quantity.value} (${what}) differ without a relation`;
        const at = { file: other.claim.file, path: other.claim.path };
        yield { at, below: 'quantities', found, advice: 'declare in relations.json how the two bear on each other' };
      }
    }
  }
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

/** Claims tied directly or through others. */
class Groups {
  readonly #leader = new Map<string, string>();

  join(ids: readonly string[]): void {
    for (const id of ids.slice(1)) {
      const [leader, other] = [this.#find(ids[0] as string), this.#find(id)];
      if (other !== leader) this.#leader.set(other, leader);
    }
  }

  together(a: string, b: string): boolean {
    return this.#find(a) === this.#find(b);
  }

  #find(id: string): string {
    let at = id;
    for (let next = this.#leader.get(at); next !== undefined; next = this.#leader.get(at)) at = next;
    return at;
  }
}

// Node 20 has no Map.groupBy.
function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function pairs(a: readonly string[], b: readonly string[]): [string, string][] {
  return a.flatMap((one) => b.map((other): [string, string] => [one, other]));
}
