const marked = new WeakSet<object>();

/**
 * Marks what a `load` gives to a page that is only prerendered. SvelteKit writes all that a page is rendered from into
 * `__data.json` beside it, for a router that this site does not have: of what is marked it writes nothing (src/hooks.ts).
 */
export function buildOnly<Value extends object>(value: Value): Value {
  marked.add(value);
  return value;
}

export const isBuildOnly = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && marked.has(value);
