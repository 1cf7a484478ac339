/**
 * Places of a string in code points, for places in UTF-16 units as regular expressions give them. Published offsets count
 * code points: an emoji is one of them and two units.
 */
export function codePointsOf(text: string): (unit: number) => number {
  const pairs = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  if (pairs.length === 0) return (unit) => unit;
  return (unit) => unit - pairs.filter((at) => at < unit).length;
}

/** The words from one code point to another. */
export function cut(text: string, start: number, end: number): string {
  return [...text].slice(start, end).join('');
}
