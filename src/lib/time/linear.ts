/*
 * Two lines of arithmetic by hand: d3-scale brings colours, number formats and interpolation with it, 10 kB of script
 * before the page answers. It is the oracle of the tests.
 */

/** The straight line through two points; not clamped. An empty domain is the middle of the range. */
export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number]
): (value: number) => number {
  return (value) => (from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
}

/** Round values from 0 to `top`, both included, about `count` steps of 1, 2 or 5 times a power of ten. `top` is above 0. */
export function roundTicks(top: number, count: number): number[] {
  const rough = top / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  // The bounds are the geometric means: each step serves the sizes that it is nearest to by proportion.
  const step = power * (ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.sqrt(2) ? 2 : 1);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
}
