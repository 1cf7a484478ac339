import type { SymbolShape } from '../../../model/dataset.ts';
import type { Geodata, IdKind } from '../authored.ts';
import { SCHEMAS } from '../schemas.ts';
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
    for (const [index, { measure, party, unit }] of item.quantities.entries()) {
      const below = `quantities[${index}]`;
      yield { at, below: `${below}.unit`, list: 'unit', code: unit, noun: 'unit' };
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

/** Every shape that the program can draw. */
const SHAPES: readonly SymbolShape[] = (SCHEMAS.codes as CodesSchema).properties.kinds.items.properties.shape.enum;
type CodesSchema = { properties: { kinds: { items: { properties: { shape: { enum: SymbolShape[] } } } } } };

/** V45: each kind of event has a shape of its own, so that kinds differ by more than colour. */
export function* shapesDiffer(data: Geodata): Iterable<Finding> {
  const first = new Map<string, string>();
  const taken = new Set(data.codes.kinds.map(({ item }) => item.shape));
  const free = SHAPES.filter((shape) => !taken.has(shape));
  const advice =
    free.length > 0
      ? `choose a shape that no kind has: ${free.join(', ')}`
      : `all ${SHAPES.length} shapes are taken: docs/architecture.md, “A kind of event”, says how to draw one more`;
  for (const { item, ...at } of data.codes.kinds) {
    const other = first.get(item.shape);
    if (other === undefined) first.set(item.shape, item.id);
    else
      yield {
        at,
        below: 'shape',
        found: `"${item.id}" has the shape of "${other}", ${item.shape}`,
        advice
      };
  }
}
