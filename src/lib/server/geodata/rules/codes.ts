import type { KindCode, SymbolShape } from '../../../model/dataset.ts';
import type { Geodata, IdKind } from '../authored.ts';
import { badgeRoom, freeBadge } from '../badge.ts';
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

/**
 * V45: each kind of event has a symbol of its own, so that kinds differ by more than colour: a shape that no other has, or
 * a badge in it. A badge fits into its shape.
 */
export function* symbolsDiffer(data: Geodata): Iterable<Finding> {
  const first = new Map<string, string>();
  const kinds = data.codes.kinds.map(({ item }) => item);
  const free = SHAPES.filter((shape) => !kinds.some((kind) => kind.shape === shape));
  // Each proposal is another, so that all can be followed at once.
  const taken = kinds.map(({ badge }) => badge);
  for (const { item, ...at } of data.codes.kinds) {
    const { id, shape, badge = '' } = item;
    const room = badgeRoom(shape);
    if (badge.length > room) {
      const found = `a ${shape} has no room for ${room === 0 ? 'a badge' : 'two characters'}`;
      const wide = SHAPES.filter((other) => badgeRoom(other) >= badge.length);
      yield { at, below: 'badge', found, advice: `${room === 1 ? 'write one, or ' : ''}choose ${wide.join(', ')}` };
    }
    const other = first.get(`${shape} ${badge}`);
    if (other === undefined) first.set(`${shape} ${badge}`, id);
    else
      yield {
        at,
        below: badge === '' ? 'shape' : 'badge',
        found: `"${id}" has the symbol of "${other}", ${shape}${badge && ` ${badge}`}`,
        advice: [
          ...(free.length > 0 ? [`choose a shape that no kind has: ${free.join(', ')}`] : []),
          badgeFor(item, taken)
        ].join('; or ')
      };
  }
}

/** Where a shape has no room for a badge. */
const ROOMY: SymbolShape = 'square';

/** A badge that no kind has, of any shape, and no proposal before it: it is then among the `taken`. */
function badgeFor({ shape, label }: KindCode, taken: (string | undefined)[]): string {
  const room = badgeRoom(shape);
  const badge = freeBadge(label, taken);
  taken.push(badge);
  if (room === 0) return `choose a shape that has room for a badge, such as "shape": "${ROOMY}", "badge": "${badge}"`;
  return `give it a badge of ${room === 2 ? 'one or two letters or digits' : 'one letter or digit'}, such as "badge": "${badge}"`;
}
