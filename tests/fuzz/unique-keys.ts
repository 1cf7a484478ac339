import { parse } from 'svelte/compiler';
import type { Plugin } from 'vite';

/**
 * In the browser a list of which two members have one key stops its part of the page; on the server Svelte does not look.
 * Here every keyed `{#each}` is rendered from a list that is looked at first.
 */
export function uniqueKeys(): Plugin {
  return {
    name: 'unique-keys',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith('.svelte')) return undefined;
      return withUniqueKeys(source);
    }
  };
}

type Node = { type: string; start: number; end: number };
type Each = Node & { expression: Node; context: Node | null; key: Node | null; index?: string };

export function withUniqueKeys(source: string): string {
  const edits: { at: number; text: string }[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (node.type === 'EachBlock') {
      const { expression, context, key, index } = node as Each;
      if (key && context) {
        const names = `(${source.slice(context.start, context.end)}${index ? `, ${index}` : ''})`;
        edits.push({ at: expression.start, text: 'globalThis.withUniqueKeys((' });
        edits.push({ at: expression.end, text: `), ${names} => (${source.slice(key.start, key.end)}))` });
      }
    }
    Object.values(value).forEach(visit);
  };
  visit(parse(source, { modern: true }).fragment);
  return edits
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}
