/** A number that says, near enough to surely, whether two lists of whole numbers are the same (FNV-1a by words). */
export function digestOf(numbers: ArrayLike<number>): number {
  let digest = 2166136261;
  for (let at = 0; at < numbers.length; at++) digest = Math.imul(digest ^ numbers[at]!, 16777619);
  return digest >>> 0;
}
