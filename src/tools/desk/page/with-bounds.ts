import type { Quantity } from '../../../lib/model/dataset.ts';
import { DIVISIBLE } from '../../../lib/server/geodata/rules/quantities.ts';

/**
 * A figure with the bounds that follow from its value and the word for its bound (rule V13), whatever they were. What
 * comes in whole numbers has the next one as its bound: “more than 4,500” is at least 4,501.
 */
export function withBounds(quantity: Quantity): Quantity {
  const { exclusiveLower: _l, exclusiveUpper: _u, ...rest } = quantity;
  const { bound, unit } = quantity;
  const value = bound === 'some' || bound === 'unspecified' ? null : quantity.value;
  const open = { ...rest, value, lower: null, upper: null };
  if (bound === 'some') return { ...open, lower: 2 };
  if (value === null) return open;
  const divisible = DIVISIBLE.has(unit);
  switch (bound) {
    case 'exact':
      return { ...open, lower: value, upper: value };
    case 'at_least':
      return { ...open, lower: value };
    case 'at_most':
      return { ...open, upper: value };
    case 'more_than':
    case 'just_over':
      return divisible ? { ...open, lower: value, exclusiveLower: true } : { ...open, lower: Math.floor(value) + 1 };
    case 'less_than':
    case 'almost':
      return divisible ? { ...open, upper: value, exclusiveUpper: true } : { ...open, upper: Math.ceil(value) - 1 };
    default:
      return open;
  }
}
