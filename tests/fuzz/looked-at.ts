/** What the components call that `unique-keys.ts` rewrites. */
function lookedAt<T>(list: Iterable<T> | ArrayLike<T>, keyOf: (item: T, index: number) => unknown): unknown {
  const seen = new Set<unknown>();
  for (const [at, item] of Array.from(list).entries()) {
    const key = keyOf(item, at);
    if (seen.has(key)) throw new Error(`two members of a list have the key ${JSON.stringify(key)}`);
    seen.add(key);
  }
  return list;
}

Object.assign(globalThis, { withUniqueKeys: lookedAt });
