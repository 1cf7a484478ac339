import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badgeRoom, freeBadge } from '../../lib/server/geodata/badge.ts';
import { SYMBOL_SHAPES, type SymbolShape } from '../../lib/model/dataset.ts';

export type Kind = {
  id: string;
  label: string;
  description?: string;
  shape: SymbolShape;
  badge?: string;
  group: string;
};
export type PlainCode = { id: string; label: string };

/** More kinds of events than this fit into no list of codes. */
export const MOST_KINDS = 32;

/** `codes.json` of a data folder: what differs between folders, and the codes that the program knows. */
export function codesOf(
  kinds: readonly Kind[],
  parties: readonly PlainCode[],
  measures: readonly PlainCode[]
): unknown {
  const known = JSON.parse(readFileSync(join(import.meta.dirname, 'codes.json'), 'utf8')) as Record<string, unknown>;
  return {
    kinds,
    topics: kinds.map(({ id, label }) => ({ id, label })),
    ...known,
    measures,
    units: ['persons'],
    parties
  };
}

/**
 * A symbol for each of some kinds, the most important first: a shape of its own as long as there are any, then one with a
 * badge of its own, from the letters of its label.
 */
export function withSymbols<T extends PlainCode>(kinds: readonly T[]): (T & { shape: SymbolShape; badge?: string })[] {
  const wide = SYMBOL_SHAPES.filter((shape) => badgeRoom(shape) > 0);
  const taken: string[] = [];
  return kinds.map((kind, at) => {
    const shape = SYMBOL_SHAPES[at];
    if (shape !== undefined) return { ...kind, shape };
    // One sign for one kind, whatever its shape: one that stands for two would be read as a sign of both.
    const badge = freeBadge(kind.label, taken);
    taken.push(badge);
    return { ...kind, shape: wide[(at - SYMBOL_SHAPES.length) % wide.length]!, badge };
  });
}
