import { parseDay } from '../../../model/day.ts';
import type { Geodata } from '../authored.ts';
import { didYouMean } from '../problems.ts';
import type { Finding } from './rule.ts';

/** V80: a part of the data is one of those that it lists, and these follow each other. */
export function* partsFollow(data: Geodata): Iterable<Finding> {
  if (data.info === null) return;
  const { item, ...at } = data.info;
  const { domain, part: own, parts } = item;
  if (own === undefined && parts === undefined) return;
  if (own === undefined || parts === undefined) {
    const [there, missing] = own === undefined ? ['parts', 'part'] : ['part', 'parts'];
    yield {
      at,
      below: there,
      found: `${missing} is missing beside it`,
      advice: `add ${missing}, or take ${there} out`
    };
    return;
  }
  for (const [index, { from, to }] of parts.entries()) {
    const [first, last] = [parseDay(from), parseDay(to)];
    const before = parts[index - 1];
    const end = before ? parseDay(before.to) : null;
    if (first !== null && last !== null && first > last) {
      const found = `it ends on ${to}, before it starts on ${from}`;
      yield { at, below: `parts[${index}]`, found, advice: 'exchange or correct the days' };
    } else if (first !== null && end !== null && first <= end) {
      const found = `it starts on ${from}, and the part before it ends on ${before!.to}`;
      yield { at, below: `parts[${index}].from`, found, advice: 'list the parts in the order of their days' };
    }
  }
  const part = parts.find(({ id }) => id === own);
  if (part === undefined) {
    const ids = parts.map(({ id }) => id);
    yield { at, below: 'part', found: `no part ${JSON.stringify(own)}`, advice: didYouMean(own, ids) };
    return;
  }
  const [from, to] = [parseDay(domain.from), parseDay(domain.to)];
  const [first, last] = [parseDay(part.from), parseDay(part.to)];
  if (from === null || to === null || first === null || last === null || from > to || first > last) return;
  if (from < first || to > last) {
    const found = `the time line is ${domain.from} to ${domain.to}, this part ${part.from} to ${part.to}`;
    yield { at, below: 'domain', found, advice: 'write a time line within the part' };
  }
}
