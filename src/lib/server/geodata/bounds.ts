import type { BoundKind, Quantity } from '../../model/dataset.ts';

/** Units that can be split; all others count whole things. */
export const DIVISIBLE: ReadonlySet<string> = new Set([
  ...['ratio', 'percent', 'years', 'months', 'weeks', 'days', 'hours', 'km', 'ambiguous']
]);

type Numbers = Pick<Quantity, 'bound' | 'value' | 'lower' | 'upper' | 'exclusiveLower' | 'exclusiveUpper'>;

/** A stated figure with the bounds that follow from the word for its bound, as rule V13 asks for them. */
export function withBounds(bound: BoundKind, value: number | null, unit: string): Numbers {
  if (value === null) return { bound, value, lower: bound === 'some' ? 2 : null, upper: null };
  const isDivisible = DIVISIBLE.has(unit);
  switch (bound) {
    case 'exact':
      return { bound, value, lower: value, upper: value };
    case 'at_least':
      return { bound, value, lower: value, upper: null };
    case 'at_most':
      return { bound, value, lower: null, upper: value };
    case 'more_than':
    case 'just_over':
      return isDivisible
        ? { bound, value, lower: value, upper: null, exclusiveLower: true }
        : { bound, value, lower: value + 1, upper: null };
    case 'less_than':
    case 'almost':
      return isDivisible
        ? { bound, value, lower: null, upper: value, exclusiveUpper: true }
        : { bound, value, lower: null, upper: value - 1 };
    default:
      return { bound, value, lower: null, upper: null };
  }
}
