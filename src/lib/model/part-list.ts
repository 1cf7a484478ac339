/** A list of which only the parts that are asked for are made. An array is one. */
export type PartList<T> = { readonly length: number; slice(from: number, to: number): T[] };

/**
 * `length` values of `keys`, each made into what it stands for when it is asked for. No more keys are taken than that.
 * `areThere`: whether those can be made yet; a part with one that cannot is empty.
 */
export function partList<K, T>(
  keys: Iterator<K>,
  length: number,
  make: (key: K) => T,
  areThere: (keys: readonly K[]) => boolean = () => true
): PartList<T> {
  const taken: K[] = [];
  return {
    length,
    slice(from, to) {
      for (const end = Math.min(to, length); taken.length < end;) {
        const { done, value } = keys.next();
        if (done) break;
        taken.push(value);
      }
      const part = taken.slice(from, to);
      return areThere(part) ? part.map(make) : [];
    }
  };
}
