export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Key = string | number;

/** A value inside a JSON text. `pattern`: its path with a `*` for each place in a list, and for keys that are data. */
export type Node = { keys: Key[]; pattern: string; value: Json };

/** Names of objects whose keys are data: every member is of one kind. */
const OPEN = /(^|\.)(names|ids|crosswalk)$/;

/** Every value inside a JSON value, itself first. Of long lists of numbers the first ones alone: they are all alike. */
export function* nodesOf(value: Json, keys: Key[] = [], pattern = ''): Generator<Node> {
  yield { keys, pattern, value };
  if (Array.isArray(value)) {
    const isGeometry = /coordinates/.test(pattern);
    for (const [at, member] of value.slice(0, isGeometry ? 2 : value.length).entries())
      yield* nodesOf(member, [...keys, at], `${pattern}.*`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value))
      yield* nodesOf(member, [...keys, key], `${pattern}.${OPEN.test(pattern) ? '*' : ofAnyId(key)}`);
  }
}

/** Texts of translations are named by where they belong: `events/zvecan-clash/title` is one of all titles of events. */
const ofAnyId = (key: string) => key.replace(/\/.*\//, '/*/');

/** A copy with one value replaced; `undefined` takes it away. */
export function replaced(tree: Json, [key, ...rest]: readonly Key[], by: Json | undefined): Json {
  if (key === undefined) return by ?? null;
  if (Array.isArray(tree)) {
    const copy = [...tree];
    if (rest.length === 0 && by === undefined) copy.splice(key as number, 1);
    else copy[key as number] = replaced(tree[key as number]!, rest, by);
    return copy;
  }
  const copy = { ...(tree as Record<string, Json>) };
  if (rest.length === 0 && by === undefined) delete copy[key];
  else copy[key] = replaced(copy[key]!, rest, by);
  return copy;
}

export const bracketed = (keys: readonly Key[]) =>
  keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
