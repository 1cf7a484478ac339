/** 0 up to 1, the same numbers for the same seed on every machine (mulberry32: 32 bits of state, fast). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** About -3 to 3, most near 0: near enough to a normal spread, without a logarithm and a root for each of a million. */
export function bell(random: () => number): number {
  return (random() + random() + random() + random() - 2) * 1.73;
}

/** The index of a weight, each as often as its share. O(log n). */
export function weighted(weights: readonly number[]): (random: () => number) => number {
  let total = 0;
  const sums = Float64Array.from(weights, (weight) => (total += weight));
  return (random) => {
    const target = random() * total;
    let [from, to] = [0, sums.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sums[middle]! > target) to = middle;
      else from = middle + 1;
    }
    return from;
  };
}
