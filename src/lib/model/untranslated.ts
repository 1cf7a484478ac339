import type { Dataset } from './dataset.ts';

/** How a member of a list is named in the path of a text: by its id, by the place it stands for, else by its number. */
export function nameInPath(member: unknown, at: number): string {
  const { id, ref } = (member ?? {}) as { id?: unknown; ref?: unknown };
  return typeof id === 'string' ? id : typeof ref === 'string' ? ref : String(at);
}

function textAt(node: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || typeof node !== 'object' || node === null) return node;
  const below = Array.isArray(node)
    ? node.find((member, at) => nameInPath(member, at) === name)
    : (node as Record<string, unknown>)[name];
  return textAt(below, rest);
}

/** The texts that stand in English because the language of the dataset has none for them yet. */
export function untranslatedTexts(dataset: Dataset): ReadonlySet<unknown> {
  return new Set(dataset.untranslated?.map((path) => textAt(dataset, path.split('/'))));
}
