import type { Geodata, IdKind } from '../authored.ts';
import type { Finding } from './rule.ts';
import { unknownRef } from './rule.ts';

/**
 * V30: codes stand in codes.json. Codes whose meaning the program knows (modality, bound, precision …) are listed in
 * the schemas, and the shape check reports them under the same rule.
 */
export function* codesAreListed(data: Geodata): Iterable<Finding> {
  for (const { at, below, list, code, noun } of codeUses(data)) yield* unknownRef(data, list, code, at, below, noun);
}

type CodeUse = { at: Finding['at']; below: string; list: IdKind; code: string; noun: string };

function* codeUses(data: Geodata): Iterable<CodeUse> {
  for (const { item, ...at } of data.claims) {
    yield { at, below: 'topic', list: 'topics', code: item.topic, noun: 'topic' };
    for (const [index, { measure, party }] of item.quantities.entries()) {
      const below = `quantities[${index}]`;
      yield { at, below: `${below}.measure`, list: 'measures', code: measure, noun: 'measure' };
      if (party !== undefined) yield { at, below: `${below}.party`, list: 'parties', code: party, noun: 'party' };
    }
  }
  for (const { item, ...at } of data.events) yield { at, below: 'kind', list: 'kinds', code: item.kind, noun: 'kind' };
  for (const { item, ...at } of data.relations)
    yield { at, below: 'type', list: 'relations', code: item.type, noun: 'relation type' };
  if (data.troops === null) return;
  const { item, ...at } = data.troops;
  for (const [name, value] of Object.entries(item.measures)) {
    for (const [index, code] of [value].flat().entries()) {
      yield {
        at,
        below: `measures.${name}${Array.isArray(value) ? `[${index}]` : ''}`,
        list: 'measures',
        code,
        noun: 'measure'
      };
    }
  }
}

/** V45: each kind of event has a shape of its own, so that kinds differ by more than colour. */
export function* shapesDiffer(data: Geodata): Iterable<Finding> {
  const first = new Map<string, string>();
  for (const { item, ...at } of data.codes.kinds) {
    const other = first.get(item.shape);
    if (other === undefined) first.set(item.shape, item.id);
    else
      yield {
        at,
        below: 'shape',
        found: `"${item.id}" has the shape of "${other}", ${item.shape}`,
        advice: 'choose a shape that no kind has'
      };
  }
}
