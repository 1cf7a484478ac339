import type { Dataset } from './dataset.ts';
import { SOURCE } from './language-folder.ts';

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

/** The texts that are not in the language of the page, each with the language that it is in. */
export function untranslatedTexts(dataset: Dataset): ReadonlyMap<unknown, string> {
  const language = dataset.info?.textsIn ?? SOURCE;
  return new Map(dataset.untranslated?.map((path) => [textAt(dataset, path.split('/')), language]));
}
