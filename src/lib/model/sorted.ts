/** A comparator that does not depend on the language. Not a subtraction: that of two infinite ends is NaN. */
export function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Numbers = { readonly [at: number]: number };

/**
 * The first index in `[from, to)` whose value is at least `value`; `to` where there is none. `numbers` ascend there.
 */
export function lowerBound(numbers: Numbers, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The first index in `[from, to)` for which something holds, as it then does for all that follow; `to` where for none. */
export function firstWhere(holds: (at: number) => boolean, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The first `most` values in the order of `compare`; of equal ones, those that come first. For few of many. */
export function firstInOrder<T>(values: readonly T[], compare: (a: T, b: T) => number, most: number): T[] {
  const first: T[] = [];
  for (const value of values) {
    if (first.length === most && compare(first[most - 1]!, value) <= 0) continue;
    const at = firstWhere((at) => compare(first[at]!, value) > 0, 0, first.length);
    first.splice(at, 0, value);
    first.length = Math.min(first.length, most);
  }
  return first;
}
