import type { AuthoredClaim, Geodata } from '../authored.ts';
import type { Finding } from './rule.ts';
import { groupBy } from './rule.ts';

/**
 * V62: a claim whose chain begins with a speaker is in the speaker’s voice, and any other in the outlet’s. An interviewer
 * is both: one who speaks, for an outlet.
 */
export function* voicesFitChains(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.claims) {
    const [first] = item.attribution;
    if (first === undefined || first.role === 'interviewer') continue; // no chain: V27
    const voice = first.role === 'speaker' ? 'speaker' : 'outlet';
    if (item.voice === voice) continue;
    const found = `the voice is "${item.voice}", yet the chain begins with "${first.agent}" as ${first.role}`;
    yield { at, below: 'voice', found, advice: `write "${voice}", or correct the chain` };
  }
}

/** V63 (warning): a claim comes by way of an agent by whom all other claims of its origin come. */
export function* originsFitChains(data: Geodata): Iterable<Finding> {
  const byOrigin = groupBy(data.claims, ({ item }) => item.origin);
  // How many claims of an origin come by way of each agent: thousands may have one origin.
  const carried = new Map(
    [...byOrigin].map(([origin, claims]) => [origin, countsOf(claims.map(({ item }) => carriersOf(item)))])
  );
  for (const { item, article, ...at } of data.claims) {
    if (item.attribution.at(-1)?.agent !== article.item.publisherAgent) continue; // V27
    const others = byOrigin.get(item.origin)!.length - 1;
    // One other claim has no agents in common with itself alone.
    if (others < 2) continue;
    const own = carriersOf(item);
    const common = new Set(
      [...carried.get(item.origin)!].flatMap(([agent, n]) => (n - (own.has(agent) ? 1 : 0) === others ? [agent] : []))
    );
    if (common.size === 0 || [...agentsOf(item)].some((agent) => common.has(agent))) continue;
    const names = [...common].map((agent) => `"${agent}"`).join(' and ');
    yield {
      at,
      below: 'origin',
      found: `all other claims of the origin "${item.origin}" come by way of ${names}, this one does not`,
      advice: 'correct the origin or the chain',
      warning: true
    };
  }
}

function countsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of sets.flatMap((set) => [...set])) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
/** Those who pass a claim on; who says it may differ from claim to claim. */
const carriersOf = ({ attribution }: AuthoredClaim): Set<string> =>
  new Set(attribution.flatMap(({ agent, role }) => (role === 'speaker' ? [] : [agent])));
const agentsOf = ({ attribution }: AuthoredClaim): Set<string> => new Set(attribution.map(({ agent }) => agent));
