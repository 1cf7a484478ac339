import { isRow, type Quantity, type Relation } from '../../../model/dataset.ts';
import type { AuthoredClaim, Geodata } from '../authored.ts';
import { otherBound } from '../bound-words.ts';
import { figuresOf, numbersInNames } from '../claim-figures.ts';
import { MONTHS, SHORT_MONTHS, YEAR } from '../english-dates.ts';
import { numbersIn, type WrittenNumber } from '../numbers-in-text.ts';
import type { Finding } from './rule.ts';
import { claimsById } from './rule.ts';

/** After the day of a month: a date in a text is no figure. */
const BEFORE_MONTH = new RegExp(`^(?:[–-]\\d{1,2})? (?:${[...MONTHS, ...SHORT_MONTHS].join('|')})\\b`);
/** How long after something: it follows from two dates, and is written in words. */
const BEFORE_TIME = /^ (?:more |further )?(?:hour|day|week|month|year|decade)s?\b/;
/** `one` and `two` are mostly no figures: one more, the two sides. */
const LEAST_IN_WORDS = 3;

/** V59: a number in `what` is a figure of its claim, one in a relation a figure of the claims that it ties. */
export function* numbersAreFigures(data: Geodata): Iterable<Finding> {
  const named = numbersInNames(data);
  const numbersOf = (claim: AuthoredClaim) => new Set([...figuresOf(claim).map(({ value }) => value), ...named(claim)]);
  for (const { item, ...at } of data.claims) {
    // The words of a row are the table’s: they may have numbers that no column has as a figure.
    if (isRow(item.locator)) continue;
    const figures = numbersOf(item);
    for (const { written } of strayNumbers(item.what, figures)) {
      yield { at, below: 'what', found: `“${written}” is no figure of the claim`, advice: adviceFor(figures) };
    }
  }
  const claims = claimsById(data);
  for (const { item, ...at } of data.relations) {
    const tied = [...item.claims, ...item.with].map((id) => claims.get(id));
    // A claim that is missing or was set aside may be the one that has the figure.
    if (tied.includes(undefined)) continue;
    const figures = figuresOfRelation(
      item,
      (tied as AuthoredClaim[]).flatMap((claim) => [...numbersOf(claim)])
    );
    for (const field of ['why', 'show'] as const) {
      // Texts on relations count articles and claims.
      const stray = strayNumbers(item[field], figures).filter(
        ({ inWords, value }) => !inWords || value > Math.max(data.articles.length, tied.length)
      );
      for (const { written } of stray) {
        const found = `“${written}” is no figure of the claims that it ties`;
        yield { at, below: field, found, advice: adviceFor(figures) };
      }
    }
  }
}

function adviceFor(figures: ReadonlySet<number>): string {
  const known = [...figures].sort((a, b) => a - b).join(', ');
  return known === '' ? 'they have none: state it as a quantity, or leave it out' : `correct it; there are ${known}`;
}

/** Numbers of a text that are neither figures nor dates. */
function strayNumbers(text: string, figures: ReadonlySet<number>): WrittenNumber[] {
  return numbersIn(text).filter(({ value, written, at, inWords }) => {
    const after = text.slice(at + written.length);
    if (figures.has(value) || BEFORE_MONTH.test(after) || (!inWords && YEAR.test(written))) return false;
    if (!inWords) return !/\d[–-]$/.test(text.slice(0, at)) || !BEFORE_MONTH.test(after);
    return value >= LEAST_IN_WORDS && !BEFORE_TIME.test(after);
  });
}

/** The relation type that reckons: what follows for the rest of a total. */
const RECKONING = 'consistency_check';

function figuresOfRelation({ type }: Relation, tied: readonly number[]): Set<number> {
  const figures = new Set(tied);
  if (type !== RECKONING) return figures;
  const less = (numbers: Iterable<number>) => [...numbers].flatMap((a) => [...figures].map((b) => a - b));
  return new Set([...figures, ...less(figures), ...less(less(figures))]);
}

/** V60 (warning): the words before a figure in `what` say the bound that the claim has. */
export function* boundsAreAsSaid(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.claims) {
    for (const [index, quantity] of item.quantities.entries()) {
      const words = otherBound(item.what, quantity);
      if (words === null) continue;
      yield {
        at,
        below: `quantities[${index}].bound`,
        found: `“${words}” stands before ${quantity.value} in what, but the bound is "${quantity.bound}"`,
        advice: 'write the bound that the words say, or say it otherwise',
        warning: true
      };
    }
  }
}

/** Words that count without a numeral, and the figure they stand for; `null` where it is not said how many. */
const COUNTING: [RegExp, number | null][] = [
  [/\b(?:dozens?|hundreds?|thousands?|several|few|many|each|every|all|double|half|quarter)\b/i, null],
  [/\b(?:both|pair|couple|twice)\b/i, 2],
  [/\b(?:a|an|another|additional|single|sole|only|further)\b/i, 1]
];

/** V61: the words quoted as a figure hold a number, an article or a quantifier, and one that gives this figure. */
export function* quotedWordsCount(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.claims) {
    for (const [index, { expressedAs, value }] of item.quantities.entries()) {
      if (expressedAs === undefined || value === null) continue;
      const said = figuresIn(expressedAs);
      if (said !== null && (said.length === 0 || said.includes(value))) continue;
      const quoted = JSON.stringify(expressedAs);
      yield {
        at,
        below: `quantities[${index}].expressedAs`,
        found: said === null ? `${quoted} does not say how many` : `${quoted} does not say ${value}`,
        advice: 'quote the words that give the figure, with their article or numeral'
      };
    }
  }
}

/** The figures that quoted words can give: none where they count without saying how many; `null` where they do not count. */
function figuresIn(words: string): Quantity['value'][] | null {
  const numbers = numbersIn(words).map(({ value }) => value);
  if (numbers.length > 0) return numbers;
  const counting = COUNTING.find(([pattern]) => pattern.test(words));
  return counting === undefined ? null : counting[1] === null ? [] : [counting[1]];
}
