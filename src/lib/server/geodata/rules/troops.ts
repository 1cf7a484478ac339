import type { Geodata } from '../authored.ts';
import { didYouMean } from '../problems.ts';
import type { Finding } from './rule.ts';
import { claimsById, unknownRef } from './rule.ts';

/** V41: every claim of a flow carries the increment measure. */
export function* flowsAreIncrements(data: Geodata): Iterable<Finding> {
  if (data.troops === null) return;
  const { item, ...at } = data.troops;
  const claims = claimsById(data);
  const { increment } = item.measures;
  for (const [flow, { claims: ids }] of item.flows.entries()) {
    for (const [index, id] of ids.entries()) {
      const claim = claims.get(id);
      if (claim === undefined || claim.quantities.some(({ measure }) => measure === increment)) continue;
      const found = `${id} carries no quantity of the measure "${increment}"`;
      yield {
        at,
        below: `flows[${flow}].claims[${index}]`,
        found,
        advice: 'name a claim that does, or take it out of the flow'
      };
    }
  }
}

/** V42: a reading adds flows that exist, and rests on a relation that leaves it open. */
export function* readingsAddFlows(data: Geodata): Iterable<Finding> {
  if (data.troops === null) return;
  const { item, ...at } = data.troops;
  const flows = item.flows.map(({ id }) => id);
  for (const [reading, { adds, relation }] of item.readings.entries()) {
    const below = `readings[${reading}]`;
    for (const [index, id] of adds.entries()) {
      if (flows.includes(id)) continue;
      yield {
        at,
        below: `${below}.adds[${index}]`,
        found: `no flow ${JSON.stringify(id)}`,
        advice: didYouMean(id, flows)
      };
    }
    yield* unknownRef(data, 'relation', relation, at, `${below}.relation`, 'relation');
  }
}
