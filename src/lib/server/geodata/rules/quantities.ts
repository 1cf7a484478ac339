import type { Quantity } from '../../../model/dataset.ts';
import type { Geodata } from '../authored.ts';
import { DIVISIBLE } from '../bounds.ts';
import type { Finding } from './rule.ts';

/** Measures that count people hurt: whose people must be said. */
const CASUALTIES = new Set(['killed', 'injured']);

type Check = (quantity: Quantity) => Iterable<Pick<Finding, 'below' | 'found' | 'advice'>>;

function* each(data: Geodata, check: Check): Iterable<Finding> {
  for (const { item, ...at } of data.claims) {
    for (const [index, quantity] of item.quantities.entries()) {
      for (const { below, found, advice } of check(quantity)) {
        yield { at, below: `quantities[${index}]${below === '' ? '' : `.${below}`}`, found, advice };
      }
    }
  }
}

/** V13: the bounds say what the word for the bound says; those of an external strength too. */
export function* boundsFitTheirWord(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.external) {
    const wrong = item.strength && boundProblem({ measure: '', unit: 'persons', ...item.strength });
    if (!wrong) continue;
    const { bound, value, lower, upper } = item.strength!;
    const found = `bound "${bound}" but value ${value}, lower ${lower}, upper ${upper}`;
    yield { at, below: 'strength', found, advice: wrong };
  }
  yield* each(data, function* (quantity) {
    const wrong = boundProblem(quantity);
    if (wrong === null) return;
    const { value, lower, upper } = quantity;
    const found = `bound "${quantity.bound}" but value ${value}, lower ${lower}, upper ${upper}`;
    yield { below: '', found, advice: wrong };
  });
}

/** What the bound asks for, where the numbers are otherwise; `null` where they fit. */
function boundProblem(quantity: Quantity): string | null {
  const { bound, value, lower, upper } = quantity;
  switch (bound) {
    case 'exact':
      return value !== null && lower === value && upper === value ? null : 'write value, lower and upper alike';
    case 'approximately':
      return value !== null ? null : 'write the value';
    case 'at_least':
      return value !== null && lower === value && upper === null ? null : 'write lower as the value and upper null';
    case 'at_most':
      return value !== null && upper === value && lower === null ? null : 'write upper as the value and lower null';
    case 'more_than':
    case 'just_over':
      return value !== null && upper === null && isAbove(quantity, value) ? null : floorAdvice(quantity);
    case 'less_than':
    case 'almost':
      return value !== null && lower === null && isBelow(quantity, value) ? null : ceilingAdvice(quantity);
    case 'estimate':
      return value !== null && lower !== null && upper !== null && lower <= value && value <= upper
        ? null
        : 'write the low estimate as lower, the best as value and the high as upper, in this order of size';
    case 'some':
      return value === null && upper === null && (lower ?? 0) >= 1
        ? null
        : 'write value and upper null, and lower at least 1';
    case 'unspecified':
      return value === null && upper === null && (lower === null || lower >= 1)
        ? null
        : 'write value and upper null, and lower 1 or null: not stated is never 0';
    case 'ambiguous':
      return lower === null && upper === null ? null : 'write lower and upper null: no reading enters a total';
  }
}

function isAbove({ unit, lower, exclusiveLower }: Quantity, value: number): boolean {
  if (lower === null) return false;
  return lower > value || (DIVISIBLE.has(unit) && lower === value && exclusiveLower === true);
}

function isBelow({ unit, upper, exclusiveUpper }: Quantity, value: number): boolean {
  if (upper === null) return false;
  return upper < value || (DIVISIBLE.has(unit) && upper === value && exclusiveUpper === true);
}

function floorAdvice({ unit }: Quantity): string {
  const lower = DIVISIBLE.has(unit) ? 'lower as the value with exclusiveLower true' : 'lower above the value';
  return `write ${lower}, and upper null`;
}

function ceilingAdvice({ unit }: Quantity): string {
  const upper = DIVISIBLE.has(unit) ? 'upper as the value with exclusiveUpper true' : 'upper below the value';
  return `write ${upper}, and lower null`;
}

/** V14: lower ≤ upper; no negative numbers; whole numbers for what comes in whole numbers. */
export function numbersArePossible(data: Geodata): Iterable<Finding> {
  return each(data, function* ({ unit, bound, value, lower, upper }) {
    if (lower !== null && upper !== null && lower > upper) {
      yield { below: 'lower', found: `lower ${lower} is above upper ${upper}`, advice: 'exchange or correct them' };
    } else if (bound === 'approximately' && value !== null && (value < (lower ?? value) || value > (upper ?? value))) {
      yield {
        below: 'value',
        found: `${value} lies outside its own bounds`,
        advice: 'correct the bounds, or write them null'
      };
    }
    for (const [below, number] of Object.entries({ value, lower, upper })) {
      if (number === null) continue;
      if (number < 0) yield { below, found: `${number} is negative`, advice: 'write how many there were' };
      else if (!Number.isInteger(number) && !DIVISIBLE.has(unit)) {
        yield {
          below,
          found: `${number} ${unit} is no whole number`,
          advice: `write a whole number, or one of the units ${[...DIVISIBLE].join(', ')}`
        };
      }
    }
  });
}

/** V15: people hurt belong to a party. */
export function casualtiesHaveParty(data: Geodata): Iterable<Finding> {
  return each(data, function* ({ measure, party }) {
    if (!CASUALTIES.has(measure) || party !== undefined) return;
    yield {
      below: 'party',
      found: `"${measure}" without a party`,
      advice: 'say whose people they are (codes.json, parties)'
    };
  });
}

/** V16: what is on alert is counted in units, apart from the troops. */
export function* alertsStayApart(data: Geodata): Iterable<Finding> {
  const alert = data.troops?.item.measures.alert;
  const counted = data.troops === null ? [] : [data.troops.item.measures.total, data.troops.item.measures.increment];
  yield* each(data, function* ({ measure, unit, status }) {
    if (measure === alert && status !== 'on_alert') {
      yield {
        below: 'status',
        found: `"${measure}" with the status ${JSON.stringify(status ?? null)}`,
        advice: 'write "on_alert": nothing was deployed'
      };
    }
    if (measure === alert && (unit === 'troops' || unit === 'persons')) {
      yield {
        below: 'unit',
        found: `"${measure}" counted in ${unit}`,
        advice: 'count units, e.g. battalions: their strength is not stated'
      };
    }
    if (status === 'on_alert' && counted.includes(measure)) {
      yield {
        below: 'status',
        found: `"${measure}" with the status "on_alert"`,
        advice: `use the measure "${alert}": alerts never enter the total`
      };
    }
  });
}

/** V17: an ambiguous figure says how it can be read. */
export function ambiguousHasReadings(data: Geodata): Iterable<Finding> {
  return each(data, function* ({ bound, readings, preferred, preferredBasis }) {
    const known = (readings ?? []).map(({ reading }) => reading);
    if (bound === 'ambiguous' && known.length < 2) {
      yield {
        below: 'readings',
        found: `an ambiguous figure with ${known.length} readings`,
        advice: 'give at least two readings'
      };
    }
    if (preferred === undefined) return;
    if (!known.includes(preferred)) {
      yield {
        below: 'preferred',
        found: `${JSON.stringify(preferred)} is none of the readings`,
        advice: `choose one of: ${known.join(', ')}`
      };
    }
    if (!preferredBasis?.trim()) {
      yield {
        below: 'preferredBasis',
        found: 'a preferred reading without a basis',
        advice: 'say why it is preferred'
      };
    }
  });
}

/** V18: a total over a window says from when it counts, or that the text does not. */
export function cumulativeHasBaseline(data: Geodata): Iterable<Finding> {
  return each(data, function* ({ cumulative, baseline }) {
    if (cumulative !== true || baseline?.trim()) return;
    yield {
      below: 'baseline',
      found: 'a cumulative figure without a baseline',
      advice: 'say from when it counts, or "not stated"'
    };
  });
}
